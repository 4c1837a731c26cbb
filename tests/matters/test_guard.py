"""What this software refuses to be: no list of people, no ranking, no promise to stop, in no schema and no text."""

import re
from pathlib import Path

import pytest
from django.apps import apps

import huiyin
from huiyin.people.petitioner import Petitioner

ROOT = Path(huiyin.__file__).parent
FORBIDDEN = re.compile(
    "risk_?score|watch_?list|black_?list|stability|troublemaker|intercept|beijing_?visit|jinjing|repeat_?offender"
    "|credit_?score|danger_?level|profile_?of|trajectory|promise_to_stop|no_more_petition"
    "|稳控|重点人员|劝返|截访|拦访|扬言|越级次数|进京|赴省|非访|缠访|闹访|难缠户|钉子户|老上访|息访承诺|息诉罢访|罢访承诺|维稳|黑名单|信访人画像",
    re.IGNORECASE,
)
SAYS_NO = {
    "people/labels.py",  # the list of words that are turned back
}
MINIMAL = {
    "id",
    "kind",
    "name",
    "id_type",
    "id_number",
    "phone",
    "address",
    "name_index",
    "id_index",
    "phone_index",
    "e_delivery_consent_at",
    "created_at",
}
OURS = [model for model in apps.get_models() if model.__module__.startswith("huiyin.")]
FILES = [
    path
    for kind in ("*.py", "*.html", "*.toml", "*.po", "*.js", "*.csv")
    for path in ROOT.rglob(kind)
    if str(path.relative_to(ROOT)) not in SAYS_NO and "vendor" not in path.parts
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_column_and_no_choice_has_a_forbidden_name(model):
    names = [model._meta.db_table, *(field.name for field in model._meta.get_fields())]
    choices = [str(part) for field in model._meta.fields for choice in field.choices or () for part in choice]
    assert [word for word in [*names, *choices] if FORBIDDEN.search(word)] == []


def test_no_migration_template_rule_page_or_translation_says_a_forbidden_word():
    found = [str(path.relative_to(ROOT)) for path in FILES if FORBIDDEN.search(path.read_text("utf-8"))]
    assert found == []


def test_of_a_petitioner_the_least_is_kept():
    assert {field.name for field in Petitioner._meta.concrete_fields} == MINIMAL


def test_no_table_points_at_a_petitioner_but_as_a_party_of_one_matter_or_its_addressee():
    pointing = {
        f"{relation.related_model._meta.label}.{relation.field.name}"
        for relation in Petitioner._meta.related_objects
    }
    assert {name for name in pointing if not name.startswith("mailroom.")} <= {
        "matters.Party.petitioner",
    }


def test_no_query_orders_places_or_organs_by_how_many_petition():
    ranking = re.compile(r"order_by\([^)]*(petitions?_count|matters?_count|people_count|num_matters|-count)")
    assert [
        str(p.relative_to(ROOT)) for p in FILES if p.suffix == ".py" and ranking.search(p.read_text("utf-8"))
    ] == []
