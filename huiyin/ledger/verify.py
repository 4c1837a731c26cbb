"""Walks the whole record and names the first break: a gap, a wrong link, a changed line, a payload that does not fit."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from huiyin.ledger.cipher import WrongSeal
from huiyin.ledger.entry import FIRST, Entry
from huiyin.ledger.payload import Payload

BATCH = 2000


@dataclass
class Walk:
    """What a walk saw: counts, and the first break as (entry, sentence), or none."""

    streams: int = 0
    entries: int = 0
    payloads: int = 0
    erased: int = 0
    breaks: list[str] = field(default_factory=list)


def walk() -> Walk:
    """Walk every stream from its first entry and stop at the first break."""
    seen = Walk()
    before: Entry | None = None
    for entry, payloads in _in_order():
        if before is None or before.stream != entry.stream:
            seen.streams, before = seen.streams + 1, None
        fault = _fault(entry, before, payloads)
        if fault:
            seen.breaks.append(f"{entry}: {fault}")
            return seen
        seen.entries += 1
        seen.payloads += len(payloads)
        seen.erased += len(entry.commitments) - len(payloads)
        before = entry
    return seen


def _in_order() -> Iterator[tuple[Entry, list[Payload]]]:
    batch: list[Entry] = []
    for entry in Entry.objects.order_by("stream", "number").iterator(BATCH):
        batch.append(entry)
        if len(batch) == BATCH:
            yield from _with_payloads(batch)
            batch = []
    yield from _with_payloads(batch)


def _with_payloads(batch: list[Entry]) -> Iterator[tuple[Entry, list[Payload]]]:
    found: dict[object, list[Payload]] = {entry.pk: [] for entry in batch}
    for payload in Payload.objects.filter(entry__in=batch):
        found[payload.entry_id].append(payload)
    for entry in batch:
        for payload in found[entry.pk]:
            payload.entry = entry
        yield entry, found[entry.pk]


def _fault(entry: Entry, before: Entry | None, payloads: list[Payload]) -> str:
    expected = 1 if before is None else before.number + 1
    if entry.number != expected:
        return f"entry {expected} is missing"
    if entry.previous != (FIRST if before is None else before.hash):
        return "does not name the entry before it"
    if entry.hash != entry.computed_hash():
        return "was changed after it was sealed"
    return next(filter(None, (_payload_fault(entry, payload) for payload in payloads)), "")


def _payload_fault(entry: Entry, payload: Payload) -> str:
    try:
        fits = hashlib.sha256(payload.salted()).hexdigest() == entry.commitments.get(payload.section)
    except WrongSeal:
        fits = False
    return "" if fits else f"its section {payload.section} is not what was committed to"
