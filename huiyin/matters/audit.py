"""The audit: every act on record is replayed against the statute's moves, and what is cached is held against it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Q, Subquery

from huiyin.ledger.entry import Entry
from huiyin.matters.act import Act, kinds
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.document import Document
from huiyin.matters.matter import Matter
from huiyin.matters.referral import KEEPERS_NEEDED
from huiyin.matters.review import Review
from huiyin.statute import rules as statute
from huiyin.statute.counting import refreshed
from huiyin.statute.errors import CannotCount
from huiyin.statute.rules import RuleSet


@dataclass
class Audit:
    """What was looked at, and every disagreement as a sentence that names its place."""

    matters: int = 0
    reviews: int = 0
    acts: int = 0
    clocks: int = 0
    findings: list[str] = field(default_factory=list)


def audit() -> Audit:
    """Replay everything. Reads all act rows once; memory grows with the number of acts."""
    seen = Audit()
    rows = _rows()
    kinds_of = _kinds_of_streams()
    stages: dict[UUID, str] = defaultdict(str)
    for matter in Matter.system.order_by("pk").iterator(2000):
        seen.matters += 1
        seen.findings += _replayed(matter, kinds_of[matter.pk], rows.get(matter.pk, {}), stages, seen)
    for review in Review.objects.order_by("pk").iterator(2000):
        seen.reviews += 1
        stages[review.pk] = "requested"
        seen.findings += _replayed(review, kinds_of[review.pk], rows.get(review.pk, {}), stages, seen)
    for staged in (*_all(Assignment), *_all(Review)):
        if staged.stage != stages[staged.pk]:
            seen.findings.append(
                f"{staged.matter_id}: stage is {staged.stage or 'nothing'}, its acts say {stages[staged.pk]}"
            )
    seen.findings += _clock_findings(seen)
    seen.findings += _next_dates()
    seen.findings += _gaps()
    seen.findings += _unkept()
    return seen


def _rows() -> dict[UUID, dict[int, tuple[str, UUID | None, UUID | None]]]:
    """By stream and number: (table, bearer, opened assignment) of every act row."""
    found: dict[UUID, dict[int, tuple[str, UUID | None, UUID | None]]] = defaultdict(dict)
    for row in {kind.row for kind in kinds.values()}:
        values = row._default_manager.values_list("stream", "number", "bearer", "opened")
        for stream, number, bearer, opened in values.iterator(5000):
            found[stream][number] = (row._meta.model_name or "", bearer, opened)
    return found


def _kinds_of_streams() -> dict[UUID, list[tuple[int, str]]]:
    found: dict[UUID, list[tuple[int, str]]] = defaultdict(list)
    entries = Entry.objects.filter(kind__in=kinds).order_by("stream", "number")
    for stream, number, kind in entries.values_list("stream", "number", "kind").iterator(5000):
        found[stream].append((number, kind))
    return found


def _replayed(
    subject: Any,
    entries: list[tuple[int, str]],
    rows: dict[int, tuple[str, UUID | None, UUID | None]],
    stages: dict[UUID, str],
    seen: Audit,
) -> Iterator[str]:
    law, track = statute.load(subject.rules), "review" if isinstance(subject, Review) else "assignment"
    for number, kind in entries:
        seen.acts += 1
        table, bearer, opened = rows.pop(number, ("", None, None))
        if table != _table(kinds[kind].row):
            yield f"{subject.pk}/{number}: the record says {kind}, the acts say {table or 'nothing'}"
            continue
        staged = bearer if track == "assignment" else subject.pk
        yield from _moved(law, kind, track, staged, opened, stages, f"{subject.pk}/{number}")
    if rows:
        yield f"{subject.pk}: acts {sorted(rows)} are not in the record"
    last = entries[-1][0] if entries else 0
    if subject.version != last:
        yield f"{subject.pk}: version is {subject.version}, the record ends at {last}"


def _moved(
    law: RuleSet, kind: str, track: str, staged: Any, opened: Any, stages: dict[UUID, str], place: str
) -> Iterator[str]:
    move = law.moves_for(kind, stages[staged] or None, track)
    if move is None:
        yield f"{place}: {kind} cannot be done from {stages[staged] or 'nothing'}"
        return
    if move.moves(track):
        stages[staged] = move.to or ""
    if opened is not None:
        stages[opened] = move.opens or move.to or ""


def _table(row: type[Act]) -> str:
    return row._meta.model_name or ""


def _all(model: Any) -> Iterator[Any]:
    yield from model.objects.order_by("pk").iterator(2000)


def _clock_findings(seen: Audit) -> Iterator[str]:
    for clock in Clock.objects.prefetch_related("extension_rows", "pause_rows").iterator(2000):
        seen.clocks += 1
        try:
            due = clock.computed(clock.extensions(), clock.pauses())
        except CannotCount as wrong:
            yield f"{clock.matter_id}: clock {clock.term}: {wrong.en}"
            continue
        if (due.due != clock.due_on and not _kept_longer(clock, due.due)) or due.raw != clock.raw_on:
            yield f"{clock.matter_id}: clock {clock.term} is due {clock.due_on}, the rule set says {due.due}"


def _kept_longer(clock: Clock, counted: date) -> bool:
    """A petitioner's window does not get shorter by a calendar that was published later."""
    term = statute.load(clock.rules).terms[clock.term]
    was_recounted = clock.recountings.exists() or not clock.provisional
    return was_recounted and refreshed(term, before=clock.due_on, after=counted) == clock.due_on


def _next_dates() -> Iterator[str]:
    running = (
        Clock.objects.running().filter(assignment=OuterRef("pk")).order_by("due_on").values("due_on")[:1]
    )
    for assignment in Assignment.objects.annotate(earliest=Subquery(running)).iterator(2000):
        if assignment.next_due_on != assignment.earliest:
            yield f"{assignment.matter_id}: next date is {assignment.next_due_on}, its clocks say {assignment.earliest}"


def _unkept() -> Iterator[str]:
    """Two posts at least keep every sealed matter, so that no single person can leave it lying."""
    kept = Count("grants", filter=Q(grants__post__isnull=False))
    for matter in Matter.system.filter(sealed=True).annotate(keepers=kept).filter(keepers__lt=KEEPERS_NEEDED):
        yield f"{matter.pk}: sealed, and kept by {matter.keepers} posts; there must be {KEEPERS_NEEDED}"


def _gaps() -> Iterator[str]:
    """Document numbers must be without gaps, per organ, series and year."""
    series = Document.objects.values("organ", "series", "year").annotate(last=Max("sequence"))
    for one in series.order_by():
        last = one.pop("last")
        if Document.objects.filter(**one).count() != last:
            yield f"documents of {one['organ']} in {one['series']} {one['year']}: a number is missing below {last}"
