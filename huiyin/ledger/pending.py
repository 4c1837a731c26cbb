"""What a reader of the ledger has still to read: one row per entry and reader, written with the entry.

Readers never follow a cursor: under concurrent writers ids become visible out of order and rows are missed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models, transaction

if TYPE_CHECKING:
    from huiyin.ledger.entry import Entry


@dataclass(frozen=True)
class Reader:
    """A subscriber by name; an outward one speaks to the world and is spared imports, replays and demonstrations."""

    name: str
    outward: bool


_readers: dict[str, Reader] = {}


def subscribe(name: str, *, outward: bool) -> None:
    """Add a reader for every entry from now on. Called once by a room's AppConfig."""
    _readers[name] = Reader(name, outward)


class Pending(models.Model):
    """One entry that one reader has not read."""

    reader = models.CharField(max_length=32)
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "entry"], name="one_pending_row_per_reader")]

    def __str__(self) -> str:
        return f"{self.reader}: {self.entry_id}"

    @classmethod
    def announce(cls, entry: "Entry", *, outward: bool) -> None:
        """Put the entry before every subscribed reader, the outward ones only where told to."""
        readers = [reader for reader in _readers.values() if outward or not reader.outward]
        if readers:
            Pending.objects.bulk_create([Pending(reader=reader.name, entry=entry) for reader in readers])


def read(name: str, *, each: Callable[["Entry"], None], limit: int = 100) -> int:
    """Hand up to `limit` pending entries to `each`, every one in its own transaction; returns how many were read.

    `each` must be idempotent: a crash before the commit hands the same entry over again. Where two workers read at
    once, each takes rows that the other has not locked.
    """
    return sum(1 for _ in _reading(name, each, limit))


def _reading(name: str, each: Callable[["Entry"], None], limit: int) -> Iterator[None]:
    for _ in range(limit):
        with transaction.atomic():
            waiting = Pending.objects.select_for_update(skip_locked=True, of=("self",)).filter(reader=name)
            pending = waiting.select_related("entry").order_by("pk").first()
            if pending is None:
                return
            each(pending.entry)
            pending.delete()
        yield
