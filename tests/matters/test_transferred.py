"""Under seal, people move and organs change: whoever was named learns nothing by it (Art. 22.2, 30.3)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from huiyin.matters.matter import Matter
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from tests.matters import stages


@pytest.fixture
def accusation(village):
    """It names the town, and 蒋正 and 沈清 keep it."""
    return stages.registered_matter(village, accusation=True, named=(village.town,), at=timezone.now())


def moved(officer: Officer, post, *, instead: bool) -> Officer:
    """The officer, who acts in another post from today on, beside the old one or instead of it."""
    if instead:
        officer.holdings.update(until_on=timezone.localdate())
    Holding.objects.create(post=post, officer=officer, capacity="acting", since_on=timezone.localdate())
    return Officer.objects.get(pk=officer.pk)


@pytest.mark.parametrize("instead", [True, False])
def test_who_comes_to_a_keepers_post_from_the_organ_named_does_not_read_it(village, accusation, instead):
    post = village.actor(village.keeper).post
    assert accusation.grants.filter(post=post).exists()
    assert not Matter.objects.visible_to(moved(village.head, post, instead=instead)).exists()
    assert Matter.objects.visible_to(village.keeper).get() == accusation


def test_nor_does_such_a_keeper_act_on_it(village, accusation, refused):
    keeping = moved(village.head, village.actor(village.keeper).post, instead=False)
    actor = next(actor for actor in keeping.actors() if actor.has("seal_keeper"))
    with refused("不在您的单位"):
        accusation.triage(by=actor, kind="accusation", reports_wrongdoing=True)


def test_who_had_left_the_organ_before_anybody_accused_it_keeps_like_others(village, accusation):
    village.head.holdings.update(until_on=timezone.localdate() - timedelta(days=400))
    keeping = moved(village.head, village.actor(village.keeper).post, instead=False)
    assert Matter.objects.visible_to(keeping).get() == accusation


def test_an_organ_that_was_merged_into_another_is_not_read_of_there(village, accusation):
    village.town.ended_on, village.town.successor = timezone.localdate(), village.county
    village.town.save()
    post = village.actor(village.keeper).post
    assert not Matter.objects.visible_to(moved(village.review_head, post, instead=False)).exists()


def test_a_keeper_decides_of_no_petition_that_is_not_sealed(village, refused):
    matter = stages.registered_matter(village)
    with refused("不在您的单位"):
        matter.triage(by=village.actor(village.keeper), kind="appeal_claim", reports_wrongdoing=False)
