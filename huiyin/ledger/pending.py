"""What a reader of the ledger has still to read: one row per entry and reader, written with the entry.

Readers never follow a cursor: under concurrent writers ids become visible out of order and rows are missed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import OperationalError, models, transaction

from huiyin.ledger import readers

if TYPE_CHECKING:
    from huiyin.ledger.entry import Entry


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
        told = readers.told(outward=outward)
        if told:
            Pending.objects.bulk_create(Pending(reader=reader.name, entry=entry) for reader in told)


class Stuck(RuntimeError):
    """Entries that a reader could not read; they stay pending, and the others were read."""


def read(name: str, *, each: Callable[["Entry"], None], limit: int = 100) -> int:
    """Hand up to `limit` pending entries to `each`, every one in its own transaction; returns how many were read.

    `each` must be idempotent: a crash before the commit hands the same entry over again. Where two workers read at
    once, each takes rows that the other has not locked. An entry that `each` cannot read holds up no other; after
    the rest Stuck is raised from the first such error.
    """
    stuck: dict[int, Exception] = {}
    count = 0
    for _ in range(limit):
        pending = _read_one(name, each, stuck)
        if pending is None:
            break
        count += pending.pk not in stuck
    if stuck:
        raise Stuck(f"{name} could not read {len(stuck)} entries") from next(iter(stuck.values()))
    return count


def _read_one(name: str, each: Callable[["Entry"], None], stuck: dict[int, Exception]) -> Pending | None:
    pending = None
    try:
        with transaction.atomic():
            waiting = Pending.objects.select_for_update(skip_locked=True, of=("self",)).filter(reader=name)
            pending = waiting.exclude(pk__in=stuck).select_related("entry").order_by("pk").first()
            if pending is not None:
                each(pending.entry)
                Pending.objects.filter(pk=pending.pk).delete()
    except Exception as error:
        if pending is None or isinstance(error, OperationalError):  # the database itself: later, all of it
            raise
        stuck[pending.pk] = error
    return pending
