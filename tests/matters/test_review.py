"""Review and final review: before the organ one level above, by who had no hand in it, late only with a cause."""

from datetime import date

import pytest

from huiyin.matters.matter import Matter
from huiyin.matters.review import Review
from tests.matters import stages


@pytest.fixture
def city_reviewer(village):
    post = village.leader.actors()[0].post
    post.duties = ["lead", "review"]
    post.save()
    return village.actor(village.leader)


def test_a_review_goes_to_the_organ_one_level_above(village):
    assert stages.requested_review(village).organ == village.county


def test_asking_stops_the_window_and_starts_the_authoritys_thirty_days(village, running):
    review = stages.requested_review(village)
    clock = review.clocks.get()
    assert (clock.term, clock.due_on) == ("review", date(2026, 4, 1))
    assert "review-window" not in running(review.matter)


def test_the_opinions_own_stage_stays_while_it_is_reviewed(village):
    review = stages.requested_review(village)
    assert (review.matter.stage, review.stage) == ("delivered", "requested")


def test_the_authority_sees_the_matter_from_then_on(village):
    review = stages.requested_review(village)
    assert Matter.objects.visible_to(village.reviewer).get() == review.matter


def test_on_the_last_day_nobody_asks_why(village):
    matter = stages.delivered_matter(village)
    matter.request_review(
        by=stages.PETITIONER, at=stages.after(30), party=matter.parties.get(), disputed="不服"
    )
    assert matter.reviews.count() == 1


def test_a_day_late_needs_a_cause(village, refused):
    matter = stages.delivered_matter(village)
    with refused("写明原因") as told:
        matter.request_review(
            by=stages.PETITIONER, at=stages.after(31), party=matter.parties.get(), disputed="不服"
        )
    assert told.value.field == "late_cause"


def test_a_late_request_with_a_cause_is_taken_even_after_settling(village):
    matter = stages.delivered_matter(village)
    window = matter.clocks.get(term="review-window")
    matter.settle(by=stages.Actor.system(), at=stages.after(31), clock=window)
    asked = {"party": matter.parties.get(), "disputed": "不服", "late_cause": "住院"}
    matter.request_review(by=stages.PETITIONER, at=stages.after(40), **asked)
    assert matter.reviews.get().stage == "requested"


def test_one_party_asks_once(village, refused):
    review = stages.requested_review(village)
    with refused("已经申请过"):
        review.matter.request_review(
            by=stages.PETITIONER, at=stages.START, party=review.party, disputed="不服"
        )


def test_each_party_may_ask(village):
    matter = stages.replied_matter(village, people=(stages.ELDER, stages.FARMER))
    first, second = matter.parties.order_by("pk")
    proof = {"by": village.actor(village.handler), "at": stages.START, **stages.PROOF}
    matter.deliver(party=first, **proof)
    matter.deliver(party=second, **proof)
    matter.request_review(by=stages.PETITIONER, at=stages.START, party=first, disputed="不服")
    matter.request_review(by=stages.PETITIONER, at=stages.START, party=second, disputed="不服")
    assert matter.reviews.count() == 2


def test_who_has_not_received_the_answer_cannot_ask_yet(village, refused):
    matter = stages.delivered_matter(village, people=(stages.ELDER, stages.FARMER))
    other = matter.parties.order_by("pk").last()
    with refused("收到答复以后"):
        matter.request_review(by=stages.PETITIONER, at=stages.START, party=other, disputed="不服")


def test_what_is_disputed_is_said(village, refused):
    matter = stages.delivered_matter(village)
    with refused("不同意哪里"):
        matter.request_review(by=stages.PETITIONER, at=stages.START, party=matter.parties.get(), disputed="")


def test_the_reviewed_organ_does_not_decide(village, refused):
    review = stages.requested_review(village)
    with refused("复查"):
        review.decide_review(by=village.actor(village.second), **stages.DECISION)


@pytest.mark.parametrize("part", ["handler", "second"])
def test_who_drafted_or_signed_does_not_review(village, refused, part):
    review = stages.requested_review(village)
    village.reviewer.holdings.update(officer=getattr(village, part), since_on="2020-01-02")
    actor = next(actor for actor in getattr(village, part).actors() if actor.organ == village.county)
    with refused("办过或签过原答复的人"):
        review.decide_review(by=actor, **stages.DECISION)


def test_a_reviewer_of_elsewhere_decides_nothing(village, refused):
    review = stages.requested_review(village)
    with refused("不在您的单位"):
        review.decide_review(by=village.actor(village.stranger), **stages.DECISION)


def test_an_assistant_does_not_decide_a_review(village, refused):
    review = stages.requested_review(village)
    village.reviewer.holdings.update(capacity="assistant")
    with refused("助理可以准备"):
        review.decide_review(by=village.actor(village.reviewer), **stages.DECISION)


@pytest.mark.parametrize("missing", ["result", "facts", "reasons", "basis"])
def test_a_review_gives_result_facts_reasons_and_basis(village, refused, missing):
    review = stages.requested_review(village)
    with refused("“"):
        review.decide_review(by=village.actor(village.reviewer), **stages.DECISION | {missing: ""})


def test_deciding_stops_the_clock_and_issues_the_opinion_with_the_next_remedy(village):
    review = stages.decided_review(village)
    paper = review.matter.documents.get(kind="D20")
    assert not review.clocks.running().exists()
    assert "明川市人民政府" in paper.fields["notes"][0]


def test_the_final_window_opens_with_proof_alone(village, running):
    review = stages.decided_review(village)
    assert "final-review-window" not in running(review.matter)
    review.deliver_review(by=village.actor(village.reviewer), at=stages.START, **stages.PROOF)
    assert "final-review-window" in running(review.matter)


def test_a_final_review_goes_one_level_further_up(village, running):
    review = stages.delivered_review(village)
    final = review.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服").review
    assert (final.level, final.organ) == (2, village.city)
    assert "final-review-window" not in running(review.matter)


def test_asking_for_final_review_leaves_the_first_one_delivered(village):
    review = stages.delivered_review(village)
    review.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服")
    assert Review.objects.get(pk=review.pk).stage == "delivered"


def test_a_first_review_is_not_decided_again_after_final_review_was_asked(village, refused):
    review = stages.delivered_review(village)
    review.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服")
    with refused("这一步办不了"):
        Review.objects.get(pk=review.pk).decide_review(by=village.actor(village.reviewer), **stages.DECISION)


def test_a_delivered_final_review_ends_the_procedure(village, city_reviewer):
    review = stages.delivered_review(village)
    final = review.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服").review
    final.decide_final_review(by=city_reviewer, at=stages.START, **stages.DECISION)
    final.deliver_final_review(by=city_reviewer, at=stages.START, **stages.PROOF)
    assert final.stage == "finalised"
    assert "最终意见" in final.matter.documents.get(kind="D21").fields["notes"][0]


def test_after_the_final_review_there_is_no_further_one(village, city_reviewer, refused):
    review = stages.delivered_review(village)
    final = review.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服").review
    final.decide_final_review(by=city_reviewer, at=stages.START, **stages.DECISION)
    final.deliver_final_review(by=city_reviewer, at=stages.START, **stages.PROOF)
    with refused("这一步办不了"):
        final.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="还是不服")


def test_a_final_review_is_not_decided_by_the_act_of_a_first(village, refused, city_reviewer):
    review = stages.delivered_review(village)
    final = review.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服").review
    with refused("这一步办不了"):
        final.decide_review(by=city_reviewer, **stages.DECISION)


def test_the_day_of_the_request_is_written_as_on_paper(village):
    paper = stages.decided_review(village).matter.documents.get(kind="D20")
    assert "于2026年3月2日提出申请" in paper.fields["blocks"][0][1]
