"""The counter: one screen, nothing refused, a receipt in the hand."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from huiyin.desk.jotting import Jotting
from huiyin.ledger.entry import Entry
from huiyin.matters.access import stream_of
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition, Registration
from tests.desk.signed_in import signed_in
from tests.desk.walking import page_of
from tests.village import resident_number

WORDS = {
    "channel": "visit",
    "read_back": "yes",
    "id_type": "resident",
    "people": "1",
    "summary": "去年十月停发了低保。要求恢复。",
}


def registered(village, **said):
    """Register at the counter; the answer and the registration."""
    client = signed_in(village.registrar)
    answer = client.post("/desk/counter/", WORDS | said)
    assert answer.status_code == 302, answer.context["form"].errors
    return client, answer.url


@pytest.mark.parametrize("channel", ["visit", "letter", "phone", "hotline"])
def test_each_channel_is_registered_with_its_name(village, channel):
    registered(village, channel=channel, name="何大山")
    assert Petition.objects.get().channel == channel


def test_the_receipt_shows_number_and_code_and_can_be_printed_again(village):
    client, there = registered(village, name="何大山", phone="138 0000 0002")
    shown = client.get(there).content.decode()
    receipt = Registration.objects.get().receipt
    assert receipt.number in shown
    assert receipt.shown[:4] in shown
    assert client.get(there).status_code == 200


def test_a_wrong_digit_is_named_and_nothing_is_lost(village):
    number = resident_number("19560312", "002")
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    page = signed_in(village.registrar).post(
        "/desk/counter/", WORDS | {"id_number": wrong, "name": "㛃·阿依"}
    )
    assert page.status_code == 422
    assert "第 18 位" in page.content.decode()
    assert "㛃·阿依" in page.content.decode()


def test_six_at_a_visit_are_registered_and_asked_to_choose_five(village):
    client, there = registered(village, name="何大山", people="6", speakers="廖秀英 13800000001\n阿依")
    shown = client.get(there).content.decode()
    assert "不超过 5 名代表" in shown
    assert "第二十条" in shown
    assert Petition.objects.get().people_count == 6


def test_more_speakers_than_the_law_lets_speak_are_all_written_down(village):
    registered(village, name="何大山", people="7", speakers="\n".join(f"村民{n}" for n in "甲乙丙丁戊己"))
    matter = Matter.system.get()
    assert matter.parties.count() == 7
    assert matter.parties.filter(is_contact=True).count() == 5


def test_the_same_form_twice_is_one_petition(village):
    key = "3f0f6a54-5a1e-4b5e-9d0e-0a6a5d6f7a11"
    assert registered(village, key=key)[1] == registered(village, key=key)[1]
    assert Petition.objects.count() == 1


def test_a_day_in_the_future_is_refused(village):
    page = signed_in(village.registrar).post("/desk/counter/", WORDS | {"received_on": "2099-01-01"})
    assert page.status_code == 422


def test_a_letter_received_earlier_counts_from_that_day(village):
    registered(village, channel="letter", received_on="2026-01-05")
    assert str(Matter.system.get().heard_on) == "2026-01-05"


def test_an_exe_called_jpg_is_not_kept_and_the_words_are(village):
    file = SimpleUploadedFile("photo.jpg", b"MZ\x90\x00" + b"\x00" * 64)
    page = signed_in(village.registrar).post("/desk/counter/", WORDS | {"files": file})
    assert page.status_code == 422
    assert "停发了低保" in page.content.decode()


def test_the_draft_is_there_after_a_power_cut(village):
    client = signed_in(village.registrar)
    answer = client.post(
        "/desk/jottings/?page=/desk/counter/", WORDS | {"name": "何大山", "summary": "写到一半"}
    )
    assert answer.status_code == 204
    assert "写到一半" in signed_in(village.registrar).get("/desk/counter/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM desk_jotting")
        assert "写到一半".encode() not in bytes(cursor.fetchone()[0])


def test_the_draft_is_gone_once_registered(village):
    client = signed_in(village.registrar)
    client.post("/desk/counter/", WORDS | {"draft": "1"})
    assert Jotting.objects.exists()
    client.post("/desk/counter/", WORDS)
    assert not Jotting.objects.exists()


def test_the_same_phone_finds_the_earlier_matter_and_the_look_is_written_down(village, matter):
    client = signed_in(village.registrar)
    found = client.post("/desk/counter/likeness/", {"phone": "13800000002"}).content.decode()
    assert matter.title in found
    assert Entry.objects.filter(stream=stream_of(matter)).count() == 1


def test_a_stranger_finds_nobody_by_phone(village, matter):
    found = (
        signed_in(village.stranger).post("/desk/counter/likeness/", {"phone": "13800000002"}).content.decode()
    )
    assert matter.title not in found


def test_a_look_up_needs_the_duty_to_register(village, matter):
    assert (
        signed_in(village.handler).post("/desk/counter/likeness/", {"phone": "13800000002"}).status_code
        == 404
    )


def test_another_organ_does_not_open_the_receipt(village):
    _client, there = registered(village, name="何大山")
    assert signed_in(village.stranger).get(there).status_code == 404
    assert signed_in(village.county_triager).get(there).status_code == 404


def test_an_accusation_at_the_counter_has_no_number_and_is_closed_to_the_counter(village):
    client, there = registered(village, accusation="on")
    receipt = Registration.objects.get().receipt
    assert (receipt.number, len(receipt.shown)) == (None, 20)
    assert client.get(there).status_code == 200
    assert client.get(page_of(Matter.system.get())).status_code == 404


@pytest.mark.seed("S044")
@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False)])
def test_what_was_said_is_read_back_or_it_is_said_that_it_was_not(village, said, kept):
    registered(village, name="何大山", read_back=said)
    assert Petition.objects.get().read_back is kept


@pytest.mark.seed("S044")
@pytest.mark.parametrize("channel", ["visit", "phone"])
def test_what_was_said_is_not_registered_before_somebody_says_whether_it_was_read_back(village, channel):
    said = {**WORDS, "channel": channel, "read_back": ""}
    page = signed_in(village.registrar).post("/desk/counter/", said)
    assert page.status_code == 422 and "先念给本人听" in page.content.decode()


@pytest.mark.seed("S044")
def test_a_letter_is_not_read_back(village):
    registered(village, channel="letter", read_back="")
    assert Petition.objects.get().read_back is None
