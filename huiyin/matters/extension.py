"""Extension 延期 (Art. 34): before the day comes, for a reason that is told, in total thirty days, by the head's approval."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.statute.errors import ExtensionTooLong


class Extension(Act):
    """So many more days for the handling clock, and why."""

    asks = ("days", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="extensions")
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="extension_rows", editable=False)
    days = models.PositiveSmallIntegerField(_("延长几天"))
    reason = EncryptedTextField(_("理由"), help_text=_("原话写进给信访人的告知书"))
    due_before = models.DateField(editable=False)
    due_after = models.DateField(editable=False)

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.CheckConstraint(condition=models.Q(days__gte=1), name="an_extension_has_days"),
        ]

    def told(self) -> dict[str, Any]:
        return {"due_before": str(self.due_before), "due_after": str(self.due_after)}


class Extendable:
    """The handling of a matter can be extended."""

    @act("extend", Extension)
    def extend(self: Any, deed: Deed, *, days: int, reason: str) -> Extension:
        """Extend the handling clock, before it is overdue, within the total that the rule set allows."""
        clock = Clock.objects.running().get(assignment=deed.bearer, term="handling")
        before = clock.due_on
        try:
            counted = clock.computed((*clock.extensions(), days), clock.pauses())
        except ExtensionTooLong as wrong:
            raise NotAllowed(wrong.zh, field="days") from wrong
        clock.raw_on, clock.due_on, clock.provisional = counted.raw, counted.due, counted.provisional
        clock.save(update_fields=["raw_on", "due_on", "provisional"])
        return Extension(
            matter=self, clock=clock, days=days, reason=reason, due_before=before, due_after=counted.due
        )
