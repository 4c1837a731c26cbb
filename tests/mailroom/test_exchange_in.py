"""What other systems hand in by file: their number and date kept, our clocks, nothing twice, no ticket without consent."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.ledger.payload import Payload
from huiyin.mailroom.exchange import mapping
from huiyin.mailroom.incoming import guess
from huiyin.mailroom.incoming.sheet import MapWrong
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from tests.desk.signed_in import signed_in
from tests.mailroom.exchanged import FIRST, HEAD, SECOND, TICKETS, handed_in, planned

pytestmark = pytest.mark.django_db


def petition(number="SJ20260001"):
    return Petition.objects.select_related("matter").get(source_number=number)


def test_their_number_and_exchange_date_are_kept_and_every_clock_is_ours(village):
    with time_machine.travel("2026-03-02T09:00:00+08:00"):
        handed_in(village)
    one = petition()
    assert (one.source, one.source_number, one.exchanged_on) == ("superior", "SJ20260001", date(2026, 1, 5))
    assert timezone.localdate(one.received_at) == date(2026, 3, 2)
    assert one.matter.heard_on == date(2026, 3, 2)
    assert one.matter.clocks.get().started_on == date(2026, 3, 2)


def test_their_codes_become_our_words(village):
    handed_in(village)
    assert (petition().channel, petition("SJ20260002").channel) == ("visit", "letter")
    assert petition().told_by_source == {"purpose": "03", "topic": "自然资源/土地征收"}


def test_the_page_of_a_matter_says_where_it_came_from(village):
    handed_in(village)
    page = signed_in(village.triager).get(f"/desk/matters/{petition().number}/").content.decode()
    assert "上级信访信息系统 SJ20260001" in page and "自然资源/土地征收" in page and "求决" in page


def test_the_same_file_again_changes_nothing(village):
    handed_in(village)
    again = planned()
    assert (again.new, again.already, again.bad) == ([], 2, [])


def test_changed_words_under_the_same_number_are_flagged_and_the_first_stand(village):
    handed_in(village)
    again = planned(HEAD + FIRST.replace("两亩", "三亩") + SECOND)
    assert (again.new, again.already, [(bad.row, bad.column) for bad in again.bad]) == (
        [],
        1,
        [(2, "信访件编号")],
    )
    assert "两亩" in petition().text


def test_the_database_itself_keeps_one_petition_per_number_of_a_source(village):
    handed_in(village)
    with pytest.raises(IntegrityError), transaction.atomic():
        Petition.objects.filter(source_number="SJ20260002").update(source_number="SJ20260001")


@pytest.mark.parametrize(
    ("line", "column", "cure"),
    [
        (FIRST.replace("20260105", "去年"), "交换日期", "看不出"),
        (FIRST.replace("20260105", "20990105"), "交换日期", "今天之后"),
        (FIRST.replace("SJ20260001", ""), "信访件编号", "空的"),
        (FIRST.replace(",200,", ",777,"), "信访形式", "来件方式"),
        (FIRST.replace("求决", "闹着玩"), "信访目的", "对照文件"),
    ],
)
def test_what_their_file_says_wrongly_is_named_with_its_cure(line, column, cure):
    bad = planned(HEAD + line).bad
    assert [(found.row, found.column) for found in bad] == [(2, column)] and cure in bad[0].cure


def test_a_file_without_a_needed_column_says_which_and_what_there_is():
    with pytest.raises(MapWrong, match="交换日期.*有的是：信访件编号、投诉内容"):
        guess.required("信访件编号,投诉内容\n1,x\n".encode(), "下发.csv", mapping.available()["superior"])


def test_a_ticket_becomes_a_petition_only_with_its_citizens_consent(village):
    batch = handed_in(village, TICKETS, "hotline")
    assert list(Petition.objects.values_list("source_number", "channel")) == [("RX001", "hotline")]
    assert (batch.rows, batch.not_agreed) == (1, 2)


def test_of_a_ticket_without_consent_nothing_is_stored(village):
    handed_in(village, TICKETS, "hotline")
    kept = [petition.text for petition in Petition.objects.all()]
    kept += [matter.text for matter in Matter.system.all()]
    kept += [payload.content().decode() for payload in Payload.objects.select_related("entry")]
    assert not any(
        words in said for said in kept for words in ("RX002", "RX003", "水费", "施工", "13800000002")
    )


def test_a_ticket_whose_citizen_agrees_later_is_taken_then(village):
    handed_in(village, TICKETS, "hotline")
    later = planned(TICKETS.replace("投诉,否", "投诉,是"), "hotline")
    assert ([one.id for one in later.new], later.already, later.not_agreed) == (["RX002"], 1, (4,))


def test_numbers_of_two_systems_may_be_the_same(village):
    handed_in(village)
    handed_in(village, TICKETS.replace("RX001", "SJ20260001"), "hotline")
    assert Petition.objects.filter(source_number="SJ20260001").count() == 2


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ('id = "else"', "own name"),
        ('colour = "red"', "unknown keys: colour"),
        ("own_receipt = true", "exchange date"),
        ('channel = "pigeon"', "pigeon"),
        ('[back]\n"状态" = "mood"', "mood"),
    ],
)
def test_a_mapping_file_that_is_wrong_says_so_and_is_not_half_used(tmp_path, told, wrong):
    file = tmp_path / "mine.toml"
    rest = 'title = "x"\ntitle_en = "x"\n'
    name = "" if told.startswith("id") else 'id = "mine"\n'
    fields = '[fields]\nbody = ["内容"]\nreceived = ["日期"]\n'
    file.write_text(
        name + (told + "\n" + rest + fields if not told.startswith("[") else rest + fields + told)
    )
    with pytest.raises(mapping.MappingWrong, match=wrong):
        mapping.load(file)


def test_an_installation_may_write_its_own_mapping(tmp_path, settings):
    own = mapping.OURS.joinpath("hotline.toml").read_text().replace('"工单编号"', '"流水号"')
    (tmp_path / "hotline.toml").write_text(own)
    settings.EXCHANGE = tmp_path
    mapping.available.cache_clear()
    try:
        assert mapping.available()["hotline"].fields["id"][0] == "流水号"
    finally:
        mapping.available.cache_clear()
