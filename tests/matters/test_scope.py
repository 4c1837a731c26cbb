"""Who sees what: through grants and nothing else; asked without saying on whose behalf, nothing at all."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.matters.errors import UnscopedQuery
from huiyin.matters.grant import Grant
from huiyin.matters.matter import Matter
from tests.matters import stages
from tests.village import CAST


@pytest.mark.parametrize("asked", ["all", "first", "count", "exists", "iterator"])
def test_matters_asked_for_on_nobodys_behalf_are_refused(village, asked):
    stages.registered_matter(village)
    with pytest.raises(UnscopedQuery):
        getattr(Matter.objects, asked)()


def test_getting_one_by_its_key_is_refused_too(village):
    matter = stages.registered_matter(village)
    with pytest.raises(UnscopedQuery):
        Matter.objects.get(pk=matter.pk)


def test_a_foreign_matter_is_as_if_it_were_not_there(village):
    matter = stages.accepted_matter(village)
    with pytest.raises(Matter.DoesNotExist):
        Matter.objects.visible_to(village.stranger).get(pk=matter.pk)


OFFICE = {"registrar", "triager", "supervisor", "administrator", "other_administrator"}


@pytest.mark.parametrize("part", sorted(set(CAST) - OFFICE))
def test_before_it_is_passed_on_nobody_outside_the_office_sees_it(village, part):
    stages.triaged_matter(village, named=(village.town, village.bureau))
    assert not Matter.objects.visible_to(getattr(village, part)).exists()


def test_every_grant_says_why(village):
    review = stages.requested_review(village)
    reasons = dict(review.matter.grants.values_list("organ__short_name", "reason"))
    assert reasons == {"市信访局": "register", "安平镇": "forward", "城南县政府": "request_review"}


def test_a_grant_ends_on_its_day(village):
    matter = stages.registered_matter(village)
    today = timezone.localdate()
    Grant.objects.create(matter=matter, organ=village.bureau, reason="joint", until_on=today)
    assert Matter.objects.visible_to(village.bureau_handler).exists()
    Grant.objects.filter(organ=village.bureau).update(until_on=today - timedelta(days=1))
    assert not Matter.objects.visible_to(village.bureau_handler).exists()


def test_who_left_the_post_sees_nothing(village):
    stages.accepted_matter(village)
    village.handler.holdings.update(until_on=timezone.localdate() - timedelta(days=1))
    assert not Matter.objects.visible_to(type(village.handler).objects.get(pk=village.handler.pk)).exists()


def test_a_sealed_matter_is_not_seen_through_an_organs_grant(village):
    matter = stages.registered_matter(village, accusation=True)
    Grant.to_organ(matter, village.city_office, "by mistake")
    assert not Matter.objects.visible_to(village.administrator).exists()


def test_a_grant_is_to_an_organ_or_to_a_post(village):
    matter = stages.registered_matter(village)
    with pytest.raises(IntegrityError, match="granted_to_an_organ_or_to_a_post"), transaction.atomic():
        Grant.objects.create(matter=matter, reason="to nobody")


def test_a_receipt_opens_its_own_matter_alone(village):
    one, other = stages.registration(village), stages.registration(village)
    assert Matter.objects.held_by(one.receipt).get() == one.matter
    assert other.matter not in Matter.objects.held_by(one.receipt)
