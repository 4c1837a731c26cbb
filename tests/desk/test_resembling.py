"""What a matter may repeat, at the desk: why, for whom, until when; and from there to the link, already filled in."""

import pytest

from huiyin.ledger.entry import Entry
from huiyin.matters.access import stream_of
from huiyin.matters.filing import Person
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, page_of
from tests.matters import stages

pytestmark = [pytest.mark.django_db, pytest.mark.seed("S046")]


@pytest.fixture
def live(village):
    return stages.accepted_matter(village)


@pytest.fixture
def again(village, live):
    return stages.triaged_matter(village, title="渠还没修", text="灌溉渠一直没有修，三十亩地浇不上水。")


def likeness(officer, matter):
    return signed_in(officer).get(f"{page_of(matter)}likeness/")


def test_it_says_why_who_has_it_and_until_when(village, live, again):
    (row,) = likeness(village.triager, again).context["rows"]
    assert row["number"] == live.number
    assert row["why"].startswith("证件号一样；手机一样；都写到“")
    assert "三十亩地浇不上水" in row["why"]
    assert "安平镇" in row["says"]
    assert "5月6日" in row["due"]


def test_it_leads_to_the_link_with_matter_and_reason_filled_in(village, live, again):
    (row,) = likeness(village.triager, again).context["rows"]
    form = signed_in(village.triager).get(row["link_url"]).context["form"]
    assert form["live"].value() == live.number
    assert form["reason"].value() == row["why"]


def test_a_number_that_was_not_found_brings_no_reason(village, again):
    form = signed_in(village.triager).get(f"{at(again, 'linking')}?live=明信2020-01-0001").context["form"]
    assert form["reason"].value() == ""


def test_what_has_ended_is_shown_and_not_linked_to(village, again):
    ended = stages.closed_matter(village)
    rows = {row["number"]: row for row in likeness(village.triager, again).context["rows"]}
    assert (len(rows), rows[ended.number]["link_url"]) == (2, "")


def test_the_look_at_a_person_is_written_down_and_at_words_is_not(village, live, again):
    words = stages.accepted_matter(village, people=(Person(name="梁文"),))
    likeness(village.triager, again)
    assert Entry.objects.filter(stream=stream_of(live)).count() == 1
    assert not Entry.objects.filter(stream=stream_of(words)).exists()


def test_the_page_of_a_matter_leads_there_until_it_is_accepted(village, live, again):
    assert f"{page_of(again)}likeness/" in signed_in(village.triager).get(page_of(again)).content.decode()
    assert "likeness/" not in signed_in(village.handler).get(page_of(live)).content.decode()
    assert likeness(village.handler, live).status_code == 404


@pytest.mark.parametrize("part", ["handler", "stranger", "leader"])
def test_only_who_has_it_in_hand_asks(village, again, part):
    assert likeness(getattr(village, part), again).status_code == 404


def test_who_is_hidden_from_an_organ_is_not_found_by_it(village):
    stages.forwarded_matter(village, title="低保停发", text="十月停的。")
    hidden = stages.forwarded_matter(village, hide_identity=True, named=(village.town,))
    assert likeness(village.handler, hidden).context["rows"] == []


def test_a_hidden_one_is_not_found_from_another_either(village):
    stages.forwarded_matter(
        village, title="低保停发", text="十月停的。", hide_identity=True, named=(village.town,)
    )
    assert likeness(village.handler, stages.forwarded_matter(village)).context["rows"] == []


def test_what_is_sealed_has_no_such_page(village, live):
    sealed = stages.registered_matter(village, accusation=True)
    assert likeness(village.keeper, sealed).status_code == 404
