"""时尺 for the desk: from clocks to the plain dates that the drawing takes."""

from datetime import date
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
    }
    if clock.started_on > received:
        known["accepted"] = clock.started_on
    return ruler.Span(received=min(received, clock.started_on), today=max(today, received), **(known | dates))


def before_extension(clock: Clock) -> date | None:
    """The date that an extended clock had at first; None where it was not extended."""
    first = clock.computed().due
    return first if first < clock.due_on else None


def _longest(clock: Clock) -> date | None:
    """The date if everything that may still be extended were: the law's own total, counted by statute."""
    law = statute.load(clock.rules)
    term: Term = law.terms[clock.term]
    return law.due(clock.term, clock.started_on, [term.extend_total]).due if term.extend_total else None
