"""Regions: codes contain each other."""

import pytest
from django.db import IntegrityError, transaction

from huiyin.people.region import Region
from huiyin.people.region_rows import RegionWrong, load_regions, short_code

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["1", "123", "12345", "1234567890123", "", "99a1", "９９"])
def test_a_code_of_another_shape_is_refused_by_the_database(code):
    with pytest.raises(Exception, match="region_code|too long|digits"), transaction.atomic():
        Region.objects.create(code=code[:12] if len(code) <= 12 else code[:11], name="x")


def test_a_parent_must_be_around_its_child(village):
    with pytest.raises(IntegrityError, match="region_code_begins_with_its_parents_code"):
        Region.objects.create(code="990301", name="x", parent_id="9901")


def test_a_region_is_not_its_own_parent(village):
    with pytest.raises(IntegrityError, match="region_code_begins_with_its_parents_code"):
        Region.objects.filter(code="9901").update(parent_id="9901")


def test_a_village_knows_its_full_name(village):
    assert Region.objects.get(code="990101001001").full_name() == "虚构省明川市城南县安平镇石桥村"


def test_within_a_county_are_its_towns(village):
    assert Region.objects.within("990101").filter(name="安平镇").exists()
    assert not Region.objects.within("990101").filter(name="临湖市").exists()


def test_rows_may_come_in_any_order():
    load_regions(
        [{"code": "990101", "name": "城南县"}, {"code": "99", "name": "省"}, {"code": "9901", "name": "市"}]
    )
    assert Region.objects.get(code="990101").parent_id == "9901"


def test_a_missing_level_is_bridged():
    load_regions([{"code": "99", "name": "省"}, {"code": "990101", "name": "直辖县"}])
    assert Region.objects.get(code="990101").parent_id == "99"


def test_loading_again_counts_only_what_changed():
    load_regions([{"code": "99", "name": "旧名"}])
    assert load_regions([{"code": "99", "name": "新名"}, {"code": "9901", "name": "市"}]) == (1, 1)


@pytest.mark.parametrize(
    ("filled", "short"),
    [
        ("340000", "34"),
        ("340100", "3401"),
        ("340123", "340123"),
        ("340123001000", "340123001"),
        ("340123000000", "340123"),
        ("340100000000", "3401"),
        ("3401", "3401"),
    ],
)
def test_codes_filled_with_zeros_are_shortened(filled, short):
    assert short_code(filled) == short


@pytest.mark.parametrize("row", [{"code": "99a", "name": "x"}, {"code": "99", "name": ""}, {}])
def test_a_bad_row_is_named_and_nothing_is_loaded(row):
    with pytest.raises(RegionWrong, match="第 3 行"):
        load_regions([{"code": "98", "name": "好"}, row])
    assert not Region.objects.exists()
