"""Relaying 逐级转送: a petition office passes triage itself to the petition office of a place below, which knows whose it is.

No day is won by it: the fifteen days of Art. 22 run on from the day of receipt, and the office that gets the matter
has its own share of them (CLK-17). A petition office answers nothing itself, so it is never forwarded to.
"""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind

TERM = "triage"


class Relay(Act):
    """To which office below, and why the matter belongs there."""

    asks = ("to", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="relays")
    to = models.ForeignKey(
        "people.Organ",
        models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": OrganKind.PETITION_OFFICE},
        verbose_name=gettext_lazy("转给下级哪个信访部门"),
    )
    reason = EncryptedTextField(gettext_lazy("为什么转给它"))
    due_on = models.DateField(editable=False)

    def told(self) -> dict[str, Any]:
        return {"to_name": self.to.name, "due_after": str(self.due_on)}


class Relayable:
    """A matter in triage can go to the petition office of a place below, with the days that it has left."""

    @act("relay", Relay)
    def relay(self: Any, deed: Deed, *, to: Organ, reason: str) -> Relay:
        """Pass the triage on; its limit moves along, from the day that it began."""
        here = deed.bearer
        if not here.organ.is_office_above(to):
            raise NotAllowed(_("逐级转送只转给本地区下级的信访部门。"), field="to")
        self.open_at(deed, to)
        Clock.objects.running().filter(assignment=here, term=TERM).update(assignment=deed.opened)
        received = timezone.localdate(self.registered_at)
        return Relay(matter=self, to=to, reason=reason, due_on=deed.rules.due(TERM, received).due)
