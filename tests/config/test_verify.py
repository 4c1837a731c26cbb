"""`huiyin verify` and `huiyin audit`: what an insider with the database in hand changes is found and named."""

import json
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from huiyin.config import roles
from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.ledger.pending import Pending
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.document import Document
from huiyin.matters.forwarding import Forwarding
from huiyin.matters.matter import Matter
from tests.config import course
from tests.plugins import triggers

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True)]


def tampered(change: Callable[[], object]) -> None:
    """Do it as somebody who owns the tables and has lifted what guards them."""
    with roles.as_owner(), triggers.lifted(connection):
        change()


def said(command: str) -> tuple[int, str]:
    """The exit code of a subcommand and what it printed."""
    out = StringIO()
    try:
        call_command(command, stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


def erased(entry: Entry) -> None:
    """Delete an entry with its payloads, as no act ever does."""
    Payload.objects.filter(entry=entry)._raw_delete("default")
    Pending.objects.filter(entry=entry)._raw_delete("default")
    Entry.objects.filter(pk=entry.pk)._raw_delete("default")


def swapped(matter: Matter) -> None:
    """Exchange the payloads of two entries."""
    first, second = (
        Payload.objects.get(entry__stream=matter.pk, entry__number=number, section="act") for number in (2, 3)
    )
    Payload.objects.filter(pk=first.pk).update(ciphertext=second.ciphertext)
    Payload.objects.filter(pk=second.pk).update(ciphertext=first.ciphertext)


def test_an_honest_record_verifies_and_audits(village):
    course.accepted(village)
    assert said("verify")[0] == 0 and "6 entries" in said("verify")[1]
    assert said("audit")[0] == 0 and "1 matters" in said("audit")[1]


def test_a_record_whose_payloads_are_erased_still_verifies(village):
    course.accepted(village)
    Payload.objects.all()._raw_delete("default")
    assert said("verify")[0] == 0


def test_a_changed_entry_is_named(village):
    matter = course.accepted(village)
    entries = Entry.objects.filter(stream=matter.pk, number=3)
    tampered(lambda: entries.update(occurred_at="2026-01-05T08:00:00+08:00"))
    code, words = said("verify")
    assert code == 1 and f"{matter.pk}/3" in words and "was changed" in words


def test_an_entry_missing_in_the_middle_is_named(village):
    matter = course.accepted(village)
    tampered(lambda: erased(Entry.objects.get(stream=matter.pk, number=3)))
    code, words = said("verify")
    assert code == 1 and f"{matter.pk}/4" in words and "entry 3 is missing" in words


def test_an_entry_missing_at_the_end_is_found_by_the_audit(village):
    matter = course.accepted(village)
    tampered(lambda: erased(Entry.objects.get(stream=matter.pk, number=6)))
    code, words = said("audit")
    assert code == 1 and f"{matter.pk}: acts [6] are not in the record" in words


def test_an_entry_resealed_by_itself_breaks_the_link_after_it(village):
    matter = course.accepted(village)
    entry = Entry.objects.get(stream=matter.pk, number=3)
    entry.kind = "assign"
    tampered(lambda: Entry.objects.filter(pk=entry.pk).update(kind="assign", hash=entry.computed_hash()))
    code, words = said("verify")
    assert code == 1 and f"{matter.pk}/4" in words and "does not name the entry before it" in words


def test_swapped_payloads_are_named(village):
    matter = course.accepted(village)
    tampered(lambda: swapped(matter))
    code, words = said("verify")
    assert code == 1 and f"{matter.pk}/2" in words and "section act" in words


def test_a_changed_stage_is_named(village):
    matter = course.accepted(village)
    Assignment.objects.filter(matter=matter, is_lead=True).update(stage="delivered")
    code, words = said("audit")
    assert code == 1 and f"{matter.pk}: stage is delivered, its acts say investigating" in words


def test_a_changed_due_date_is_named(village):
    matter = course.accepted(village)
    Clock.objects.filter(matter=matter, term="handling").update(due_on=date(2030, 1, 1))
    code, words = said("audit")
    assert code == 1 and f"{matter.pk}: clock handling is due 2030-01-01" in words


def test_a_missing_act_row_is_named(village):
    matter = course.accepted(village)
    Forwarding.objects.filter(matter=matter)._raw_delete("default")
    code, words = said("audit")
    assert code == 1 and f"{matter.pk}/3: the record says forward, the acts say nothing" in words


def test_a_wrong_version_is_named(village):
    matter = course.accepted(village)
    Matter.system.filter(pk=matter.pk).update(version=9)
    code, words = said("audit")
    assert code == 1 and f"{matter.pk}: version is 9, the record ends at 6" in words


def test_a_missing_document_number_is_named(village):
    course.accepted(village)
    Document.objects.filter(organ=village.city_office, sequence=1)._raw_delete("default")
    code, words = said("audit")
    assert code == 1 and "a number is missing below 2" in words


@pytest.mark.parametrize("command", ["verify", "audit"])
def test_machines_are_answered_in_json(village, command):
    course.accepted(village)
    out = StringIO()
    call_command(command, "--json", stdout=out)
    assert json.loads(out.getvalue())["findings" if command == "audit" else "breaks"] == []
