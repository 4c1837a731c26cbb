"""Relaying: the office of a city passes triage to the office of a county; the fifteen days run on from receipt."""

from datetime import date

import pytest

from huiyin.matters import possible
from huiyin.matters.timeline import timeline
from tests.matters import stages


@pytest.fixture
def relayed(village):
    """Relayed on the third day."""
    matter = stages.triaged_matter(village)
    matter.relay(
        by=village.actor(village.triager), at=stages.after(3), to=village.county_office, reason="是县里的事"
    )
    return matter


def test_the_county_office_has_it_in_triage(village, relayed):
    assert (relayed.lead.organ, relayed.stage) == (village.county_office, "triage")
    assert relayed.grants.filter(organ=village.county_office).exists()


def test_no_day_is_won_by_it(relayed):
    clock = relayed.clocks.running().get(term="triage")
    assert (clock.started_on, clock.due_on) == (date(2026, 3, 2), date(2026, 3, 17))
    assert clock.assignment == relayed.lead
    assert relayed.relays.get().due_on == clock.due_on


def test_the_county_office_has_a_share_of_the_days(relayed):
    assert relayed.clocks.running().get(term="relay").due_on == date(2026, 3, 9)


def test_the_petitioner_reads_who_tells_by_when_and_gets_it_in_writing(relayed):
    says = next(line.says for line in timeline(relayed, public=True) if line.act == "relay")
    assert says.startswith("明川市信访局把您的事项转给了城南县信访局，期限不变，3月17日前告诉您由谁办理")
    notice = relayed.documents.get(kind="D05")
    assert "2026年3月17日前告诉您由谁办理" in str(notice.fields)


def test_the_letter_asks_for_triage_and_not_for_an_answer(relayed):
    letter = str(relayed.documents.get(kind="D03").fields)
    assert "第二十二条分流" in letter and "2026年3月17日前" in letter and "异议" not in letter


def test_the_county_office_forwards_it_and_both_limits_stop(village, relayed, running):
    county = village.actor(village.county_triager)
    relayed.forward(by=county, at=stages.after(5), to=village.town, reason="属镇里职权")
    assert running(relayed) == {"notice-forwarded", "objection"}
    assert relayed.clocks.get(term="relay").met()


@pytest.mark.parametrize("organ", ["elsewhere", "city_office", "town"])
def test_it_goes_to_an_office_below_only(village, refused, organ):
    matter = stages.triaged_matter(village)
    with refused("下级的信访部门"):
        matter.relay(by=village.actor(village.triager), to=getattr(village, organ), reason="那边的事")
    assert matter.lead.organ == village.city_office


def test_a_petition_office_is_never_forwarded_to_for_it_answers_nothing(village, refused):
    matter = stages.triaged_matter(village)
    with refused("逐级转送"):
        matter.forward(by=village.actor(village.triager), to=village.county_office, reason="县里的事")


def test_what_reports_wrongdoing_is_not_relayed(village, refused):
    matter = stages.registered_matter(village)
    matter.triage(by=village.actor(village.triager), kind="accusation", reports_wrongdoing=True)
    with refused("封存"):
        matter.relay(by=village.actor(village.keeper), to=village.county_office, reason="县里的事")


def test_the_button_is_there_only_where_there_is_an_office_below(village, relayed):
    above = possible.acts_open_to(stages.triaged_matter(village), village.actor(village.triager))
    below = possible.acts_open_to(relayed, village.actor(village.county_triager))
    assert "relay" in {move.act for move in above}
    assert "relay" not in {move.act for move in below} and "forward" in {move.act for move in below}
