"""A deed: one act in the doing, with all that the gate knows of it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from huiyin.people.actor import Actor
from huiyin.statute.rules import RuleSet
from huiyin.statute.tables import Move


@dataclass
class Deed:
    """What every verb may use: who, when, under which rules, which move, borne by which staged row, as which number.

    A verb leaves here what the gate needs to run the move's clocks: the assignment or review it `opened`, the
    `delivery` it completed, the `term_days` of a term whose length an officer sets, or the one `clock` that it concerns.
    """

    by: Actor
    at: datetime
    rules: RuleSet
    move: Move
    subject: Any
    bearer: Any
    number: int
    approved: Actor | None = None
    opened: Any = None
    delivery: Any = None
    clock: Any = None
    term_days: int | None = None

    @property
    def on(self) -> date:
        """The legal day of the act (Asia/Shanghai)."""
        return timezone.localdate(self.at)

    @cached_property
    def recused(self) -> frozenset[Any]:
        """The ids of the officers who have stepped back from the matter."""
        return frozenset(self.subject.matter_itself.recusals.values_list("officer", flat=True))

    @property
    def assignment(self) -> Any:
        """The bearer where it is an assignment, for a review has none."""
        return self.bearer if self.bearer.track == "assignment" else None

    @property
    def opened_assignment(self) -> Any:
        """What was opened, where it is an assignment."""
        return self.opened if self.opened is not None and self.opened.track == "assignment" else None
