"""Simplified handling: three and ten working days, no exclusion, no refusal, and the way out costs nobody a day."""

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.possible import acts_open_to
from tests.matters import moves, stages


def accept(village, matter, *, at=stages.START, **told):
    handler = village.actor(village.handler)
    return matter.accept_simplified(by=handler, at=at, handler=handler.post, **moves.EASY | told)


@pytest.fixture
def easy(village):
    """A matter accepted the short way on the day it came."""
    matter = stages.forwarded_matter(village)
    accept(village, matter)
    return matter


def due(matter, term):
    return Clock.objects.running().get(matter=matter, term=term).due_on


def test_it_is_answered_in_ten_working_days_and_the_sixty_run_beneath(easy):
    assert due(easy, "simplified-decide") == easy.law.due("simplified-decide", stages.START.date()).due
    assert due(easy, "handling") == easy.law.due("handling", stages.START.date()).due
    assert not easy.clocks.running().filter(term__in=["notice-forwarded", "objection"]).exists()


def test_the_petitioner_is_told_both_days(easy):
    said = str(easy.documents.get(kind="D06").fields)
    assert "2026年3月16日前答复您" in said and "受理的日子不变" in said


@pytest.mark.parametrize(
    "why", ["perhaps_not_supported", "other_procedure", "several_responsible", "major_or_joint"]
)
def test_an_exclusion_refuses_the_short_way(village, refused, why):
    matter = stages.forwarded_matter(village)
    with refused("不能简易办理"):
        accept(village, matter, **{why: True})


def test_what_several_people_signed_is_refused_whatever_was_ticked(village, refused):
    matter = stages.forwarded_matter(village, people_count=2)
    with refused("多人联名的不能简易办理"):
        accept(village, matter)


def test_after_three_working_days_it_is_too_late(village, refused):
    matter = stages.forwarded_matter(village)
    with refused("三个工作日内"):
        accept(village, matter, at=stages.after(4))


def test_what_was_assigned_goes_the_ordinary_way(village):
    matter = stages.assigned_matter(village)
    offered = {move.act for move in acts_open_to(matter, village.actor(village.handler))}
    assert "notify" in offered and "accept_simplified" not in offered


def test_a_no_is_not_given_the_short_way(village, easy, refused):
    handler = village.actor(village.handler)
    easy.investigate(by=handler, at=stages.START, plan="看", due_on=stages.START.date())
    with refused("请先转为普通程序"):
        easy.draft(by=handler, at=stages.START, answers=stages.answers(easy, "not_supported"))
    easy.handle_normally(by=handler, at=stages.START, reason="要鉴定")
    easy.draft(by=handler, at=stages.START, answers=stages.answers(easy, "not_supported"))
    assert easy.lead.stage == "drafted"


def test_leaving_the_short_way_keeps_the_day_of_acceptance(village, easy):
    before = due(easy, "handling")
    easy.handle_normally(by=village.actor(village.handler), at=stages.after(5), reason="要鉴定")
    assert due(easy, "handling") == before
    assert not easy.clocks.running().filter(term="simplified-decide").exists()


def test_the_answer_stops_both_limits(village, easy):
    handler = village.actor(village.handler)
    easy.investigate(by=handler, at=stages.START, plan="看", due_on=stages.START.date())
    easy.draft(by=handler, at=stages.after(1), answers=stages.answers(easy, "supported"))
    easy.sign(by=village.actor(village.second), at=stages.after(1))
    easy.attempt_delivery(by=handler, at=stages.after(2), method="post")
    assert not easy.clocks.running().filter(term__in=["handling", "simplified-decide"]).exists()
    assert audit().findings == [] and walk().breaks == []
