"""Evidence for a gate or a question, by kind. A new kind is one function here and one row in the rule set."""

from collections.abc import Callable
from typing import Any

_kinds: dict[str, Callable[[Any], bool]] = {}


def kind(name: str) -> Callable[[Callable[[Any], bool]], Callable[[Any], bool]]:
    """Register a function matter → whether its evidence is on record, under the name the rule set uses."""

    def register(look: Callable[[Any], bool]) -> Callable[[Any], bool]:
        _kinds[name] = look
        return look

    return register


def found(name: str, matter: Any) -> bool:
    """Whether evidence of this kind is on record. Raises KeyError for a kind that nobody can look for."""
    return _kinds[name](matter)


def known() -> frozenset[str]:
    """Every kind that can be looked for."""
    return frozenset(_kinds)


@kind("delivery_proven")
def _delivery_proven(matter: Any) -> bool:
    owed = matter.deliveries.all()
    return owed.exists() and not owed.filter(completed_on=None).exists()


@kind("requests_executed_or_dated")
def _requests_executed_or_dated(matter: Any) -> bool:
    supported = {answer["request"] for answer in matter.signed_answers() if answer["opinion"] == "supported"}
    dated = {str(pk) for pk in matter.executions.values_list("request_id", flat=True)}
    return supported <= dated


@kind("petitioner_asked")
def _petitioner_asked(matter: Any) -> bool:
    return matter.stated_views.exists() or matter.ratings.exists()
