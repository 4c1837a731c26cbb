"""Indicators: every number is the count of its rows; what is not due, left out or sealed stands outside the rate."""

from datetime import date

import pytest

from huiyin.insight.counted import Days
from huiyin.insight.figures import figure, rows
from huiyin.insight.indicators import INDICATORS, NAMED
from huiyin.matters.matter import Matter
from tests.insight.asking import asked_by, rates, told
from tests.matters import stages

pytestmark = pytest.mark.django_db


def answered_after(village, days):
    """Accepted on the first day, signed and delivered so many days later."""
    matter = stages.investigated_matter(village)
    handler, at = village.actor(village.handler), stages.after(days)
    matter.draft(by=handler, at=at, answers=stages.answers(matter))
    matter.sign(by=village.actor(village.second), at=at)
    matter.deliver(by=handler, at=at, party=matter.parties.get(), method="in_person", evidence="本人签字")
    return matter


@pytest.fixture
def ten(village):
    """Six answered in time, one late, one overdue, two whose day has not come (DOMAIN §2.7)."""
    for _each in range(6):
        stages.delivered_matter(village)
    answered_after(village, 70)
    stages.accepted_matter(village)
    for _each in range(2):
        stages.accepted_matter(village, at=stages.after(60))
    return village


def test_the_formula_in_use_and_the_corrected_one_stand_side_by_side(ten):
    asked = asked_by(ten.triager)
    assert told("replied", asked) == {"in_time": 6, "late": 1, "overdue": 1, "not_due": 2}
    assert rates("replied", asked) == {"按期答复率(含未到期)": 60.0, "按期答复率(已到期)": 75.0}


def test_a_new_case_does_not_lower_the_corrected_rate(ten):
    stages.accepted_matter(ten, at=stages.after(80))
    both = rates("replied", asked_by(ten.triager))
    assert both["按期答复率(已到期)"] == 75.0
    assert both["按期答复率(含未到期)"] < 60.0


def test_every_row_is_in_exactly_one_part(ten):
    asked = asked_by(ten.triager)
    for indicator in INDICATORS:
        names = [part.name for part in indicator.parts]
        of_parts = [row.pk for name in names for row in rows(indicator, asked, [name])]
        assert sorted(of_parts) == sorted(row.pk for row in rows(indicator, asked)), indicator.name
        assert sum(figure(indicator, asked).counts.values()) == len(of_parts), indicator.name
        assert len(set(names)) == len(names)


def test_the_period_is_that_of_the_legal_date_and_not_of_registration(ten):
    spring = Days(date(2026, 3, 1), date(2026, 4, 30))
    assert told("replied", asked_by(ten.triager, days=spring)) == {}


def test_what_is_left_out_stands_beside_it_with_its_number(village):
    stages.delivered_matter(village)
    judicial = stages.accepted_matter(village, at=stages.START)
    Matter.system.filter(pk=judicial.pk).update(kind="judicial")
    stages.accepted_matter(village).withdraw(by=stages.PETITIONER, at=stages.after(3))
    found = figure(NAMED["replied"], asked_by(village.triager))
    assert dict(found.counts) == {"in_time": 1, "judicial": 1, "withdrawn": 1}
    assert {"judicial", "withdrawn"} <= {part.name for part in found.indicator.left_out}


def test_withdrawing_after_the_day_does_not_hide_that_it_was_missed(village):
    stages.accepted_matter(village).withdraw(by=stages.PETITIONER, at=stages.after(70))
    assert told("replied", asked_by(village.triager)) == {"overdue": 1}


def test_a_repeat_is_left_out_of_the_offices_rate(village):
    live = stages.accepted_matter(village)
    again = stages.triaged_matter(village)
    again.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一人同一条渠")
    assert told("passed_on", asked_by(village.triager)) == {"in_time": 1, "repeat": 1}
    assert told("repeats", asked_by(village.triager)) == {"first": 1, "same_again": 1}


def test_the_office_and_the_unit_are_counted_apart(village):
    matter = stages.triaged_matter(village)
    matter.forward(
        by=village.actor(village.triager), at=stages.after(20), to=village.town, reason="属镇里职权"
    )
    handler = village.actor(village.handler)
    matter.notify(by=handler, at=stages.after(21), route="L6", procedure="书面答复。")
    matter.accept(by=handler, at=stages.after(21), handler=handler.post)
    asked = asked_by(village.triager)
    assert told("passed_on", asked) == {"late": 1}
    assert told("accepted", asked) == {"accepted": 1}


def test_another_lawful_way_is_no_late_acceptance(village):
    matter = stages.notified_matter(village, route="L2")
    matter.route_out(
        by=village.actor(village.handler),
        at=stages.after(1),
        route="L2",
        body="明川市劳动人事争议仲裁委员会",
        basis="《劳动争议调解仲裁法》第五条",
        act_by=date(2026, 12, 1),
    )
    asked = asked_by(village.triager)
    assert told("accepted", asked) == {"other_way": 1}
    assert told("notified", asked) == {"in_time": 1}
    assert told("answered", asked) == {"answered": 1}


def test_a_change_of_unit_is_seen_and_the_first_to_handle_is_the_first_that_got_it(village):
    stages.accepted_matter(village)
    objected = stages.objected_matter(village)
    objected.agree_objection(
        by=village.actor(village.triager), at=stages.START, reason="归局里", to=village.bureau
    )
    asked = asked_by(village.triager)
    assert told("first_unit", asked) == {"kept": 1, "rerouted": 1}
    assert rates("first_unit", asked) == {"首接首办率": 50.0}


def test_delivery_and_extension_have_their_own_rows(village):
    stages.delivered_matter(village)
    stages.replied_matter(village)
    extended = stages.accepted_matter(village)
    extended.extend(
        by=village.actor(village.handler), approved=village.actor(village.head), at=stages.START,
        days=10, reason="要检测",
    )  # fmt: skip
    asked = asked_by(village.triager)
    assert told("delivered", asked) == {"received": 1, "not_received": 1}
    assert told("extended", asked) == {"extended": 1, "not_extended": 2}


def test_what_is_sealed_is_never_counted_not_even_for_its_keepers(village):
    stages.registered_matter(village, accusation=True)
    for officer in (village.keeper, village.other_keeper, village.triager):
        assert [sum(figure(one, asked_by(officer)).counts.values()) for one in INDICATORS] == [0] * len(
            INDICATORS
        )


def test_nobody_counts_what_they_may_not_see(ten):
    assert all(not figure(one, asked_by(ten.stranger)).counts for one in INDICATORS)
    assert told("replied", asked_by(ten.handler)) == told("replied", asked_by(ten.triager))


def test_one_organ_alone(ten):
    assert told("replied", asked_by(ten.triager, organ=ten.town)) == told("replied", asked_by(ten.triager))
    assert told("replied", asked_by(ten.triager, organ=ten.bureau)) == {}
