"""A succession: recorded once, by day, without circles; the old organ stands until its day and cannot be chosen after."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.people.organ import Organ
from huiyin.people.succession import Succession, carried_by

TODAY = timezone.localdate()
LATER = TODAY + timedelta(days=10)


def told(village, old="town", new="county", on=TODAY, kind="merged"):
    return Succession(
        organ=getattr(village, old),
        successor=getattr(village, new),
        kind=kind,
        effective_on=on,
        reason="城南县机构改革方案",
        recorded_by=village.administrator,
    )


def recorded(village, *args, **more):
    one = told(village, *args, **more)
    one.full_clean()
    one.record()
    return one


def test_on_its_day_the_organ_ends_and_the_successor_stands_for_it(village):
    recorded(village)
    town = Organ.objects.get(pk=village.town.pk)
    assert (town.ended_on, town.standing()) == (TODAY, village.county)
    assert town not in Organ.objects.open_on()


def test_until_its_day_the_organ_stands(village):
    recorded(village, on=LATER)
    town = Organ.objects.get(pk=village.town.pk)
    assert town.standing() == town
    assert town in Organ.objects.open_on() and town not in Organ.objects.open_on(LATER)
    assert not Succession.objects.in_force().exists()


def test_an_organ_ends_once(village):
    recorded(village)
    with pytest.raises(ValidationError):
        recorded(village, new="bureau")
    with pytest.raises(IntegrityError), transaction.atomic():
        told(village, new="bureau").save(force_insert=True)


def test_who_was_overtaken_records_nothing(village):
    one = told(village)
    Organ.objects.filter(pk=village.town.pk).update(ended_on=date(2026, 1, 1))
    with pytest.raises(ValidationError):
        one.record()
    assert not Succession.objects.exists()


def test_a_circle_is_refused(village):
    recorded(village, "town", "county", on=LATER)
    with pytest.raises(ValidationError, match="绕成一圈"):
        told(village, "county", "town", on=LATER + timedelta(days=1)).full_clean()


def test_nobody_succeeds_oneself(village):
    with pytest.raises(ValidationError):
        told(village, "town", "town").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        told(village, "town", "town").save(force_insert=True)


def test_a_successor_that_is_gone_by_then_is_refused(village):
    village.county.ended_on = TODAY
    village.county.save()
    with pytest.raises(ValidationError, match="已经撤并"):
        told(village, new="county").full_clean()


def test_an_organ_does_not_end_before_it_opened(village):
    with pytest.raises(ValidationError, match="设立"):
        told(village, on=date(1999, 1, 1)).full_clean()


def test_a_chain_is_followed_to_its_end(village):
    recorded(village, "town", "county")
    recorded(village, "county", "city")
    assert carried_by(village.town.pk) == {village.town.pk, village.county.pk, village.city.pk}
    assert Organ.objects.get(pk=village.town.pk).standing() == village.city
