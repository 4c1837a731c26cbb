"""For any two limits the one that favours the petitioner holds: a duty is never longer, a right never shorter."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from huiyin.statute import rules
from huiyin.statute.favouring import favourable
from huiyin.statute.overlay import LocalTerm, Overlay
from huiyin.statute.overlaying import laid_over
from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import Term

NATIONAL = rules.load("cn-2022")
DUTY, RIGHT = NATIONAL.terms["handling"], NATIONAL.terms["review-window"]
START = st.dates(date(2005, 1, 1), date(2027, 6, 30))
LIMIT = st.tuples(st.integers(1, 120), st.integers(0, 90))
SHORT = st.tuples(st.integers(1, 40), st.sampled_from(["natural", "working"]))


def limit(term: Term, pair: tuple[int, int], article: str) -> Term:
    return replace(term, days=pair[0], extend_total=pair[1], article=article)


def length_and_end(term: Term) -> tuple[int, int]:
    return term.days or 0, (term.days or 0) + term.extend_total


@given(LIMIT, LIMIT)
def test_a_duty_is_the_shorter_in_length_and_in_end(one: tuple[int, int], other: tuple[int, int]) -> None:
    terms = limit(DUTY, one, "34"), limit(DUTY, other, "x:23")
    merged = length_and_end(favourable(*terms))
    assert merged == tuple(min(pair) for pair in zip(*map(length_and_end, terms), strict=True))


@given(LIMIT, LIMIT)
def test_a_right_is_the_longer_in_length_and_in_end(one: tuple[int, int], other: tuple[int, int]) -> None:
    terms = limit(RIGHT, one, "35"), limit(RIGHT, other, "x:39")
    merged = length_and_end(favourable(*terms))
    assert merged == tuple(max(pair) for pair in zip(*map(length_and_end, terms), strict=True))


@given(LIMIT, LIMIT)
def test_the_rule_that_is_cited_sets_what_holds(one: tuple[int, int], other: tuple[int, int]) -> None:
    terms = {"34": limit(DUTY, one, "34"), "x:23": limit(DUTY, other, "x:23")}
    merged = favourable(*terms.values())
    length, end = (terms[article] for article in (merged.article.split(" + ") * 2)[:2])
    assert length_and_end(merged) == (length_and_end(length)[0], length_and_end(end)[1])


@given(SHORT, SHORT, START)
def test_a_duty_in_any_unit_is_due_on_the_earlier_day(
    one: tuple[int, str], other: tuple[int, str], start: date
) -> None:
    both, alone = counted("notice-direct", one, other)
    assert both.due("notice-direct", start).due == min(law.due("notice-direct", start).due for law in alone)


@given(SHORT, SHORT, START)
def test_a_right_in_any_unit_ends_on_the_later_day(
    one: tuple[int, str], other: tuple[int, str], start: date
) -> None:
    both, alone = counted("review-window", one, other)
    assert both.due("review-window", start).due == max(law.due("review-window", start).due for law in alone)


def counted(name: str, one: tuple[int, str], other: tuple[int, str]) -> tuple[RuleSet, list[RuleSet]]:
    """The rule set with both limits, and two with one each."""
    below, local = (with_limit(NATIONAL, name, pair) for pair in (one, other))
    here = LocalTerm(name=name, days=other[0], unit=local.terms[name].unit, article="23")
    zhejiang = rules.load("zj-2016").overlay
    assert zhejiang is not None
    overlay: Overlay = replace(zhejiang, terms={name: here})
    return laid_over(below, overlay), [below, local]


def with_limit(law: RuleSet, name: str, pair: tuple[int, str]) -> RuleSet:
    term = replace(law.terms[name], days=pair[0], unit=pair[1])  # type: ignore[arg-type]
    return replace(law, terms={**law.terms, name: term})


def test_where_length_and_end_come_from_two_texts_both_are_cited() -> None:
    merged = favourable(limit(DUTY, (60, 30), "34"), limit(DUTY, (45, 60), "zj-2016:23"))
    zh = rules.load("zj-2016").cite(merged.article)
    assert zh == "《浙江省信访条例》第二十三条、《信访工作条例》第三十四条"
    assert (merged.days, merged.extend_total) == (45, 45)
