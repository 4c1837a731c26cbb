"""Names leave the book only with a purpose, a second head's yes and a watermark, once, within a day (guard_export)."""

import ast
import io
import json
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone
from python_calamine import CalamineWorkbook

from huiyin.ledger.entry import Entry
from huiyin.matters.errors import NotAllowed
from huiyin.matters.exporting import stream_of
from huiyin.matters.matter import Matter
from huiyin.matters.unmasking import Unmasking
from tests.desk.signed_in import signed_in
from tests.matters import stages

pytestmark = pytest.mark.django_db
WHY = "县审计局核对征地补偿款发放名单"
ROOMS = Path(__file__).parents[2] / "huiyin"


@pytest.fixture
def matter(village):
    return stages.accepted_matter(village, wishes=("退还廖秀英的粮款",))


def asked(village, officer=None):
    by = village.actor(officer or village.handler)
    days = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
    return Unmasking.ask(by, purpose=WHY, at=timezone.now(), **days)


def agreed(village):
    one = asked(village)
    one.agree(village.actor(village.head), at=timezone.now())
    return one


def address(one, kind="csv"):
    return f"/desk/book/names/{one.pk}/{kind}/"


def test_the_whole_way_asks_on_a_page_agrees_on_a_page_and_takes_the_names(village, matter):
    handler, head = signed_in(village.handler), signed_in(village.head)
    told = {"purpose": WHY, "since": "2026-01-01", "until": "2026-12-31"}
    page = handler.post("/desk/book/names/", told).headers["Location"]
    assert "有人申请带姓名的台账" in head.get("/desk/proposals/").content.decode()
    assert WHY in head.get(page).content.decode()
    head.post(page, {})
    assert "可以取一次" in handler.get(page).content.decode()
    lines = handler.post(f"{page}csv/").content.decode("utf-8-sig").splitlines()
    assert all(words in lines[0] for words in ("赵立新", "孙国栋", WHY, str(timezone.localdate())))
    assert "廖秀英" in lines[2] and "退还廖秀英的粮款" in lines[2]


def test_every_page_of_the_workbook_is_marked(village, matter):
    content = signed_in(village.handler).post(address(agreed(village), "xlsx")).content
    table = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert WHY in table[1][0] and "孙国栋 批准" in table[1][0]
    printed = heads_and_feet(content)
    assert all(WHY in words and "孙国栋" in words for words in printed)


def heads_and_feet(content):
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    found = re.findall("<odd(?:Header|Footer)>(.*?)</odd", sheet)
    assert len(found) == 2
    return found


def test_it_is_taken_once(village, matter):
    one, handler = agreed(village), signed_in(village.handler)
    assert handler.post(address(one)).status_code == 200
    again = handler.post(address(one, "xlsx"))
    assert again.status_code == 422 and "廖秀英" not in again.content.decode()


def test_it_is_taken_within_a_day(village, matter):
    one = agreed(village)
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        late = signed_in(village.handler).post(address(one))
        assert late.status_code == 422 and "过了一天" in late.content.decode()


@pytest.mark.parametrize("part", ["head", "second", "triager", "stranger", "administrator"])
def test_nobody_else_takes_it_not_even_who_agreed(village, matter, part):
    answer = signed_in(getattr(village, part)).post(address(agreed(village)))
    assert answer.status_code in (404, 422) and "廖秀英" not in answer.content.decode()


@pytest.mark.parametrize("state", ["waiting", "refused"])
def test_without_a_yes_there_are_no_names(village, matter, state):
    one = asked(village)
    if state == "refused":
        one.refuse(village.actor(village.head), why_not="用不着姓名", at=timezone.now())
    answer = signed_in(village.handler).post(address(one))
    assert answer.status_code == 422 and "廖秀英" not in answer.content.decode()


@pytest.mark.parametrize("part", ["handler", "second", "bureau_head", "review_head", "administrator"])
def test_only_another_head_of_the_same_organ_agrees(village, part):
    with pytest.raises(NotAllowed, match="另一位负责人"):
        asked(village).agree(village.actor(getattr(village, part)), at=timezone.now())


def test_a_head_who_asks_does_not_agree_and_the_database_holds_it(village):
    one = asked(village, village.head)
    with pytest.raises(NotAllowed, match="另一位负责人"):
        one.agree(village.actor(village.head), at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Unmasking.objects.filter(pk=one.pk).update(decided_by=village.head, agreed=True)


@pytest.mark.parametrize("purpose", ["", "工作需要", "  核 对  ", "长" * 61])
def test_a_purpose_that_says_nothing_is_refused(village, purpose):
    told = {"purpose": purpose, "since": "2026-01-01", "until": "2026-12-31"}
    assert signed_in(village.handler).post("/desk/book/names/", told).status_code == 422
    assert not Unmasking.objects.exists()


def test_whoever_hides_stays_hidden_and_what_is_sealed_has_no_row(village):
    stages.accepted_matter(village, hide_identity=True, wishes=("退还廖秀英的粮款",))
    stages.registered_matter(village, accusation=True)
    lines = signed_in(village.handler).post(address(agreed(village))).content.decode("utf-8-sig")
    assert "要求不公开身份" in lines and "廖" not in lines
    assert len(lines.splitlines()) == 3


def test_asking_agreeing_and_taking_are_each_on_record(village, matter):
    one = agreed(village)
    signed_in(village.handler).post(address(one))
    entries = Entry.objects.filter(stream=stream_of(village.town.pk)).order_by("number")
    assert [(entry.kind, entry.officer) for entry in entries] == [
        ("ask_names", village.handler.pk),
        ("agree_names", village.head.pk),
        ("export", village.handler.pk),
    ]
    said = json.loads(entries[2].payloads.get().content())
    assert (said["what"], said["purpose"], said["approver"], said["rows"]) == (
        "book with names",
        WHY,
        str(village.head.pk),
        1,
    )


def test_no_other_file_of_the_desk_holds_a_name(village, matter):
    days = "since=2026-01-01&until=2026-12-31"
    for part in ("triager", "handler", "head", "supervisor", "administrator", "stranger"):
        browser = signed_in(getattr(village, part))
        files = [f"/desk/book/{kind}/?{days}&names=1&masked=0" for kind in ("csv", "xlsx")]
        files += [f"/desk/batches/answers/{kind}/?source=superior&{days}" for kind in ("csv", "xlsx")]
        assert not [file for file in files if holds_a_name(browser.get(file))]


def holds_a_name(answer):
    content = answer.content
    if content.startswith(b"PK"):
        table = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        return "廖秀英" in str(table)
    return "廖秀英".encode() in content


def test_names_are_read_from_the_book_in_one_place_alone():
    users = {
        path.relative_to(ROOMS).as_posix()
        for path in ROOMS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.Name) and "rows_with_names" in ast.dump(node)
    }
    assert users == {"matters/unmasking.py"}


def test_a_get_takes_nothing(village, matter):
    one = agreed(village)
    assert signed_in(village.handler).get(address(one)).status_code == 405
    one.refresh_from_db()
    assert one.taken_at is None and Matter.system.count() == 1
