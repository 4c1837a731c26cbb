"""Every open matter is with one organ, and one person answers for it by name (S022)."""

import pytest

from huiyin.people.organ import Organ
from huiyin.people.post import Post
from tests.matters import stages

pytestmark = pytest.mark.seed("S022")
EVERY_STAGE = [
    stages.registered_matter,
    stages.triaged_matter,
    stages.forwarded_matter,
    stages.objected_matter,
    stages.disputed_matter,
    stages.notified_matter,
    stages.accepted_matter,
    stages.investigated_matter,
]


@pytest.mark.parametrize("stage", EVERY_STAGE)
def test_at_every_stage_one_organ_has_it_and_one_post_answers(village, stage):
    matter = stage(village)
    lead = matter.assignments.get(is_lead=True)
    assert lead.answerable().organ == lead.organ
    assert list(matter.assignments.open()) == [lead]


def test_until_a_handler_is_named_the_head_answers(village):
    lead = stages.forwarded_matter(village).lead
    assert lead.handler is None
    assert lead.answerable() == village.actor(village.head).post


def test_the_handler_answers_once_named(village):
    assert stages.accepted_matter(village).lead.answerable() == village.actor(village.handler).post


def test_when_the_handler_steps_back_somebody_else_answers(village):
    matter = stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.handler, reason="是亲戚")
    assert matter.lead.answerable() == village.actor(village.head).post


def test_when_the_head_steps_back_the_next_in_rank_answers(village):
    matter = stages.forwarded_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.head, reason="是亲戚")
    assert matter.lead.answerable() == village.actor(village.second).post


def test_a_post_without_anybody_answers_only_where_there_is_no_other(village):
    Post.objects.create(organ=village.town, title="空着的镇长岗", duties=["head"], rank=3)
    assert Post.objects.answering_for(village.town) == village.actor(village.head).post


def test_every_organ_of_the_village_has_somebody(village):
    organs = Organ.objects.all()
    assert organs and all(Post.objects.answering_for(organ) for organ in organs)
