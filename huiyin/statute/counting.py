"""When a term runs out: natural and working days, extensions, pauses, and the roll over rest days.

The Regulation gives numbers only; how days are counted follows the Civil Code by analogy: the first day is
not counted (Art. 201), and a last day that is a rest day moves to the next working day (Art. 203; a switch).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from huiyin.statute.calendar import Calendar
from huiyin.statute.errors import CannotCount, DaysUnknown, ExtensionTooLong, PauseNotAllowed
from huiyin.statute.tables import Term

DAY = timedelta(days=1)
Pause = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a term: `raw` as counted, `due` after the roll; `provisional` if a year is unknown.

    `rests` are the rest days that were passed over, in order.
    """

    raw: date
    due: date
    provisional: bool
    steps: tuple[str, ...]
    rests: tuple[date, ...] = ()


def due(
    term: Term,
    start: date,
    *,
    extend: Sequence[int] = (),
    pauses: Sequence[Pause] = (),
    calendar: Calendar,
    roll: bool,
) -> Due:
    """The last day of `term` when `start` is day 0; `extend` in the term's own days, pauses in calendar days.

    A pause runs from its first to its last day, both included, and days in two pauses count once.
    Raises ExtensionTooLong, PauseNotAllowed or DaysUnknown.
    """
    days = (_length(term), *_allowed(term, extend))
    paused = _paused(term, start, pauses)
    try:
        if term.unit == "working":
            return _working(start, days, paused, calendar)
        return _natural(start, days, paused, calendar if roll else None)
    except OverflowError as error:
        raise CannotCount("日期超出了日历的范围。", "The date lies beyond the calendar's end.") from error


def refreshed(term: Term, *, before: date, after: date) -> date:
    """The date that holds once a new calendar is known: a petitioner's window never gets shorter by it."""
    return max(before, after) if term.owed_by == "petitioner" else after


def _length(term: Term) -> int:
    if term.days is None:
        zh = f"“{term.zh}”的天数由{term.set_by}逐件确定，请先写明天数。"
        raise DaysUnknown(zh, f"The term {term.name} has no fixed length: say how many days were set.")
    return term.days


def _allowed(term: Term, extend: Sequence[int]) -> Sequence[int]:
    total = sum(extend)
    if any(days < 1 for days in extend):
        raise ExtensionTooLong("延期至少一天。", "An extension is one day or more.")
    if total > term.extend_total:
        zh = f"“{term.zh}”最多共延长{term.extend_total}天，现在合计{total}天。"
        en = f"The term {term.name} may be extended by {term.extend_total} days in all, not {total}."
        raise ExtensionTooLong(zh, en)
    return extend


def _paused(term: Term, start: date, pauses: Sequence[Pause]) -> frozenset[date]:
    if pauses and not term.pausable:
        raise PauseNotAllowed(f"“{term.zh}”不能暂停计时。", f"The term {term.name} cannot be paused.")
    for first, last in pauses:
        if last < first:
            en = f"The pause {first}:{last} ends before it begins."
            raise PauseNotAllowed("暂停的结束日期早于开始日期。", en)
        if first < start:
            en = f"The pause {first}:{last} begins before the term does ({start})."
            raise PauseNotAllowed("暂停的开始日期早于计时开始的日期。", en)
    return frozenset(first + DAY * n for first, last in pauses for n in range((last - first).days + 1))


def _natural(start: date, days: Sequence[int], paused: frozenset[date], calendar: Calendar | None) -> Due:
    raw = start + DAY * days[0]
    steps = [f"{start} + {days[0]}d = {raw}"]
    for extension in days[1:]:
        raw += DAY * extension
        steps.append(f"+ {extension}d extend = {raw}")
    for day in sorted(paused):
        _refuse_late(day, raw)
        raw += DAY
    if paused:
        steps.append(f"+ {len(paused)}d pause = {raw}")
    last, consulted = raw, []
    while calendar and calendar.is_rest_day(last):
        consulted.append(last)
        steps.append(_rest(last, calendar))
        last += DAY
    if calendar:
        consulted.append(last)
    return _answer(raw, last, consulted, steps, calendar)


def _working(start: date, days: Sequence[int], paused: frozenset[date], calendar: Calendar) -> Due:
    counted, day, consulted, total = 0, start, [], sum(days)
    steps = [f"{start} + {days[0]}wd", *(f"+ {extension}wd extend" for extension in days[1:])]
    while counted < total:
        day += DAY
        consulted.append(day)
        if day in paused:
            steps.append(f"{day} pause")
        elif calendar.is_rest_day(day):
            steps.append(_rest(day, calendar))
        else:
            counted += 1
            steps.append(f"{day} {counted}/{total}")
    for pause in sorted(paused):
        _refuse_late(pause, day)
    return _answer(day, day, consulted, steps, calendar)


def _refuse_late(day: date, end: date) -> None:
    if day > end:
        zh = f"{day}时期限已经届满（{end}），不能再暂停。"
        raise PauseNotAllowed(zh, f"The pause day {day} lies after the term has run out ({end}).")


def _rest(day: date, calendar: Calendar) -> str:
    return " ".join(filter(None, (f"{day} rest", calendar.name(day))))


def _answer(raw: date, last: date, consulted: list[date], steps: list[str], calendar: Calendar | None) -> Due:
    unknown = sorted({day.year for day in consulted if calendar and not calendar.published(day.year)})
    steps += [f"{year} not published: provisional" for year in unknown]
    rests = tuple(day for day in consulted if calendar and calendar.is_rest_day(day))
    return Due(raw, last, bool(unknown), (*steps, f"due {last}"), rests)
