"""The longest way: every act on the last day that the Regulation leaves it."""

from datetime import date

from huiyin.statute import rules, simulate

RULES = rules.load("cn-2022")
WAY = {step.move.act: step for step in simulate.longest(RULES, date(2026, 1, 5))}


def test_the_way_is_walked_to_the_end() -> None:
    assert tuple(WAY) == simulate.LONGEST


def test_the_office_and_then_the_unit_have_fifteen_days_each() -> None:
    assert (WAY["forward"].on, WAY["notify"].on) == (date(2026, 1, 20), date(2026, 2, 4))


def test_the_answer_is_due_sixty_days_after_acceptance() -> None:
    assert WAY["accept"].on == date(2026, 2, 4) and WAY["deliver"].on == date(2026, 4, 7)


def test_the_petition_office_owes_the_first_term() -> None:
    assert [deadline.term.name for deadline in WAY["register"].starts] == ["triage"]


def test_a_term_that_may_be_extended_shows_its_last_date() -> None:
    deadline = next(row for row in simulate.deadlines(RULES, date(2026, 1, 5)) if row.term.name == "handling")
    assert deadline.extended is not None and deadline.extended.due == date(2026, 4, 7)


def test_the_way_ends_before_an_act_that_may_not_be_done() -> None:
    assert [step.move.act for step in simulate.longest(RULES, date(2026, 1, 5), ("register", "close"))] == [
        "register"
    ]
