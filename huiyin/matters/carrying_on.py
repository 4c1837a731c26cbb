"""Carrying on 随原件办理: the second half of what its handler split stays where the first is, by the day that was promised.

It does not go back to the office: whoever accepted a request answers it, and by splitting nobody gets rid of one, wins a
day, or leaves it without an owner. So the road, the handler and the running limits of the first are its own from the
day they began. What was extended is not split: the longer limit was given for the whole.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed

TRIAGED = ("kind", "purpose", "topic", "reports_wrongdoing")


class CarryingOn(Act):
    """From which matter it was split."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="carryings_on")
    first = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", editable=False)

    def told(self) -> dict[str, Any]:
        organ = self.opened.organ
        clock = self.matter.owed_next()
        return {"organ_name": organ.name, "due_after": str(clock.due_on) if clock else ""}


class Carried:
    """A second half can go on where the first is handled."""

    @act("carry_on", CarryingOn)
    def carry_on(self: Any, deed: Deed, *, first: Any) -> CarryingOn:
        """Stand at once where the first stood when it was accepted; the office's own limit ended when that passed it on."""
        lead = first.lead
        for name in TRIAGED:
            setattr(self, name, getattr(first, name))
        self.save(update_fields=TRIAGED)
        Clock.objects.running().filter(assignment=deed.bearer).stop(lead.received_on)
        deed.bearer.give_way()
        deed.opened = Assignment(
            matter=self,
            organ=lead.organ,
            stage=deed.move.opens,
            handler=lead.handler,
            received_on=lead.received_on,
        )
        running = Clock.objects.running().filter(assignment=lead).exclude(term="supervision")
        Clock.objects.bulk_create(
            Clock.begun(
                matter=self,
                term=clock.term,
                on=clock.started_on,
                rules=deed.rules,
                days=clock.days,
                assignment=deed.opened,
            )
            for clock in running
        )
        for organ in _who_see(first):
            self.open_to(organ, "split")
        return CarryingOn(matter=self, first=first)

    def require_may_part(self: Any, deed: Deed) -> None:
        """Raise NotAllowed where an answer is drafted, or the limit was extended for the whole."""
        if deed.bearer.stage == "drafted":
            raise NotAllowed(_("答复已经拟好。请审签的人先退回修改，再分。"))
        extended = self.extensions.filter(clock__ended_on=None)
        if deed.bearer.stage != "triage" and extended.exists():
            raise NotAllowed(_("期限已经延过，不再分。各项诉求在这一件里逐项答复。"))


def _who_see(matter: Any) -> list[Any]:
    return [grant.organ for grant in matter.grants.filter(organ__isnull=False).select_related("organ")]
