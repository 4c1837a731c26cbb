"""Recounting 重算: a year's holidays were published after a date in it was counted, and the date is counted again.

A petitioner's window never gets shorter by it; an organ's date moves either way, and one that moved earlier counts as
late only after some working days' notice (design; the Regulation is silent).
"""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.statute import rules as statute
from huiyin.statute.counting import refreshed

NOTICE = "earlier-date-notice"


class Recounting(Act):
    """Which clock, and its date before and after."""

    asks = ("clock",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="recountings")
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="recountings")
    due_before = models.DateField(editable=False)
    due_after = models.DateField(editable=False)

    def told(self) -> dict[str, Any]:
        return {"due_before": str(self.due_before), "due_after": str(self.due_after)}


class Recountable:
    """Dates of a matter or a review can be counted again."""

    @act("recount", Recounting)
    def recount(self: Any, deed: Deed, *, clock: Clock) -> Recounting:
        """Count one date again by the calendar of today."""
        running = Clock.objects.running().get(pk=clock.pk)
        before, due = running.due_on, running.computed(running.extensions(), running.pauses())
        after = _after(running, due.due)
        if after == before:
            raise NotAllowed(_("这个日期没有变。"))
        running.raw_on, running.due_on, running.provisional = due.raw, after, due.provisional
        running.save(update_fields=["raw_on", "due_on", "provisional"])
        deed.clock = running
        self.matter_itself.assignments.note_next_dates()
        return Recounting(matter=self.matter_itself, clock=running, due_before=before, due_after=after)


def settle_date(clock: Clock) -> bool:
    """Note that a provisional date stands as it is; False where it moves, or is as provisional as before."""
    due = clock.computed(clock.extensions(), clock.pauses())
    if due.provisional or _after(clock, due.due) != clock.due_on:
        return False
    Clock.objects.running().filter(pk=clock.pk).update(provisional=False, raw_on=due.raw)
    return True


def moves(clock: Clock) -> bool:
    """Whether the calendar of today gives a running clock another date."""
    return _after(clock, clock.computed(clock.extensions(), clock.pauses()).due) != clock.due_on


def _after(clock: Clock, counted: date) -> date:
    term = statute.load(clock.rules).terms[clock.term]
    return refreshed(term, before=clock.due_on, after=counted)


def in_notice(clock: Clock, today: date) -> bool:
    """Whether an organ was told of its earlier date so lately that missing it does not count yet."""
    last = clock.recountings.order_by("number").last()
    if last is None or last.due_after >= last.due_before:
        return False
    rules, day = statute.load(clock.rules), last.on
    for _each in range(int(rules.limits[NOTICE].value)):
        day += timedelta(days=1)
        while rules.calendar.is_rest_day(day):
            day += timedelta(days=1)
    return today <= day
