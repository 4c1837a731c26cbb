"""The mailroom reads the record: who is told, once, and who is not."""

import pytest
import time_machine
from django.utils import timezone

from huiyin.ledger.entry import Entry
from huiyin.ledger.pending import Pending
from huiyin.mailroom import reader
from huiyin.mailroom.digest_line import DigestLine
from huiyin.mailroom.notice import Notice
from huiyin.mailroom.writing import awake
from huiyin.matters.filing import Person
from huiyin.people.actor import Actor
from tests.mailroom import story

pytestmark = pytest.mark.django_db


def texts(about):
    return [notice.text for notice in Notice.objects.filter(about=about).order_by("pk")]


@time_machine.travel("2026-11-23T10:00:00+08:00")
def test_who_files_is_told_the_number_and_the_day(village):
    matter = story.file(village)
    reader.read()
    assert texts("register") == [
        f"【明川市信访局】市信访局已收到您的材料，12月8日前告诉您由谁办理。案号{matter.number}。查询打12345。"
    ]


def test_who_files_is_told_by_the_office_that_received_it_however_late_this_is_read(village):
    story.forward(village, story.file(village))
    reader.read()
    assert "市信访局已收到您的材料" in texts("register")[0]


@time_machine.travel("2026-11-23T10:00:00+08:00")
def test_who_is_passed_on_is_told_to_whom_and_until_when(village):
    story.forward(village, story.file(village))
    reader.read()
    assert "把您的事项转给了安平镇，12月8日前书面告诉您怎么办。" in texts("forward")[0]


@time_machine.travel("2026-11-23T10:00:00+08:00")
def test_an_acceptance_names_the_day_of_the_answer(village):
    story.accept(village, story.file(village))
    reader.read()
    assert "安平镇决定受理（由它来办并开始计时），2027年1月22日前书面答复您。" in texts("accept")[0]


def test_what_is_internal_is_told_to_no_petitioner(village):
    matter = story.file(village)
    story.triage(village, matter)
    matter.note(by=village.actor(village.triager), words="已电话核对地块位置。")
    reader.read()
    assert set(Notice.objects.values_list("about", flat=True)) == {"register"}


def test_reading_the_same_entry_twice_tells_once(village):
    story.file(village)
    reader.tell(Entry.objects.get())
    reader.tell(Entry.objects.get())
    assert Notice.objects.count() == 1


def test_a_person_without_a_mobile_gets_a_letter_to_post(village):
    matter = story.file(village, person=Person(name="何大山", address="柳湾村 1 组"), channel="letter")
    reader.read()
    assert Notice.objects.letters_owed().get().matter == matter


def test_who_holds_the_receipt_gets_no_letter_that_says_the_same(village):
    story.file(village, person=Person(name="何大山"))
    reader.read()
    assert not Notice.objects.exists()


@pytest.mark.parametrize("channel", ["import", "replay", "demo"])
def test_history_is_told_to_nobody(village, channel):
    story.file(village, by=Actor.system(channel=channel))
    assert not Pending.objects.filter(reader="mailroom").exists()


def test_an_accusation_is_told_without_number_organ_or_reason(village):
    story.file(village, accusation=True)
    reader.read()
    assert texts("register") == ["您交来的材料已收到，请保管好回执。"]


def test_an_accusation_is_in_no_digest(village):
    story.file(village, accusation=True)
    reader.read()
    assert not DigestLine.objects.exists()


def test_sealing_takes_back_what_was_not_sent_and_erases_its_words(village):
    matter = story.file(village)
    reader.read()
    matter.triage(by=village.actor(village.triager), kind="appeal_claim", reports_wrongdoing=True)
    notice = Notice.objects.get(about="register")
    assert (notice.state, notice.text) == ("withdrawn", None)


def test_the_handler_hears_of_more_material_in_the_digest(village):
    matter = story.file(village)
    story.accept(village, matter)
    reader.read()
    DigestLine.objects.all().delete()
    matter.supplement(by=Actor.petitioner(), text="再补一张照片。")
    reader.read()
    told = set(DigestLine.objects.values_list("post__title", flat=True))
    assert told == {"信访干事", "甄别岗"}


def test_an_act_of_time_wakes_nobody_at_night(village):
    with time_machine.travel("2026-11-23T23:00:00+08:00"):
        assert str(awake(timezone.now())) == "2026-11-24 08:00:00+08:00"


@pytest.mark.parametrize("steps", [story.accept])
def test_reading_costs_the_same_few_queries_for_each_entry(village, steps, django_assert_max_num_queries):
    steps(village, story.file(village))
    with django_assert_max_num_queries(25 * Entry.objects.count()):
        reader.read()
