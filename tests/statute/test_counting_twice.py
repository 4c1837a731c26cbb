"""Every start day of nine years, counted a second time by other means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.statute import rules
from tests.statute import second_counter

RULES = rules.load("cn-2022")
STARTS = [date(2018, 1, 1) + timedelta(n) for n in range((date(2026, 12, 31) - date(2018, 1, 1)).days + 1)]
NATURAL = [term.name for term in RULES.terms.values() if term.unit == "natural" and term.days]
WORKING = [term.name for term in RULES.terms.values() if term.unit == "working"]
START = st.dates(date(2005, 1, 1), date(2027, 6, 30))


def length(name: str) -> int:
    return RULES.terms[name].days or 0


@pytest.mark.parametrize("name", NATURAL)
def test_a_natural_term_from_every_start_day(name: str) -> None:
    ours = [(found.raw, found.due) for found in (RULES.due(name, start) for start in STARTS)]
    assert ours == [second_counter.natural(start, length(name)) for start in STARTS]


@pytest.mark.parametrize("name", WORKING)
def test_a_working_term_from_every_start_day(name: str) -> None:
    ours = [RULES.due(name, start).due for start in STARTS]
    assert ours == [second_counter.working(start, length(name)) for start in STARTS]


@given(START, st.lists(st.integers(1, 30), max_size=4).filter(lambda days: sum(days) <= 30))
def test_handling_with_any_extensions(start: date, extend: list[int]) -> None:
    found = RULES.due("handling", start, extend)
    assert (found.raw, found.due) == second_counter.natural(start, length("handling") + sum(extend))


@given(START, st.lists(st.tuples(st.integers(1, 30), st.integers(0, 20)), max_size=3))
def test_a_final_review_with_any_hearings(start: date, hearings: list[tuple[int, int]]) -> None:
    pauses = [(start + timedelta(after), start + timedelta(after + more)) for after, more in hearings]
    paused = frozenset(n for first, last in pauses for n in range(first.toordinal(), last.toordinal() + 1))
    found = RULES.due("final-review", start, pauses=pauses)
    assert (found.raw, found.due) == second_counter.natural(start, length("final-review"), paused)


@given(START, st.sampled_from(NATURAL + WORKING))
def test_a_due_day_is_a_working_day_not_before_the_raw_one(start: date, name: str) -> None:
    found = RULES.due(name, start)
    assert found.due >= found.raw > start and RULES.calendar.is_working(found.due)


@given(START, st.sampled_from(NATURAL + WORKING))
def test_a_later_start_is_never_due_earlier(start: date, name: str) -> None:
    assert RULES.due(name, start).due <= RULES.due(name, start + timedelta(1)).due
