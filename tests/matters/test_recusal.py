"""Recusal: who steps back does no further act, and the organ names another handler."""

import pytest

from huiyin.matters.possible import acts_open_to
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


def test_a_petitioner_may_ask_for_it(village):
    matter = stages.accepted_matter(village)
    matter.recuse(by=stages.PETITIONER, officer=village.handler, **WHY)
    assert matter.lead.handler is None


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
