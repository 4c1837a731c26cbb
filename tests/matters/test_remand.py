"""A review that sends the matter back: a new limit from that day, the same organ, and not the same answer."""

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.possible import acts_open_to
from huiyin.matters.timeline import timeline
from tests.matters import stages

BACK = stages.DECISION | {"result": "remanded", "reasons": "没有丈量就下了结论。"}


@pytest.fixture
def remanded(village):
    """A matter whose first review sent it back on the tenth day."""
    review = stages.requested_review(village)
    review.decide_review(by=village.actor(village.reviewer), at=stages.after(10), **BACK)
    return type(review.matter).system.get(pk=review.matter_id)


def answer(village, matter, facts="2026年3月经核实，情况属实。", opinion="supported"):
    told = [given | {"facts": facts} for given in stages.answers(matter, opinion)]
    matter.draft(by=village.actor(village.handler), at=stages.after(12), answers=told)


def test_the_organ_handles_it_again_with_sixty_new_days(village, remanded):
    clock = Clock.objects.running().get(matter=remanded, term="handling")
    assert (remanded.lead.organ, remanded.lead.stage) == (village.town, "investigating")
    assert clock.started_on == stages.after(10).date()
    assert clock.due_on == clock.computed().due


def test_the_days_since_registration_are_not_forgotten(remanded):
    assert remanded.registered_at == stages.START


def test_the_same_opinion_on_the_same_facts_is_refused(village, remanded, refused):
    before = remanded.replies.get().draft.answers[0]
    with refused("不能以同样的事实再作同样的意见"):
        answer(village, remanded, facts=f" {before['facts']}\n", opinion=before["opinion"])


def test_new_facts_may_lead_to_the_same_opinion(village, remanded):
    before = remanded.replies.get().draft.answers[0]
    answer(village, remanded, facts="2026年6月重新丈量，是 4.1 亩。", opinion=before["opinion"])
    assert remanded.lead.stage == "drafted"


def test_another_opinion_on_the_same_facts_may_be_given(village, remanded):
    before = remanded.replies.get().draft.answers[0]
    other = "explained" if before["opinion"] != "explained" else "not_supported"
    answer(village, remanded, facts=before["facts"], opinion=other)
    assert remanded.lead.stage == "drafted"


def test_the_new_answer_opens_a_new_window_for_review(village, remanded):
    answer(village, remanded, facts="2026年6月重新丈量，是 4.1 亩。")
    remanded.sign(by=village.actor(village.second), at=stages.after(13))
    party = remanded.parties.get()
    remanded.deliver(by=village.actor(village.handler), at=stages.after(14), party=party, **stages.PROOF)
    again = remanded.request_review(by=stages.PETITIONER, at=stages.after(15), party=party, disputed="还是少")
    assert again.review.level == 1
    assert audit().findings == [] and walk().breaks == []


def test_a_closed_matter_is_opened_by_it(village):
    matter = stages.closed_matter(village)
    review = matter.request_review(
        by=stages.PETITIONER, at=stages.after(5), party=matter.parties.get(), disputed="没有量"
    ).review
    review.decide_review(by=village.actor(village.reviewer), at=stages.after(10), **BACK)
    matter.refresh_from_db()
    assert matter.lead.stage == "investigating"
    assert audit().findings == []


def test_a_final_review_cannot_send_back(village, refused):
    review = stages.requested_final_review(village)
    with refused("复核是最后一级"):
        review.decide_final_review(by=village.actor(village.leader), **BACK)


def test_nobody_is_offered_to_send_back_without_a_review(village):
    matter = stages.delivered_matter(village)
    for officer in (village.reviewer, village.handler, village.leader, village.supervisor):
        assert "remand" not in {move.act for move in acts_open_to(matter, village.actor(officer))}


def test_the_petitioner_reads_who_answers_again_and_by_when(village, remanded):
    says = next(line.says for line in timeline(remanded, public=True) if line.act == "remand")
    due = Clock.objects.running().get(matter=remanded, term="handling").due_on
    assert village.town.name in says and f"{due.month}月{due.day}日" in says
