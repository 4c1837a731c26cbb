"""One line of the record: what was done in a stream, chained to the line before and committing to its payload.

A stream is a UUID that the ledger does not interpret (a matter, a review, the views of a matter). The number of an
entry is the version that its act moved, so it starts at 1 and has no gaps. UPDATE and DELETE are refused by triggers
(guards.py), and on PostgreSQL the application's role has no right to them.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.utils import timezone

from huiyin.ledger.payload import Payload
from huiyin.ledger.pending import Pending
from huiyin.ledger.uuid7 import uuid7

FORMAT = 1
TRIES = 50
FIRST = "0" * 64  # what the first entry of a stream names as the one before it


class Entry(models.Model):
    """A sealed line. `commitments` is {section: SHA-256(salt ‖ bytes) in hex}; `hash` covers everything else here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    format = models.PositiveSmallIntegerField(default=FORMAT)
    stream = models.UUIDField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    post = models.UUIDField(null=True)
    officer = models.UUIDField(null=True)
    rules = models.CharField(max_length=32)
    rules_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    commitments = models.JSONField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "number"], name="one_entry_per_number")]

    def __str__(self) -> str:
        return f"{self.stream}/{self.number} {self.kind}"

    def computed_hash(self) -> str:
        """SHA-256, in hex, over the canonical bytes of every field but the hash itself."""
        return hashlib.sha256(canonical(self._header())).hexdigest()

    def _header(self) -> dict[str, Any]:
        return {
            "format": self.format,
            "stream": str(self.stream),
            "number": self.number,
            "kind": self.kind,
            "occurred_at": _instant(self.occurred_at),
            "recorded_at": _instant(self.recorded_at),
            "post": str(self.post or ""),
            "officer": str(self.officer or ""),
            "rules": self.rules,
            "rules_digest": self.rules_digest,
            "previous": self.previous,
            "commitments": self.commitments,
        }


def append(
    *,
    stream: uuid.UUID,
    number: int,
    kind: str,
    sections: Mapping[str, bytes],
    occurred_at: datetime,
    rules: tuple[str, str],
    post: uuid.UUID | None = None,
    officer: uuid.UUID | None = None,
    outward: bool = True,
    previous: str | None = None,
) -> Entry:
    """Write entry `number` of a stream with its sealed payload sections and a pending row per subscribed reader.

    Must run in the transaction of the act it records. `rules` is (rule set id, its SHA-256). With outward False no
    reader that speaks to the world is told. `previous` is the hash of the entry before, where the caller read it
    while it held the stream; else it is looked up. Raises IntegrityError where the number is taken.
    """
    payloads = [Payload.sealing(stream, number, section, content) for section, content in sections.items()]
    entry = Entry(
        stream=stream,
        number=number,
        kind=kind,
        occurred_at=occurred_at,
        recorded_at=timezone.now(),
        post=post,
        officer=officer,
        rules=rules[0],
        rules_digest=rules[1],
        previous=previous or _hash_before(stream, number),
        commitments={payload.section: payload.commitment for payload in payloads},
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    for payload in payloads:
        payload.entry = entry
    Payload.objects.bulk_create(payloads)
    Pending.announce(entry, outward=outward)
    return entry


def append_next(*, stream: uuid.UUID, **told: Any) -> Entry:
    """Write the next entry of a stream that many write to; where another takes the number at the same instant, the next."""
    for attempt in range(1, TRIES + 1):
        last = Entry.objects.filter(stream=stream).aggregate(last=Max("number"))["last"] or 0
        try:
            with transaction.atomic():
                return append(stream=stream, number=last + 1, **told)
        except IntegrityError:
            if attempt == TRIES:
                raise
    raise AssertionError("the last try returns or raises")


def with_last_hash(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows that are streams, each with `last_hash`: of the entry before the one that its `version` is about to be."""
    before = Entry.objects.filter(stream=OuterRef("pk"), number=OuterRef("version") - 1)
    found: QuerySet[Any] = rows.annotate(last_hash=Subquery(before.values("hash")))
    return found


def canonical(value: Any) -> bytes:
    """The one spelling of a JSON value that is hashed: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _hash_before(stream: uuid.UUID, number: int) -> str:
    if number == 1:
        return FIRST
    return Entry.objects.values_list("hash", flat=True).get(stream=stream, number=number - 1)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
