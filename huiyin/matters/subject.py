"""What the gate can act upon: a matter, or a review of one. Each is a stream of the record with a version of its own."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from huiyin.ledger.entry import Entry, with_last_hash
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.clock import Clock, ClockQuerySet, Ending
from huiyin.matters.deed import Deed
from huiyin.matters.errors import Overtaken
from huiyin.matters.party import Side
from huiyin.people.actor import Actor
from huiyin.statute import rules as statute
from huiyin.statute.rules import RuleSet
from huiyin.statute.tables import Term


class Subject(models.Model):
    """A row that acts are done to. `version` is the number of its last entry in the record."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=0)
    rules = models.CharField(max_length=32)

    last_hash: str | None = None  # of the entry before this version, read when the version was taken

    class Meta:
        abstract = True

    @property
    def law(self) -> RuleSet:
        """The rule set that this was registered under."""
        return statute.load(self.rules)

    @property
    def matter_itself(self) -> Any:
        """The matter that this is or belongs to."""
        raise TypeError("a subject belongs to a matter")

    def row(self) -> models.QuerySet[Any]:
        """This row in the database, as an act reads it again."""
        return self._meta.base_manager.filter(pk=self.pk)

    def bearers(self, by: Actor | None = None) -> list[Any]:
        """The rows whose stages decide what may be done now, read with what matters to who acts."""
        raise TypeError("a subject says what bears its stage")

    def bearer(self, by: Actor, act: str, asked: Mapping[str, Any] = MappingProxyType({})) -> Any:
        """The one of them from which this actor does this act with what it asks."""
        raise TypeError("a subject says what bears its stage")

    def own_clocks(self, deed: Deed) -> ClockQuerySet:
        """The clocks that a move of this deed may look at and stop."""
        raise TypeError("a subject says which clocks are its own")

    def advance(self, seen: int | None) -> None:
        """Take the next version by conditional UPDATE, which also holds the row until the act is committed.

        Raises Overtaken where a stage was moved since the page that showed version `seen`.
        """
        rows = self._meta.base_manager.filter(pk=self.pk)
        if seen is None or not rows.filter(version=seen).update(version=F("version") + 1):
            rows.update(version=F("version") + 1)
            if seen is not None:
                self._require_stage_unmoved_since(seen)
        # All of it, and whatever was cached with it: the verb must not decide on what was read before.
        read = with_last_hash(self.row()).get()
        vars(self).clear()
        vars(self).update(vars(read))

    def _require_stage_unmoved_since(self, seen: int) -> None:
        moving = {move.act for move in self.law.moves if move.to}
        if Entry.objects.filter(stream=self.pk, number__gt=seen, kind__in=moving).exists():
            raise Overtaken(_("刚才有人先办了一步，请看过最新情况再办。您写的内容还在下面。"))

    def follow(self, deed: Deed) -> None:
        """Do what the act that was just recorded brings with it, as acts of their own."""

    def run_clocks(self, deed: Deed) -> str:
        """Stop and start the clocks that the move names, on the legal day of the act or of the delivery.

        A clock that a move resumes counts from where it first began. Returns the due date (ISO) of the first clock
        started or resumed, or "".
        """
        started = []
        if deed.voids:
            Clock.objects.filter(assignment=deed.bearer).stop(deed.on, Ending.VOID)
        elif deed.move.stops:
            self.own_clocks(deed).filter(term__in=deed.move.stops).stop(deed.on)
        for name in deed.move.resumes:
            stopped = self.own_clocks(deed).filter(term=name).order_by("started_on", "pk").last()
            if stopped is not None:
                stopped.run_on()
                started.append(stopped.due_on)
        clocks = Clock.objects.bulk_create(_begun(deed))
        started += [clock.due_on for clock in clocks]
        return str(started[0]) if started else ""


def _begun(deed: Deed) -> Iterator[Clock]:
    """The clocks that the move starts, each for whom its term binds here."""
    for name in deed.move.starts:
        term = deed.rules.terms[name]
        owner = _owner(term, deed)
        if owner is not None:
            on = deed.delivery.completed_on if "delivery" in owner else deed.on
            days = deed.term_days if term.days is None else None
            matter = deed.subject.matter_itself
            yield Clock.begun(matter=matter, term=name, on=on, rules=deed.rules, days=days, **owner)


def _owner(term: Term, deed: Deed) -> dict[str, Any] | None:
    """Whom a clock of this term binds: an organ's assignment, a review, or a delivery; None where it is not owed here."""
    if term.owed_by == "petitioner":
        reached = deed.delivery is not None and deed.delivery.party.side == Side.PETITIONER
        return {"delivery": deed.delivery} if reached else None
    if term.owed_by == "review_body":
        review = deed.opened or deed.bearer
        return {"review": review} if review.track == "review" else None
    assignment = deed.opened_assignment or deed.assignment
    if assignment is None or (assignment.organ.kind == "petition_office") != (
        term.owed_by == "petition_office"
    ):
        return None
    return {"assignment": assignment}
