"""What a new day does: organs that ended hand over, dates follow a calendar published since, limits that passed are said
once, windows that ended are settled.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from huiyin.matters.clock import Clock, Ending
from huiyin.matters.errors import NotAllowed
from huiyin.matters.handover import hand_over
from huiyin.matters.receipt import Receipt
from huiyin.matters.recounting import in_notice, moves, settle_date
from huiyin.people.actor import Actor
from huiyin.statute import rules as statute

CLOCKWORK = Actor.system()
CHANCES = ("rating", "objection")  # they end unused, and nobody has failed


def tick(today: date, *, by: Actor = CLOCKWORK) -> dict[str, int]:
    """Run the clocks as on this day; returns how many dates moved, limits lapsed, windows settled, codes were forgotten, matters
    handed over.

    Each act is a transaction of its own, and running twice does nothing more. `by` is the system; the channel that it
    names decides whether anybody outside is told.
    """
    at = timezone.make_aware(datetime.combine(today, time(0, 5)))
    counts = {"recounted": 0, "lapsed": 0, "settled": 0, "forgotten": 0, "handed_over": 0}
    counts["handed_over"] = hand_over(today, by=by, at=at)
    for clock in _provisional():
        counts["recounted"] += _recounted(clock, by, at)
    for clock in _overdue(today):
        counts["lapsed" if _is_owed(clock) else "settled"] += _over(clock, by, at, today)
    counts["forgotten"] = Receipt.forget_codes(timezone.now())
    return counts


def _provisional() -> Iterator[Clock]:
    """Dates that were counted before the holidays of their year were published."""
    waiting = Clock.objects.running().filter(provisional=True).order_by("pk")
    whole = waiting.select_related("matter", "review__matter", "delivery__review__matter")
    yield from whole.prefetch_related("extension_rows", "pause_rows").iterator(500)


def _recounted(clock: Clock, by: Actor, at: datetime) -> int:
    if settle_date(clock) or not moves(clock):
        return 0
    try:
        _subject_and_act(clock)[0].recount(by=by, at=at, clock=clock)
    except NotAllowed:  # done meanwhile, or under rules that know no such act
        return 0
    return 1


def _overdue(today: date) -> Iterator[Clock]:
    waiting = Clock.objects.overdue(today).filter(lapse_told_on=None).order_by("due_on")
    yield from waiting.select_related("matter", "review__matter", "delivery__review__matter").iterator(500)


def _is_owed(clock: Clock) -> bool:
    """An organ had to do something by this day; nobody has to petition, rate or object."""
    return clock.term not in CHANCES and statute.load(clock.rules).terms[clock.term].owed_by != "petitioner"


def _over(clock: Clock, by: Actor, at: datetime, today: date) -> int:
    if clock.term in CHANCES:
        return _let_pass(clock, today)
    if in_notice(clock, today):
        return 0
    subject, act = _subject_and_act(clock)
    try:
        getattr(subject, act)(by=by, at=at, clock=clock)
    except NotAllowed:  # stopped meanwhile, or nothing to settle where the matter stands now
        return 0
    return 1


def _let_pass(clock: Clock, today: date) -> int:
    """Stop a chance that nobody took; what comes next in the inbox is another date then."""
    with transaction.atomic():
        stopped = Clock.objects.filter(pk=clock.pk).stop(today, Ending.LAPSED)
        clock.matter.assignments.note_next_dates()
    return stopped


def _subject_and_act(clock: Clock) -> tuple[Any, str]:
    if clock.review is not None:
        return clock.review, "lapse"
    if clock.delivery is not None:
        return clock.delivery.review or clock.matter, "settle"
    return clock.matter, "lapse"
