"""The round trip: in by file, handled by real acts, back by file with status, dates and document numbers, no names."""

import csv
import io
import json

import pytest
import time_machine
from python_calamine import CalamineWorkbook

from huiyin.ledger.entry import Entry
from huiyin.mailroom.exchange import answer, mapping
from huiyin.mailroom.incoming import undoing
from huiyin.matters.exporting import stream_of
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from tests.desk.signed_in import signed_in
from tests.mailroom.exchanged import TICKETS, handed_in
from tests.matters import stages

pytestmark = pytest.mark.django_db
ALL = "since=2026-01-01&until=2026-12-31"
BACK = f"/desk/batches/answers/csv/?source=superior&{ALL}"


def came(village, by="superior", **more):
    with time_machine.travel(stages.START):
        return handed_in(village, by=by, **more)


def read(officer, address=BACK):
    answered = signed_in(officer).get(address)
    assert answered.status_code == 200
    table = csv.DictReader(io.StringIO(answered.content.decode("utf-8-sig")))
    return {row["信访件编号"]: row for row in table}


def answered(village, number):
    """Walk a matter that was handed in to its delivered answer."""
    matter = Petition.objects.get(source_number=number).matter
    triager, handler = village.actor(village.triager), village.actor(village.handler)
    matter.triage(by=triager, at=stages.START, kind="appeal_claim", reports_wrongdoing=False)
    matter.forward(by=triager, at=stages.START, to=village.town, reason="属镇里职权")
    matter.notify(by=handler, at=stages.START, route="L6", procedure="调查后书面答复")
    matter.accept(by=handler, at=stages.after(1), handler=handler.post)
    return matter


def test_what_came_by_file_goes_back_by_file_with_what_became_of_it(village):
    came(village)
    matter = answered(village, "SJ20260001")
    row = read(village.triager)["SJ20260001"]
    papers = [paper.number for paper in matter.documents.filter(audience="petitioner").order_by("pk")]
    assert row == {
        "信访件编号": "SJ20260001",
        "交换日期": "2026-01-05",
        "本系统编号": matter.number,
        "办理单位": "安平镇人民政府",
        "信访件状态": "已受理",
        "收到日期": "2026-03-02",
        "受理日期": "2026-03-03",
        "限办截止日期": str(matter.clocks.get(term="handling").due_on),
        "答复日期": "",
        "送达日期": "",
        "文书编号": "、".join(papers),
    }
    assert papers


def test_an_answer_and_its_delivery_stand_in_their_columns(village):
    matter = stages.delivered_matter(village, source="superior", source_number="SJ9")
    row = read(village.triager)["SJ9"]
    reply = matter.replies.get()
    assert (row["信访件状态"], row["答复日期"]) == ("已答复", str(reply.on))
    assert row["送达日期"] == str(matter.deliveries.get().completed_on)


def test_no_name_and_no_telephone_goes_back(village):
    came(village)
    whole = signed_in(village.triager).get(BACK).content.decode("utf-8-sig")
    assert not any(words in whole for words in ("何大山", "陈桂花", "13800000002", "耕地"))


def test_the_hotline_gets_its_own_headings_and_only_its_own_tickets(village):
    came(village)
    came(village, by="hotline", content=TICKETS)
    address = f"/desk/batches/answers/xlsx/?source=hotline&{ALL}"
    content = signed_in(village.triager).get(address).content
    table = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert table[4] == list(mapping.available()["hotline"].back)
    assert [row[0] for row in table[5:]] == ["RX001"]


def test_what_is_sealed_or_undone_does_not_go_back(village):
    batch = came(village)
    matter = Petition.objects.get(source_number="SJ20260001").matter
    matter.triage(
        by=village.actor(village.triager), at=stages.START, kind="accusation", reports_wrongdoing=True
    )
    assert set(read(village.triager)) == {"SJ20260002"}
    batch.begin_undoing(village.actor(village.registrar), reason="选错了文件", at=stages.START)
    undoing.undo(batch)
    assert read(village.triager) == {}


def test_each_file_that_goes_back_is_on_record(village):
    came(village)
    read(village.triager)
    entry = Entry.objects.get(stream=stream_of(village.city_office.pk))
    said = json.loads(entry.payloads.get().content())
    assert (entry.kind, said["what"], said["rows"]) == ("export", "answer to superior", 2)


def test_another_office_gets_nothing_of_ours(village):
    came(village)
    assert read(village.stranger) == {}
    assert signed_in(village.handler).get(BACK).status_code == 404


def test_many_rows_cost_as_many_queries_as_few(village, django_assert_max_num_queries):
    came(village)
    stages.delivered_matter(village, source="superior", source_number="SJ9")
    by, mine = mapping.available()["superior"], Matter.objects.visible_to(village.triager)
    since, until = stages.after(-100).date(), stages.after(100).date()
    with django_assert_max_num_queries(14):
        found = answer.handed_in_between("superior", since, until, mine)
        assert len(list(answer.rows(by, found))) == 3
