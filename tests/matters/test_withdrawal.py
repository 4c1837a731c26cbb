"""Withdrawal: the petitioner's own act, never the staff's; every clock stands still, and it can be brought again."""

import pytest

from tests.matters import stages

STAGES = [
    stages.registered_matter,
    stages.triaged_matter,
    stages.forwarded_matter,
    stages.assigned_matter,
    stages.objected_matter,
    stages.notified_matter,
    stages.accepted_matter,
    stages.investigated_matter,
    stages.drafted_matter,
    stages.replied_matter,
    stages.delivered_matter,
]


@pytest.mark.parametrize("built", STAGES, ids=lambda built: built.__name__)
def test_a_petitioner_takes_it_back_at_any_time_and_every_clock_stands_still(village, running, built):
    matter = built(village)
    matter.withdraw(by=stages.PETITIONER, at=stages.START)
    assert matter.stage == "withdrawn"
    assert running(matter) == set()


@pytest.mark.parametrize("part", ["registrar", "triager", "handler", "head", "supervisor", "stranger"])
def test_no_officer_takes_it_back(village, refused, part):
    matter = stages.accepted_matter(village)
    with refused("信访人本人"):
        matter.withdraw(by=village.actor(getattr(village, part)))
    assert matter.stage == "accepted"


def test_no_reason_is_asked_for(village):
    matter = stages.registered_matter(village)
    assert matter.withdraw(by=stages.PETITIONER).reason == ""


def test_what_was_withdrawn_at_the_office_comes_back_with_a_new_clock(village, running):
    matter = stages.registered_matter(village)
    matter.withdraw(by=stages.PETITIONER, at=stages.START)
    matter.reopen(by=stages.PETITIONER, at=stages.after(3), facts="想了想还是要办")
    assert matter.stage == "registered"
    assert running(matter) == {"triage"}


def test_a_closed_matter_is_not_withdrawn(village, refused):
    matter = stages.closed_matter(village)
    with refused("已办结"):
        matter.withdraw(by=stages.PETITIONER)
