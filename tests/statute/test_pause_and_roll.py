"""Where pauses, extensions, rolled rest days, later holidays and 29 February meet: counted twice, by other means."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyin.statute import calendar, counting, rules
from huiyin.statute.calendar import Calendar
from huiyin.statute.errors import PauseNotAllowed
from huiyin.statute.tables import Term
from tests.statute import second_counter

RULES = rules.load("cn-2022")
START = st.dates(date(2005, 1, 1), date(2026, 3, 31))
EXTEND = st.lists(st.integers(1, 30), max_size=3).filter(lambda days: sum(days) <= 30)
unhurried = settings(deadline=None)  # the first call reads every calendar
PAUSES = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 20)), max_size=3)


def pausable_and_extendable(days: int = 30) -> Term:
    """A term as a local text could set one: it may be extended, and its hearings are not counted."""
    return replace(RULES.terms["final-review"], days=days, extend_total=30)


def due(start: date, *, extend=(), pauses=(), known: Calendar = RULES.calendar) -> counting.Due:
    return counting.due(
        pausable_and_extendable(), start, extend=extend, pauses=pauses, calendar=known, roll=True
    )


def days_of(pauses) -> frozenset[int]:
    return frozenset(n for first, last in pauses for n in range(first.toordinal(), last.toordinal() + 1))


def test_a_pause_inside_an_extension_moves_the_extended_date_by_its_days():
    start = date(2026, 3, 2)
    pauses = [(date(2026, 4, 10), date(2026, 4, 14))]  # after the first thirty days, before the ten more
    assert due(start, extend=[10]).raw == date(2026, 4, 11)
    found = due(start, extend=[10], pauses=pauses)
    assert (found.raw, found.due) == (date(2026, 4, 16), date(2026, 4, 16))


def test_a_pause_of_days_that_only_the_extension_gave_is_refused_without_it():
    pauses = [(date(2026, 4, 10), date(2026, 4, 14))]
    with pytest.raises(PauseNotAllowed):
        due(date(2026, 3, 2), pauses=pauses)


def test_a_pause_that_ends_across_a_rolled_date_is_added_before_the_roll():
    start = date(2026, 9, 4)  # thirty days end on 4 October, in the holiday, and roll to the 8th
    assert due(start).due == date(2026, 10, 8)
    found = due(start, pauses=[(date(2026, 10, 3), date(2026, 10, 6))])
    assert (found.raw, found.due) == (date(2026, 10, 8), date(2026, 10, 8))  # never from the rolled day on


def test_a_term_over_a_leap_day_counts_it():
    assert due(date(2024, 1, 31)).raw == date(2024, 3, 1)
    assert due(date(2023, 1, 31)).raw == date(2023, 3, 2)


@unhurried
@given(START, EXTEND, PAUSES)
def test_pauses_and_extensions_together(start: date, extend: list[int], lengths: list[tuple[int, int]]):
    pauses = [(start + timedelta(after), start + timedelta(after + more)) for after, more in lengths]
    found = due(start, extend=extend, pauses=pauses)
    assert (found.raw, found.due) == second_counter.natural(start, 30 + sum(extend), days_of(pauses))


@unhurried
@given(st.sampled_from([2008, 2012, 2016, 2020, 2024]), st.integers(1, 28), EXTEND)
def test_every_start_before_a_leap_day(year: int, before: int, extend: list[int]):
    start = date(year, 2, 29) - timedelta(before)
    found = due(start, extend=extend)
    assert (found.raw, found.due) == second_counter.natural(start, 30 + sum(extend))


@unhurried
@given(st.dates(date(2027, 1, 1), date(2027, 11, 1)), st.sets(st.integers(1, 60), max_size=8))
def test_a_holiday_added_later_never_moves_a_natural_date_earlier_and_a_window_never_shrinks(start, rested):
    before = due(start)
    rest = {**RULES.calendar.rest, **{start + timedelta(day): "新定的假" for day in rested}}
    later = Calendar(rest, RULES.calendar.work, RULES.calendar.years, RULES.calendar.fixed)
    after = due(start, known=later)
    assert before.provisional and after.due >= before.due and after.raw == before.raw
    window = RULES.terms["review-window"]
    assert counting.refreshed(window, before=before.due, after=after.due) == after.due


def test_a_make_up_workday_published_later_moves_an_organs_date_and_leaves_a_window(tmp_path: Path):
    start = date(2027, 3, 4)  # thirty days end on Saturday 3 April
    before = due(start).due
    (tmp_path / "holidays-2027.toml").write_text('[year.2027.work]\n"清明节" = [2027-04-03]\n', "utf-8")
    after = due(start, known=calendar.national(tmp_path)).due
    assert (before, after) == (date(2027, 4, 5), date(2027, 4, 3))
    assert counting.refreshed(RULES.terms["final-review"], before=before, after=after) == after
    assert counting.refreshed(RULES.terms["review-window"], before=before, after=after) == before
