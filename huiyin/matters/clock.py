"""A clock 时限: one legal term running against one owner, with its due date stored and indexed.

Dates are always recomputed from start, extensions and pauses, never added to. The arithmetic is statute's; a clock
keeps the rule set it was started under.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.statute import rules as statute
from huiyin.statute.counting import Due
from huiyin.statute.rules import RuleSet

OWNERS = ("assignment", "review", "delivery")


class Ending(models.TextChoices):
    """How a clock came to stand still."""

    STOPPED = "stopped", _("已停")
    VOID = "void", _("不再计")
    LAPSED = "lapsed", _("已满")


class ClockQuerySet(models.QuerySet["Clock"]):
    """Answers about clocks."""

    def running(self) -> "ClockQuerySet":
        """Those that nothing has stopped."""
        return self.filter(ended_on=None)

    def overdue(self, today: date) -> "ClockQuerySet":
        """Running, and past the legal date."""
        return self.running().filter(due_on__lt=today)

    def stop(self, on: date, ending: str = Ending.STOPPED) -> int:
        """Stop those still running; returns how many."""
        return self.running().update(ended_on=on, ending=ending)


def _exactly_one_owner() -> Q:
    one = Q()
    for owner in OWNERS:
        one |= Q(**{f"{name}__isnull": name != owner for name in OWNERS})
    return one


class Clock(models.Model):
    """One term running for one owner: an assignment, a review, or a delivery to one party."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="clocks")
    assignment = models.ForeignKey("matters.Assignment", models.PROTECT, null=True, related_name="clocks")
    review = models.ForeignKey("matters.Review", models.PROTECT, null=True, related_name="clocks")
    delivery = models.ForeignKey("matters.Delivery", models.PROTECT, null=True, related_name="clocks")
    term = models.CharField(max_length=24)
    rules = models.CharField(max_length=32)
    started_on = models.DateField()
    days = models.PositiveSmallIntegerField(null=True)  # only where an officer set the length
    raw_on = models.DateField()
    due_on = models.DateField()
    provisional = models.BooleanField(default=False)
    ended_on = models.DateField(null=True)
    ending = models.CharField(max_length=8, choices=Ending, blank=True)
    lapse_told_on = models.DateField(null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_exactly_one_owner(), name="clock_belongs_to_exactly_one"),
            models.UniqueConstraint(
                Coalesce("assignment", "review", "delivery"),
                "term",
                condition=Q(ended_on=None),
                name="one_running_clock_per_term",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ending="") | (Q(ended_on__isnull=False) & ~Q(ending="")),
                name="an_ended_clock_says_how",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(ended_on=None), name="running_by_due"),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.started_on} → {self.due_on}"

    @classmethod
    def begun(
        cls, *, matter: Any, term: str, on: date, rules: RuleSet, days: int | None = None, **owner: Any
    ) -> "Clock":
        """An unsaved clock that counts `term` from `on` (day 0) for the one owner given by keyword."""
        clock = cls(matter=matter, term=term, rules=rules.id, started_on=on, days=days, **owner)
        clock._write(clock.computed())
        return clock

    def computed(self, extensions: tuple[int, ...] = (), pauses: tuple[tuple[date, date], ...] = ()) -> Due:
        """The due date as the rule set counts it from start, extensions (days) and pauses (from, to inclusive)."""
        rules = statute.load(self.rules)
        return rules.due(self.term, self.started_on, extend=extensions, pauses=pauses, days=self.days)

    def recompute(self) -> Due:
        """Count again from all extensions and pauses on record and store the result; returns it with its steps."""
        return self._count(self.pauses())

    def run_on(self) -> None:
        """Go on as if nothing had stopped it."""
        self.ended_on, self.ending = None, ""
        self.save(update_fields=["ended_on", "ending"])

    def extensions(self) -> tuple[int, ...]:
        """Days of every extension on record, in order; rows that were fetched along are not asked for again."""
        return tuple(row.days for row in sorted(self.extension_rows.all(), key=lambda row: row.number))

    def pauses(self) -> tuple[tuple[date, date], ...]:
        """First and last day of every pause on record, both included, in order."""
        return tuple(sorted((row.from_on, row.until_on) for row in self.pause_rows.all()))

    def pause(self, from_on: date, until_on: date | None) -> Due:
        """Leave out the days from one to the other, in place of an earlier pause from that day; None: leave out none."""
        pauses = dict(self.pauses())
        if until_on is None:
            pauses.pop(from_on, None)
            self.pause_rows.filter(from_on=from_on).delete()
        elif from_on in pauses:
            self.pause_rows.filter(from_on=from_on).update(until_on=until_on)
        else:
            self.pause_rows.create(from_on=from_on, until_on=until_on)
        if until_on is not None:
            pauses[from_on] = until_on
        return self._count(tuple(sorted(pauses.items())))

    def paused_since(self, today: date) -> date | None:
        """Since when it stands still today; None where it runs."""
        pauses = self.pauses() if statute.load(self.rules).terms[self.term].pausable else ()
        return next((first for first, last in pauses if first <= today <= last), None)

    def met(self) -> bool:
        """It was stopped by its legal date."""
        return self.ending == Ending.STOPPED and self.ended_on is not None and self.ended_on <= self.due_on

    def days_left(self, today: date) -> int:
        """Days from `today` to the legal date; negative when it has passed."""
        return (self.due_on - today).days

    def _count(self, pauses: tuple[tuple[date, date], ...]) -> Due:
        due = self.computed(self.extensions(), pauses)
        self._write(due)
        self.save(update_fields=["raw_on", "due_on", "provisional"])
        return due

    def _write(self, due: Due) -> None:
        self.raw_on, self.due_on, self.provisional = due.raw, due.due, due.provisional
