"""Taking over 提级办理: a superior takes the matter from an organ below and answers it; no day is won by it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed


class TakingOver(Act):
    """From whom, and why."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="takings_over")
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+", editable=False)
    reason = EncryptedTextField(_("为什么提上来办"))

    def told(self) -> dict[str, Any]:
        return {"to_name": self.opened.organ.name, "organ_name": self.organ.name}


class Overtakeable:
    """A matter that an organ has in hand can be taken over from above."""

    @act("take_over", TakingOver)
    def take_over(self: Any, deed: Deed, *, reason: str) -> TakingOver:
        """Take it over; the limits that ran below run on here, from the day that they began."""
        below = deed.bearer
        self.require_not_assisting(deed.by.organ)
        self.open_at(deed, deed.by.organ)
        Clock.objects.running().filter(assignment=below).update(assignment=deed.opened)
        return TakingOver(matter=self, organ=below.organ, reason=reason)
