"""Posts and holdings: who may act as what, and since when."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from huiyin.people.actor import Actor
from huiyin.people.duty import require_duties
from huiyin.people.holding import Holding
from huiyin.people.organ import Organ
from huiyin.people.post import Post


def test_a_post_has_one_current_holder(village):
    post = village.actor(village.head).post
    with pytest.raises(IntegrityError):
        Holding.objects.create(post=post, officer=village.second, since_on=date(2026, 1, 1))


def test_a_post_may_have_an_acting_officer_beside_its_holder(village):
    post = village.actor(village.head).post
    Holding.objects.create(post=post, officer=village.second, capacity="acting", since_on=date(2026, 1, 1))
    assert [actor.capacity for actor in village.second.actors()] == ["acting", "holder"]


def test_a_new_holder_may_follow_one_who_left(village):
    post = village.actor(village.head).post
    Holding.objects.filter(post=post).update(until_on=date(2026, 1, 31))
    assert Holding.objects.create(post=post, officer=village.second, since_on=date(2026, 2, 1)).pk


def test_a_holding_never_ends_before_it_begins(village):
    with pytest.raises(IntegrityError, match="holding_ends_after_it_begins"):
        Holding.objects.filter(officer=village.head).update(until_on=date(2019, 12, 31))


@pytest.mark.parametrize(("days", "counts"), [(-1, 0), (0, 1), (1, 1)])
def test_the_last_day_of_a_holding_counts(village, days, counts):
    until = timezone.localdate() + timedelta(days=days)
    Holding.objects.filter(officer=village.head).update(until_on=until)
    assert len(village.head.actors()) == counts


def test_a_past_day_knows_who_held_the_post_then(village):
    post = village.actor(village.head).post
    Holding.objects.filter(post=post).update(until_on=date(2025, 12, 31))
    assert list(Post.objects.held_by(village.head, date(2025, 6, 1))) == [post]
    assert not Post.objects.held_by(village.head).exists()


def test_a_post_is_found_by_its_duty(village):
    posts = Post.objects.filter(organ=village.town).with_duty("head")
    assert [post.title for post in posts] == ["镇长"]


@pytest.mark.parametrize("duties", [["fly"], ["sign", "sign"], "sign", {"sign": 1}])
def test_duties_are_a_list_of_known_words_each_once(duties):
    with pytest.raises(ValidationError):
        require_duties(duties)


def test_a_rank_that_does_not_exist_is_refused(village):
    with pytest.raises(IntegrityError, match="post_rank_is_known"):
        Post.objects.filter(organ=village.town).update(rank=9)


@pytest.mark.parametrize("capacity", ["holder", "acting"])
def test_a_holder_and_an_acting_officer_may_sign(village, capacity):
    post = village.actor(village.head).post
    assert Actor(post, village.second, capacity).has("sign")


def test_an_assistant_prepares_and_never_signs(village):
    head, handler = village.actor(village.head).post, village.actor(village.handler).post
    assert not Actor(head, village.handler, "assistant").has("sign")
    assert Actor(handler, village.second, "assistant").has("handle")


def test_a_petitioner_and_the_system_have_no_duty():
    assert not Actor.petitioner().has("sign") and not Actor.system().has("sign")


def test_an_actor_is_named_with_post_officer_and_capacity(village):
    post = village.actor(village.head).post
    assert str(Actor(post, village.second, "acting")) == "安平镇 镇长 钱文（代理）"


@pytest.mark.parametrize("ending", ["officer", "post", "organ"])
def test_nobody_acts_once_officer_post_or_organ_is_gone(village, ending):
    post = village.actor(village.head).post
    changes = {
        "officer": lambda: type(village.head).objects.filter(pk=village.head.pk).update(is_active=False),
        "post": lambda: Post.objects.filter(pk=post.pk).update(is_active=False),
        "organ": lambda: Organ.objects.filter(pk=village.town.pk).update(ended_on=date(2026, 1, 1)),
    }
    changes[ending]()
    assert village.head.actors() == []


def test_an_officer_works_for_the_organs_of_their_posts(village):
    assert list(village.handler.organs()) == [village.town]


def test_every_actor_of_an_officer_costs_one_query(village, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [actor.organ.name for actor in village.handler.actors()] == ["安平镇人民政府"]
