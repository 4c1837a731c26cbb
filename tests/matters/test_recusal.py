"""Recusal: who steps back does no further act, and the organ names another handler."""

import pytest

from huiyin.matters.possible import acts_open_to
from huiyin.matters.timeline import timeline
from tests.matters import stages

WHY = {"reason": "是信访人的堂弟"}


def test_a_recused_handler_loses_the_matter(village):
    matter = stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.handler, **WHY)
    assert matter.lead.handler is None


def test_a_recused_officer_does_nothing_more(village, refused):
    matter = stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.handler, **WHY)
    with refused("已经回避"):
        matter.note(by=village.actor(village.handler), words="再看一眼")
    assert acts_open_to(matter, village.actor(village.handler)) == []


def test_an_officer_may_step_back_alone(village):
    matter = stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.handler), officer=village.handler, **WHY)
    assert matter.recusals.get().officer == village.handler


ASKS = {"whom": "承办人吴大海", "reason": "他是对方的姐夫"}


def test_a_petitioner_asks_and_the_head_decides(village):
    matter = stages.accepted_matter(village)
    matter.request_recusal(by=stages.PETITIONER, **ASKS)
    matter.recuse(by=village.actor(village.head), officer=village.handler, **WHY)
    assert matter.lead.handler is None
    assert matter.recusal_requests.get().decided_on is not None


def test_a_no_has_a_reason_that_the_petitioner_reads(village):
    matter = stages.accepted_matter(village)
    matter.request_recusal(by=stages.PETITIONER, **ASKS)
    matter.refuse_recusal(by=village.actor(village.head), reason="查过户籍，没有亲属关系")
    latest = timeline(matter, public=True)[0]
    assert (latest.act, latest.fields["reason"]) == ("refuse_recusal", "查过户籍，没有亲属关系")


def test_one_request_is_decided_before_the_next(village, refused):
    matter = stages.accepted_matter(village)
    matter.request_recusal(by=stages.PETITIONER, **ASKS)
    with refused("还在看"):
        matter.request_recusal(by=stages.PETITIONER, **ASKS)


def test_nobody_refuses_what_nobody_asked(village, refused):
    matter = stages.accepted_matter(village)
    with refused("没有等着决定"):
        matter.refuse_recusal(by=village.actor(village.head), reason="不用")


def test_a_petitioner_takes_nobody_off_the_matter(village, refused):
    matter = stages.accepted_matter(village)
    with refused("没有“承办”"):
        matter.recuse(by=stages.PETITIONER, officer=village.handler, **WHY)


def test_a_reviewer_steps_back_from_a_review(village, refused):
    review = stages.requested_review(village)
    review.recuse(by=village.actor(village.reviewer), officer=village.reviewer, **WHY)
    with refused("已经回避"):
        review.note(by=village.actor(village.reviewer), words="再看一眼")


def test_a_recusal_on_one_matter_is_none_on_another(village):
    matter, other = stages.accepted_matter(village), stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.handler, **WHY)
    other.note(by=village.actor(village.handler), words="去看过")
    assert other.lead.handler == village.actor(village.handler).post


def test_who_stepped_back_is_not_named_handler_again(village, refused):
    matter = stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.handler, **WHY)
    with refused("已经回避") as told:
        matter.designate(by=village.actor(village.head), handler=village.actor(village.handler).post)
    assert told.value.field == "handler"


@pytest.mark.parametrize("part", ["bureau_handler", "stranger"])
def test_another_organ_recuses_nobody_here(village, refused, part):
    matter = stages.accepted_matter(village)
    with refused("不在您的单位"):
        matter.recuse(by=village.actor(getattr(village, part)), officer=village.handler, **WHY)
