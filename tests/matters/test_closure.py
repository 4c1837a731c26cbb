"""Closing: every gate must have its evidence, a second officer looks, and disagreement never blocks."""

from datetime import date

import pytest

from tests.matters import stages

CAUSES = ["policy_gap"]


@pytest.fixture
def people(village):
    return {"by": village.actor(village.handler), "approved": village.actor(village.head)}


def test_what_is_missing_is_named_all_at_once(village, people, refused):
    matter = stages.delivered_matter(village)
    with refused("支持的每项请求已经落实") as told:
        matter.close(**people, causes=CAUSES)
    assert "已问过信访人的意见" in told.value.sentence
    assert "送达回证" not in told.value.sentence


def test_a_party_without_proof_of_delivery_keeps_it_open(village, people, refused):
    matter = stages.delivered_matter(village, opinion="explained", people=(stages.ELDER, stages.FARMER))
    matter.state_view(by=people["by"], words="知道了", agrees=True)
    with refused("送达回证"):
        matter.close(**people, causes=CAUSES)


def test_a_supported_request_without_execution_keeps_it_open(village, people, refused):
    matter = stages.delivered_matter(village)
    matter.state_view(by=people["by"], words="知道了", agrees=True)
    with refused("支持的每项请求已经落实"):
        matter.close(**people, causes=CAUSES)


def test_a_petitioner_who_was_not_asked_keeps_it_open(village, people, refused):
    matter = stages.delivered_matter(village, opinion="explained")
    with refused("已问过信访人的意见"):
        matter.close(**people, causes=CAUSES)


def test_with_every_gate_met_it_closes(village):
    assert stages.closed_matter(village).stage == "closed"


def test_disagreement_does_not_block(village, people):
    matter = stages.delivered_matter(village, opinion="not_supported")
    matter.state_view(by=people["by"], words="我不同意。", agrees=False)
    matter.close(**people, causes=CAUSES)
    assert matter.stage == "closed"


def test_somebody_who_says_nothing_does_not_block(village, people):
    matter = stages.delivered_matter(village, opinion="explained")
    matter.state_view(by=people["by"], words="没有接电话，三次", agrees=None)
    matter.close(**people, causes=CAUSES)
    assert matter.stage == "closed"


def test_nobody_closes_alone(village, people, refused):
    matter = stages.delivered_matter(village)
    with refused("请先报批"):
        matter.close(by=people["by"], causes=CAUSES)


def test_the_same_officer_is_no_second(village, people, refused):
    matter = stages.delivered_matter(village)
    with refused("不能是同一个人"):
        matter.close(by=people["by"], approved=people["by"], causes=CAUSES)


def test_an_answered_but_undelivered_matter_is_not_closed(village, people, refused):
    matter = stages.replied_matter(village)
    with refused("已答复"):
        matter.close(**people, causes=CAUSES)


def test_closing_leaves_the_petitioners_windows_open(village, running):
    assert running(stages.closed_matter(village)) == {"review-window", "rating"}


def test_closing_an_assigned_matter_ends_the_report(village, people, running):
    matter = stages.assigned_matter(village)
    handler = people["by"]
    matter.notify(by=handler, at=stages.START, route="L6", procedure="书面答复")
    matter.accept(by=handler, at=stages.START, handler=handler.post)
    matter.investigate(by=handler, at=stages.START, plan="去看渠", due_on=date(2026, 3, 20))
    matter.draft(by=handler, at=stages.START, answers=stages.answers(matter, "explained"))
    matter.sign(by=village.actor(village.second), at=stages.START)
    matter.deliver(by=handler, at=stages.START, party=matter.parties.get(), **stages.PROOF)
    matter.state_view(by=handler, at=stages.START, words="好", agrees=True)
    assert "report" in running(matter)
    matter.close(**people, causes=CAUSES, at=stages.START)
    assert "report" not in running(matter)


def test_a_closed_matter_can_be_asked_to_be_reviewed(village):
    matter = stages.closed_matter(village)
    matter.request_review(by=stages.PETITIONER, at=stages.START, party=matter.parties.get(), disputed="不服")
    assert (matter.stage, matter.reviews.get().stage) == ("closed", "requested")


def test_reopening_starts_a_new_handling_clock_and_keeps_the_age(village, people):
    matter = stages.closed_matter(village)
    matter.reopen(by=people["by"], at=stages.after(90), facts="渠又塌了")
    matter.refresh_from_db()
    clock = matter.clocks.running().get()
    assert (matter.stage, matter.lead.ended_on) == ("accepted", None)
    assert (clock.term, clock.started_on) == ("handling", date(2026, 5, 31))
    assert matter.registered_at == stages.START


def test_a_supervising_office_reopens_what_was_not_carried_out(village):
    matter = stages.closed_matter(village)
    matter.reopen(by=village.actor(village.supervisor), at=stages.after(90), facts="没有修")
    assert matter.stage == "accepted"


def test_reopening_gives_its_facts(village, people, refused):
    matter = stages.closed_matter(village)
    with refused("新的事实"):
        matter.reopen(by=people["by"], facts=" ")


def test_a_reopened_matter_is_answered_and_closed_again(village, people):
    matter = stages.closed_matter(village)
    handler = people["by"]
    matter.reopen(by=handler, at=stages.after(90), facts="渠又塌了")
    matter.investigate(by=handler, at=stages.after(91), plan="再去看", due_on=stages.after(100).date())
    matter.draft(by=handler, at=stages.after(92), answers=stages.answers(matter, "explained"))
    matter.sign(by=village.actor(village.second), at=stages.after(93))
    matter.deliver(by=handler, at=stages.after(94), party=matter.parties.get(), **stages.PROOF)
    matter.close(**people, causes=CAUSES, at=stages.after(95))
    assert (matter.stage, matter.closures.count()) == ("closed", 2)


def test_a_second_opinion_can_be_reviewed_like_the_first(village, people):
    review = stages.requested_review(village)
    matter, handler = review.matter, people["by"]
    matter.begin_execution(by=handler, at=stages.START, organ=village.town)
    matter.state_view(by=handler, at=stages.START, words="不服", agrees=False)
    matter.close(**people, causes=CAUSES, at=stages.START)
    matter.reopen(by=handler, at=stages.after(60), facts="复查后再查")
    matter.investigate(by=handler, at=stages.after(61), plan="再去看", due_on=stages.after(70).date())
    matter.draft(by=handler, at=stages.after(62), answers=stages.answers(matter, "explained"))
    matter.sign(by=village.actor(village.second), at=stages.after(63))
    matter.deliver(by=handler, at=stages.after(64), party=review.party, **stages.PROOF)
    again = matter.request_review(
        by=stages.PETITIONER, at=stages.after(65), party=review.party, disputed="还不服"
    )
    assert again.review.stage == "requested"
