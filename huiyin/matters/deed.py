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
    `delivery` it completed, the `term_days` of a term whose length an officer sets, the one `clock` that it concerns, or
    that it `voids`: all that ran on its bearer counts for nothing, where else the move's own terms were met.
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
    voids: bool = False

    @property
    def on(self) -> date:
        """The legal day of the act (Asia/Shanghai)."""
        return timezone.localdate(self.at)

    @cached_property
    def recused(self) -> bool:
        """Whether the officer who acts has stepped back from the matter; asked only where the bearer was read without it."""
        known = getattr(self.bearer, "recuses", None)
        if known is not None:
            return bool(known)
        return bool(self.subject.matter_itself.recusals.filter(officer=self.by.officer).exists())

    @cached_property
    def facts(self) -> list[Any]:
        """The facts that stand, as the verb and its papers read them."""
        return list(self.subject.matter_itself.facts_found())

    @cached_property
    def parties(self) -> list[Any]:
        """Everybody of the matter, with their names, as the verb and its papers read them."""
        return list(self.subject.matter_itself.parties.select_related("petitioner").order_by("pk"))

    @property
    def organ(self) -> Any:
        """The organ that the act is done for, with those above it where it is the bearer's own."""
        own = self.by.organ is not None and self.by.organ.pk == self.bearer.organ_id
        return self.bearer.organ if own else self.by.organ

    @property
    def assignment(self) -> Any:
        """The bearer where it is an assignment, for a review has none."""
        return self.bearer if self.bearer.track == "assignment" else None

    @property
    def opened_assignment(self) -> Any:
        """What was opened, where it is an assignment."""
        return self.opened if self.opened is not None and self.opened.track == "assignment" else None
