"""Organs: who stands above whom, and who reviews."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from huiyin.people.organ import Organ


def organ(name, kind, region, superior=None, line="", **fields):
    return Organ.objects.create(
        name=name, kind=kind, region_id=region, superior=superior, superior_line=line, **fields
    )


def test_a_towns_answer_is_reviewed_by_the_county_then_by_the_city(village):
    assert (village.town.reviewer(), village.town.reviewer().reviewer()) == (village.county, village.city)


def test_above_the_city_no_level_remains_here(village):
    assert village.city.reviewer() is None


def test_a_department_is_reviewed_by_its_government(village):
    assert village.bureau.reviewer() == village.city


def test_a_station_of_a_department_is_reviewed_by_the_department(village):
    station = organ("不动产登记中心", "department", "9901", village.bureau)
    assert station.reviewer() == village.bureau


def test_a_village_committee_is_reviewed_by_its_town(village):
    committee = organ("石桥村村民委员会", "village", "990101001001", village.town)
    assert committee.reviewer() == village.town


def test_a_petition_office_is_passed_over_as_reviewer(village):
    below = organ("县信访局接待中心", "petition_office", "990101", village.county_office)
    assert below.reviewer() == village.county


def test_a_vertically_managed_organ_is_reviewed_in_its_own_line(village):
    city_tax = organ("明川市税务局", "department", "9901", None, "税务")
    county_tax = organ("城南县税务局", "department", "990101", village.county, "税务")
    assert (county_tax.reviewer(), city_tax.reviewer()) == (city_tax, None)


def test_a_line_does_not_reach_into_another_city(village):
    organ("临湖市税务局", "department", "9902", None, "税务")
    assert organ("城南县税务局", "department", "990101", village.county, "税务").reviewer() is None


def test_a_state_enterprise_without_a_line_above_waits_for_the_joint_conference(village):
    assert organ("明川市水务集团", "enterprise", "9901", village.city).reviewer() is None


def test_a_party_organ_is_reviewed_by_the_party_organ_above(village):
    above = organ("明川市委宣传部", "party_organ", "9901")
    assert organ("城南县委宣传部", "party_organ", "990101", above).reviewer() == above


def test_after_a_merger_the_successor_reviews(village):
    merged = organ("南城区人民政府", "government", "990101", village.city)
    Organ.objects.filter(pk=village.county.pk).update(ended_on=date(2026, 1, 1), successor=merged)
    village.town.refresh_from_db()
    assert village.town.reviewer() == merged


def test_a_merger_planned_for_later_changes_nothing_yet(village):
    merged = organ("南城区人民政府", "government", "990101", village.city)
    later = timezone.localdate() + timedelta(days=30)
    Organ.objects.filter(pk=village.county.pk).update(ended_on=later, successor=merged)
    village.town.refresh_from_db()
    assert village.town.reviewer() == village.county


def test_an_organ_is_open_from_its_first_day_until_before_its_last(village):
    short = organ("专班", "department", "9901", opened_on=date(2026, 1, 1), ended_on=date(2026, 2, 1))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))
    assert [short in Organ.objects.open_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("part", "office"),
    [
        ("town", "county_office"),
        ("bureau", "city_office"),
        ("county_office", "county_office"),
        ("city", "city_office"),
    ],
)
def test_every_organ_finds_its_petition_office(village, part, office):
    assert getattr(village, part).petition_office() == getattr(village, office)


def test_under_the_city_is_the_town_and_not_the_city_itself(village):
    under = Organ.objects.under(village.city)
    assert village.town in under and village.city not in under and village.elsewhere not in under


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        (lambda organ: {"superior": organ}, "organ_is_not_its_own_superior"),
        (lambda organ: {"successor": organ, "ended_on": "2026-01-01"}, "organ_is_not_its_own_successor"),
        (lambda organ: {"successor": organ.superior}, "organ_with_successor_has_ended"),
        (lambda organ: {"ended_on": "1999-01-01"}, "organ_ends_after_it_opened"),
    ],
)
def test_the_database_refuses_an_impossible_organ(village, changes, name):
    with pytest.raises(IntegrityError, match=name):
        Organ.objects.filter(pk=village.town.pk).update(**changes(village.town))


def test_two_standing_organs_never_share_a_name(village):
    with pytest.raises(IntegrityError):
        organ("安平镇人民政府", "township", "990101001")


def test_two_standing_organs_never_share_their_letters(village):
    with pytest.raises(IntegrityError):
        organ("另一局", "department", "9901", letters="明信")


def test_an_ended_organ_gives_its_name_and_letters_free(village):
    Organ.objects.filter(pk=village.city_office.pk).update(ended_on=date(2026, 1, 1))
    assert organ("明川市信访局", "petition_office", "9901", letters="明信").pk


def test_a_superior_that_stands_below_is_refused(village):
    village.city.superior = village.town
    with pytest.raises(ValidationError, match="请换一个上级"):
        village.city.clean()


def test_a_loop_of_superiors_ends_the_chain(village):
    Organ.objects.filter(pk=village.city.pk).update(superior=village.town)
    village.town.refresh_from_db()
    assert list(village.town.superiors()) == [village.county, village.city]
