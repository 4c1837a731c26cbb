"""`huiyin bench`: what is written in bulk is what the gate writes, but for what is each matter's own; acts are real."""

import json
import random
from itertools import islice
from uuid import UUID

import pytest

from huiyin.config.bench import city, fill, mix
from huiyin.config.bench.copying import Pattern
from huiyin.ledger import verify
from huiyin.ledger.entry import Entry
from huiyin.matters import audit
from huiyin.matters.matter import Matter
from huiyin.matters.search import matching

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
FILLED = 200
OWN = {
    "document": {"sequence", "number", "digest"},
    "petition": {"key"},
    "receipt": {"code_hmac"},
    "petitioner": {"phone", "phone_index"},
}


@pytest.fixture
def filled():
    """The gate's matters of two units by unit and stage, and 200 written in bulk."""
    founded = city.found(units=2)
    gates = len(list(fill.places(founded)))
    list(fill.fill(founded, gates + FILLED))
    matters = list(Matter.system.order_by("registered_at", "pk"))
    patterns = [matter for matter in matters if not matter.number.startswith("测0")]
    copies = [matter for matter in matters if matter.number.startswith("测0")]
    assert (len(patterns), len(copies)) == (gates, FILLED)
    return {_place(matter): Pattern(matter) for matter in patterns}, [Pattern(copy) for copy in copies]


def test_every_field_of_two_hundred_is_what_the_gate_wrote(filled):
    patterns, copies = filled
    for own in copies:
        pattern = patterns[_place(own.matter)]
        assert [type(row) for row in own.rows] == [type(row) for row in pattern.rows]
        same = {str(old.pk): str(new.pk) for old, new in _with_ids(pattern, own)}
        for old, new in zip(pattern.rows, own.rows, strict=True):
            assert _fields(new, own.matter, {}) == _fields(old, pattern.matter, same)


def test_every_entry_of_two_hundred_says_what_the_gate_said(filled):
    patterns, copies = filled
    for own in copies:
        pattern = patterns[_place(own.matter)]
        same = {str(old.pk): str(new.pk) for old, new in _with_ids(pattern, own)}
        assert _entries(own, {}) == _entries(pattern, same)


def test_the_record_is_whole_lawful_and_can_be_searched(filled):
    patterns, copies = filled
    assert verify.walk().breaks == []
    assert audit.audit().findings == []
    for own in copies[:20]:
        found = matching(Matter.system.all(), own.matter.title[:6]).values_list("pk", flat=True)
        assert own.matter.pk in found


def test_the_acts_that_are_measured_are_done_to_matters_of_every_stage():
    founded = city.found(units=2)
    list(fill.fill(founded, 60))
    before = Entry.objects.count()
    for turn in islice(mix.turns(founded, random.Random(3)), 60):
        turn()
    assert Entry.objects.count() == before + 60
    assert audit.audit().findings == []


def _place(matter):
    lead = matter.assignments.get(is_lead=True)
    return lead.organ_id, lead.stage


def _with_ids(pattern, own):
    rows = zip(pattern.rows, own.rows, strict=True)
    return [(old, new) for old, new in rows if isinstance(old.pk, UUID)]


def _fields(row, matter, same):
    """Every field by name, the matter's own words told apart from everything else."""
    name = row._meta.model_name
    told = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.name in OWN.get(name, ()) or (field.primary_key and not isinstance(value, UUID)):
            continue
        told[field.attname] = _mapped(_without(matter, value), same)
    return told


def _entries(pattern, same):
    return [
        (
            entry.kind,
            entry.number,
            entry.occurred_at,
            entry.post,
            entry.officer,
            entry.rules,
            entry.rules_digest,
            [(section, _mapped(_without(pattern.matter, plain), same)) for section, plain in sections],
        )
        for entry, sections in pattern.entries
    ]


def _mapped(text, same):
    for old, new in same.items():
        text = text.replace(old, new)
    return text


def _without(matter, value):
    """A value with the matter's own number, title and text left out."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    for own in (matter.number, matter.title, matter.text):
        text = text.replace(own, "…")
    return text
