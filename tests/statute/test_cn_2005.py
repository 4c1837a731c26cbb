"""The Regulation of 2005: its limits, its own articles, and what it knew not."""

from datetime import date

import pytest

from huiyin.statute import rules, simulate

OLD, NEW = rules.load("cn-2005"), rules.load("cn-2022")


def test_it_was_in_force_until_the_day_before_the_new_one() -> None:
    assert rules.in_force("330100000000", date(2022, 4, 30)).id == "cn-2005"
    assert rules.in_force("330100000000", date(2005, 5, 1)).id == "cn-2005"


@pytest.mark.parametrize(
    ("term", "start", "extend", "due"),
    [
        ("triage", "2019-09-18", (), "2019-10-08"),
        ("notice-forwarded", "2021-03-01", (), "2021-03-16"),
        ("handling", "2020-01-06", (), "2020-03-06"),
        ("handling", "2020-01-06", (30,), "2020-04-07"),
        ("review-window", "2021-03-05", (), "2021-04-06"),
    ],
)
def test_its_dates(term: str, start: str, extend: tuple[int, ...], due: str) -> None:
    assert OLD.due(term, date.fromisoformat(start), extend).due == date.fromisoformat(due)


def test_the_time_of_a_hearing_is_left_out_at_final_review_alone() -> None:
    assert [term.name for term in OLD.terms.values() if term.pausable] == ["final-review"]


def test_it_is_cited_by_its_own_name_and_number() -> None:
    assert OLD.cite(OLD.terms["handling"].article) == "《信访条例》第三十三条"
    assert OLD.cite(OLD.terms["notice-forwarded"].article) == "《信访条例》第二十一条第二款"


def test_a_unit_decides_whether_it_accepts_and_cannot_object() -> None:
    acts = {move.act for move in OLD.acts_from("forwarded")}
    assert {"accept", "decline", "dispute"} <= acts and not acts & {"notify", "object"}


def test_every_claim_that_is_accepted_has_the_sixty_days() -> None:
    assert all("handling" in move.starts for move in OLD.moves if move.act == "accept")


def test_it_names_no_act_or_stage_that_the_program_does_not_know() -> None:
    assert {move.act for move in OLD.moves} <= {move.act for move in NEW.moves}
    assert set(OLD.stages) <= set(NEW.stages)


def test_its_longest_way_is_walked_to_the_end() -> None:
    acts = [step.move.act for step in simulate.longest(OLD, date(2019, 1, 7))]
    assert acts == [act for act in simulate.LONGEST if act != "notify"]


def test_what_it_sets_and_no_clock_keeps_is_said() -> None:
    row = OLD.beyond["improvement-answer"]
    assert OLD.cite(row.article) == "《信访条例》第三十六条第二款"
