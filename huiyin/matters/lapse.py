"""Lapse and settling: what time itself does to a matter, done by the system's post and written down like any act."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock, Ending
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Lapse(Act):
    """A limit that an organ owes has passed and nothing was done: told once per clock."""

    asks = ("clock",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="lapses")
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="lapses")

    def told(self) -> dict[str, Any]:
        late = self.clock.assignment or self.clock.review
        return {"term": self.clock.term, "due": str(self.clock.due_on), "organ_name": late.organ.name}


class Settling(Act):
    """A petitioner's window for review ended unused after proven delivery 期满未申请; a late cause still opens it."""

    asks = ("clock",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="settlings")
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="settlings")

    def told(self) -> dict[str, Any]:
        return {"term": self.clock.term, "due": str(self.clock.due_on)}


class Lapsable:
    """Limits of a matter can pass."""

    @act("lapse", Lapse)
    def lapse(self: Any, deed: Deed, *, clock: Clock) -> Lapse:
        """Say once that an organ's limit has passed; the clock runs on, for the answer is still owed."""
        return lapsing(self, deed, clock)

    @act("settle", Settling)
    def settle(self: Any, deed: Deed, *, clock: Clock) -> Settling:
        """End a petitioner's window whose last day is over."""
        return settling(self, deed, clock)


def lapsing(matter: Any, deed: Deed, clock: Clock) -> Lapse:
    """Mark an organ's overdue clock as told. Raises NotAllowed where it is not overdue, or was told before."""
    told = Clock.objects.overdue(deed.on).filter(pk=clock.pk, matter=matter, lapse_told_on=None)
    if not told.update(lapse_told_on=deed.on):
        raise NotAllowed(_("这个期限没有过，或已经记过。"))
    deed.clock = clock
    return Lapse(matter=matter, clock=clock)


def settling(matter: Any, deed: Deed, clock: Clock) -> Settling:
    """Stop a window of proven delivery that ended unused. Raises NotAllowed where its last day is not over."""
    ended = Clock.objects.overdue(deed.on).filter(
        pk=clock.pk, matter=matter, delivery__completed_on__isnull=False
    )
    if not ended.stop(deed.on, Ending.LAPSED):
        raise NotAllowed(_("这个期限还没有过。"))
    deed.clock = clock
    return Settling(matter=matter, clock=clock)
