"""The golden vectors of the Regulation's terms, and what may not be counted."""

from datetime import date

import pytest

from huiyin.statute import counting, rules
from huiyin.statute.calendar import national
from huiyin.statute.errors import CannotCount, DaysUnknown, ExtensionTooLong, PauseNotAllowed

RULES = rules.load("cn-2022")


def day(text: str) -> date:
    return date.fromisoformat(text)


def dates(found: counting.Due) -> tuple[str, str]:
    return found.raw.isoformat(), found.due.isoformat()


def test_v1_fifteen_natural_days_into_spring_festival_roll_to_the_first_working_day() -> None:
    assert dates(RULES.due("triage", day("2025-01-20"))) == ("2025-02-04", "2025-02-05")


def test_v2_five_working_days_count_a_swapped_sunday() -> None:
    assert RULES.due("objection", day("2025-09-25")).due == day("2025-10-09")


def test_v3_sixty_natural_days() -> None:
    assert RULES.due("handling", day("2026-01-05")).due == day("2026-03-06")


def test_v3_extended_by_thirty_is_counted_from_the_start_and_rolled_once() -> None:
    assert dates(RULES.due("handling", day("2026-01-05"), [30])) == ("2026-04-05", "2026-04-07")


def test_v4_the_window_for_a_review() -> None:
    assert dates(RULES.due("review-window", day("2026-03-06"))) == ("2026-04-05", "2026-04-07")


def test_v5_a_final_review_without_a_hearing() -> None:
    assert RULES.due("final-review", day("2026-05-06")).due == day("2026-06-05")


def test_v5_the_ten_days_of_a_hearing_are_not_counted() -> None:
    hearing = (day("2026-05-10"), day("2026-05-19"))
    assert RULES.due("final-review", day("2026-05-06"), pauses=[hearing]).due == day("2026-06-15")


def test_v6_three_working_days_of_simplified_handling() -> None:
    assert RULES.due("simplified-accept", day("2026-02-13")).due == day("2026-02-25")


def test_v6_ten_working_days_of_simplified_handling() -> None:
    assert RULES.due("simplified-decide", day("2026-02-13")).due == day("2026-03-05")


def test_v7_five_working_days_end_on_a_swapped_saturday() -> None:
    assert RULES.due("objection", day("2026-04-29")).due == day("2026-05-09")


def test_v8_fifteen_natural_days_into_the_national_holiday() -> None:
    assert dates(RULES.due("notice-forwarded", day("2026-09-18"))) == ("2026-10-03", "2026-10-08")


def test_v9_five_working_days_across_spring_festival_2024() -> None:
    assert RULES.due("objection", day("2024-02-05")).due == day("2024-02-18")


def test_the_roll_is_a_switch() -> None:
    term = RULES.terms["triage"]
    found = counting.due(term, day("2025-01-20"), calendar=national(), roll=False)
    assert dates(found) == ("2025-02-04", "2025-02-04")


def test_several_extensions_add_up() -> None:
    assert dates(RULES.due("handling", day("2026-01-05"), [10, 20])) == ("2026-04-05", "2026-04-07")


def test_extensions_beyond_the_total_are_refused_with_a_sentence() -> None:
    with pytest.raises(ExtensionTooLong, match="30 days in all, not 31") as refused:
        RULES.due("handling", day("2026-01-05"), [30, 1])
    assert "最多共延长30天" in refused.value.zh


def test_a_term_without_extension_takes_none() -> None:
    with pytest.raises(ExtensionTooLong):
        RULES.due("triage", day("2026-01-05"), [1])


@pytest.mark.parametrize("days", [0, -5])
def test_an_extension_is_at_least_one_day(days: int) -> None:
    with pytest.raises(ExtensionTooLong, match="one day or more"):
        RULES.due("handling", day("2026-01-05"), [days, 10])


def test_only_a_pausable_term_pauses() -> None:
    with pytest.raises(PauseNotAllowed, match="cannot be paused"):
        RULES.due("review", day("2026-05-06"), pauses=[(day("2026-05-10"), day("2026-05-19"))])


def test_a_pause_of_one_day_is_one_day() -> None:
    pause = (day("2026-05-10"), day("2026-05-10"))
    assert RULES.due("final-review", day("2026-05-06"), pauses=[pause]).raw == day("2026-06-06")


def test_days_in_two_pauses_count_once() -> None:
    pauses = [(day("2026-05-10"), day("2026-05-15")), (day("2026-05-12"), day("2026-05-19"))]
    assert RULES.due("final-review", day("2026-05-06"), pauses=pauses).raw == day("2026-06-15")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-05-19", "2026-05-10", "ends before it begins"),
        ("2026-05-05", "2026-05-10", "begins before the term"),
        ("2026-06-06", "2026-06-10", "after the term has run out"),
    ],
)
def test_a_pause_lies_within_the_running_term(first: str, last: str, words: str) -> None:
    with pytest.raises(PauseNotAllowed, match=words):
        RULES.due("final-review", day("2026-05-06"), pauses=[(day(first), day(last))])


def test_a_natural_term_is_provisional_only_where_its_last_day_is_unpublished() -> None:
    assert RULES.due("handling", day("2026-12-01")).provisional
    assert not RULES.due("handling", day("2026-10-30")).provisional


def test_a_working_term_is_provisional_where_any_day_of_its_span_is() -> None:
    assert RULES.due("objection", day("2026-12-29")).provisional
    assert not RULES.due("objection", day("2026-12-24")).provisional


def test_without_a_roll_a_natural_date_is_never_provisional() -> None:
    found = counting.due(RULES.terms["handling"], day("2026-12-01"), calendar=national(), roll=False)
    assert not found.provisional


def test_a_term_set_case_by_case_needs_its_days() -> None:
    with pytest.raises(DaysUnknown):
        RULES.due("report", day("2026-01-05"))


def test_a_term_set_case_by_case_counts_the_days_given() -> None:
    assert dates(RULES.due("report", day("2026-01-05"), days=20)) == ("2026-01-25", "2026-01-26")


def test_nobody_chooses_the_days_of_a_term_that_the_regulation_sets() -> None:
    with pytest.raises(DaysUnknown):
        RULES.due("handling", day("2026-01-05"), days=90)


def test_a_date_beyond_the_calendar_is_a_sentence() -> None:
    with pytest.raises(CannotCount, match="calendar's end"):
        RULES.due("handling", day("9999-12-01"))


def test_the_steps_explain_the_count_line_by_line() -> None:
    assert RULES.due("handling", day("2026-01-05"), [30]).steps == (
        "2026-01-05 + 60d = 2026-03-06",
        "+ 30d extend = 2026-04-05",
        "2026-04-05 rest 清明节",
        "2026-04-06 rest 清明节",
        "due 2026-04-07",
    )


def test_the_steps_say_which_year_is_unknown() -> None:
    assert "2027 not published: provisional" in RULES.due("handling", day("2026-12-01")).steps


def test_a_new_calendar_never_shortens_a_petitioners_window() -> None:
    window = RULES.terms["review-window"]
    assert counting.refreshed(window, before=day("2027-02-09"), after=day("2027-02-08")) == day("2027-02-09")


def test_a_new_calendar_moves_an_organs_date_either_way() -> None:
    handling = RULES.terms["handling"]
    assert counting.refreshed(handling, before=day("2027-02-09"), after=day("2027-02-08")) == day(
        "2027-02-08"
    )
