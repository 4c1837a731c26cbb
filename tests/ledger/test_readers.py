"""Readers take pending rows: under writers that commit out of order no entry is missed, as a cursor would miss some."""

import threading
import time
import uuid

import pytest
from django.db import connection, transaction
from django.utils import timezone

from huiyin.ledger import entry, pending, readers
from huiyin.ledger.entry import Entry
from huiyin.ledger.pending import Pending, Stuck

WRITERS, EACH, HELD = 8, 40, 2.0
NAME = "test reader"


@pytest.fixture
def reader(monkeypatch):
    """One reader of our own, beside those of the rooms."""
    monkeypatch.setattr(readers, "_readers", {NAME: readers.Reader(NAME, outward=True)})
    return NAME


def append(stream=None, number=1, **more):
    return entry.append(
        stream=stream or uuid.uuid4(),
        number=number,
        kind="note",
        sections={"act": b"{}"},
        occurred_at=timezone.now(),
        rules=("cn-2022", "0" * 64),
        **more,
    )


class WithCursor:
    """What a reader must not do: remember the last id it saw."""

    def __init__(self):
        self.last, self.seen = None, []

    def read(self):
        rest = Entry.objects.filter(id__gt=self.last) if self.last else Entry.objects.all()
        new = list(rest.order_by("id").values_list("pk", flat=True))
        self.seen += new
        self.last = new[-1] if new else self.last


class WithPendingRows:
    """What a reader does."""

    def __init__(self):
        self.seen = []

    def read(self):
        pending.read(NAME, each=lambda found: self.seen.append(found.pk))


def write_all():
    """Eight writers at once; the first holds its transaction open for two seconds after its first entry."""
    threads = [threading.Thread(target=_write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    return threads


def _write(writer):
    try:
        if writer == 0:
            with transaction.atomic():
                append()
                time.sleep(HELD)
        for _each in range(EACH):
            with transaction.atomic():
                append()
            time.sleep(0.005)
    finally:
        connection.close()


def seen_by(reading):
    """What a reader that reads all the while has seen when all writers are done."""
    threads = write_all()
    while any(thread.is_alive() for thread in threads):
        reading.read()
    reading.read()
    while Pending.objects.filter(reader=NAME).exists() and isinstance(reading, WithPendingRows):
        reading.read()
    return reading.seen


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_eight_writers_one_of_them_slow_and_no_entry_is_missed_or_read_twice(reader):
    seen = seen_by(WithPendingRows())
    assert len(seen) == len(set(seen)) == WRITERS * EACH + 1
    assert set(seen) == set(Entry.objects.values_list("pk", flat=True))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_cursor_misses_the_entry_of_the_slow_writer(reader):
    seen = seen_by(WithCursor())
    assert set(Entry.objects.values_list("pk", flat=True)) - set(seen)


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
def test_a_reader_that_dies_reads_the_same_entry_again(reader):
    append()

    def die(_entry):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pending.read(reader, each=die)
    assert pending.read(reader, each=lambda _entry: None) == 1


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
def test_an_entry_that_cannot_be_read_holds_up_no_other(reader):
    bad, good = append(), append()
    seen = []

    def each(found):
        if found == bad:
            raise ValueError("unreadable")
        seen.append(found)

    with pytest.raises(Stuck):
        pending.read(reader, each=each)
    assert seen == [good] and Pending.objects.get(reader=reader).entry == bad


@pytest.mark.django_db
def test_what_is_not_outward_is_put_before_no_reader_that_speaks_to_the_world(reader, monkeypatch):
    readers.subscribe("inward", outward=False)
    append(outward=False)
    assert list(Pending.objects.values_list("reader", flat=True)) == ["inward"]
