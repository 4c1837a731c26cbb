"""A second counter, written another way: sorted ordinals and bisection, on another source of holidays."""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache

import chinese_calendar  # type: ignore[import-untyped]

FIRST, LAST_KNOWN, LAST = date(2004, 1, 1), date(2026, 12, 31), date(2028, 12, 31)
FIXED = {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}


@lru_cache(maxsize=1)
def workdays() -> list[int]:
    """Ordinals of all working days; after the last published year by week and fixed days."""
    days = (date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1))
    return [day.toordinal() for day in days if _works(day)]


def _works(day: date) -> bool:
    if day <= LAST_KNOWN:
        return bool(chinese_calendar.is_workday(day))
    return day.isoweekday() <= 5 and (day.month, day.day) not in FIXED


def natural(start: date, days: int, paused: frozenset[int] = frozenset()) -> tuple[date, date]:
    """Raw and rolled date: the n-th day after the start that no pause covers, then the next working day."""
    first = start.toordinal()
    counted = [n for n in range(first + 1, first + days + len(paused) + 1) if n not in paused]
    raw = counted[days - 1]
    return date.fromordinal(raw), date.fromordinal(workdays()[bisect_left(workdays(), raw)])


def working(start: date, days: int) -> date:
    """The n-th working day after the start."""
    return date.fromordinal(workdays()[bisect_right(workdays(), start.toordinal()) + days - 1])
