"""Which of two limits holds where a local text and the Regulation both set one: the one that favours the petitioner.

What an organ owes comes due by the shorter, what the petitioner may do stays open by the longer. `owed_by` says which
of the two a term is.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from huiyin.statute.calendar import Calendar
from huiyin.statute.citing import BOTH
from huiyin.statute.counting import due
from huiyin.statute.overlay import LocalTerm
from huiyin.statute.tables import Term

PLAIN = Calendar(rest={}, work={}, years=frozenset(), fixed={})
"""Weeks and no holidays."""
A_MONDAY = date(2001, 1, 1)


def favours(term: Term, one: date, other: date) -> bool:
    """Whether the first of two last days is strictly better for the petitioner."""
    return one > other if term.owed_by == "petitioner" else one < other


def favourable(national: Term, local: Term) -> Term:
    """The term that holds, both in the same unit: its length, and with all extensions its end, each the better one.

    It cites whom it follows; where the length is one text's and the end the other's, both.
    """
    better: Callable[[int, int], int] = max if national.owed_by == "petitioner" else min
    lengths = _length(national), _length(local)
    ends = lengths[0] + national.extend_total, lengths[1] + local.extend_total
    days, end = better(*lengths), better(*ends)
    by_length, by_end = days != lengths[0], end != ends[0]
    cited = [local.article if by_length else national.article]
    if by_end != by_length and ends[0] != ends[1]:
        cited.append(local.article if by_end else national.article)
    return replace(national, days=days, extend_total=end - days, article=BOTH.join(cited))


def usual(national: Term, local: Term) -> tuple[Term, Term]:
    """Of two terms in different units the one that is better in a week without holidays, then the other.

    A long holiday can turn them round, so both are counted for every date (`RuleSet.counted`).
    """
    first, second = (due(term, A_MONDAY, calendar=PLAIN, roll=False).due for term in (local, national))
    return (local, national) if favours(national, first, second) else (national, local)


def as_term(local: LocalTerm, national: Term, article: str) -> Term:
    """The local limit as a term of the same clock."""
    return replace(
        national, days=local.days, unit=local.unit, extend_total=local.extend_total, article=article
    )


def _length(term: Term) -> int:
    if term.days is None:
        raise ValueError(f"{term.name} is set case by case: there is no length to compare")
    return term.days
