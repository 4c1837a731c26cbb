"""时尺 for the desk: from clocks to the plain dates that the drawing takes."""

from datetime import date
from functools import lru_cache
from typing import Any

from huiyin.desk.tongue import lang
from huiyin.matters.clock import Clock
from huiyin.papers import ruler
from huiyin.statute import rules as statute
from huiyin.statute.tables import Term


def of_clock(clock: Clock, today: date, *, width: str, **dates: Any) -> ruler.Ruler:
    """The ruler of one clock alone; `due`, `asked` … override what the clock says."""
    return ruler.full(span_of(clock, clock.started_on, today, **dates), width, lang())


def span_of(clock: Clock | None, received: date, today: date, **dates: Any) -> ruler.Span:
    """The span of a matter received on a day with its next clock, if one runs."""
    if clock is None:
        return ruler.Span(received=received, today=max(today, received))
    known: dict[str, Any] = {
        "due": clock.due_on,
        "longest": _longest(clock),
        "old_due": before_extension(clock),
        "paused_on": clock.paused_since(today),
    }
    if clock.started_on > received:
        known["accepted"] = clock.started_on
    return ruler.Span(received=min(received, clock.started_on), today=max(today, received), **(known | dates))


def before_extension(clock: Clock) -> date | None:
    """The date that an extended clock had at first; None where it was not extended."""
    if not _term(clock).extend_total:
        return None
    first = _counted(clock.rules, clock.term, clock.started_on, clock.days)
    return first if first < clock.due_on else None


def _longest(clock: Clock) -> date | None:
    """The date if everything that may still be extended were: the law's own total, counted by statute."""
    total = _term(clock).extend_total
    return _counted(clock.rules, clock.term, clock.started_on, clock.days, total) if total else None


def _term(clock: Clock) -> Term:
    return statute.load(clock.rules).terms[clock.term]


@lru_cache(maxsize=4096)  # a list counts the same few days for every row
def _counted(rules: str, term: str, start: date, days: int | None, extend: int = 0) -> date:
    return statute.load(rules).due(term, start, extend=(extend,) if extend else (), days=days).due
