"""Suspension 中止: succession, or another procedure that must come first. Opened and closed by an act; clocks run on."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed

REASONS = [
    ("succession", gettext_lazy("信访人去世，等继承人表示")),
    ("other_procedure", gettext_lazy("等另一法定程序的结果")),
]


class Suspension(Act):
    """Why the matter stands still, and since its resumption, that it no longer does."""

    asks = ("reason_code", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="suspensions")
    reason_code = models.CharField(gettext_lazy("原因"), max_length=16, choices=REASONS)
    reason = EncryptedTextField(gettext_lazy("说明"))
    resumed_on = models.DateField(null=True, editable=False)

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["matter"], condition=models.Q(resumed_on=None), name="one_open_suspension_per_matter"
            ),
        ]


class Resumption(Act):
    """The matter goes on."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="resumptions")
    reason = EncryptedTextField(gettext_lazy("为什么恢复"))


class Suspendable:
    """An open matter can be suspended and resumed."""

    @act("suspend", Suspension)
    def suspend(self: Any, deed: Deed, *, reason_code: str, reason: str) -> Suspension:
        """Suspend; cn-2022 freezes no clock for it, so the dates stay as they are."""
        if self.suspensions.filter(resumed_on=None).exists():
            raise NotAllowed(_("已经中止了，先恢复再说。"))
        return Suspension(matter=self, reason_code=reason_code, reason=reason)

    @act("resume", Resumption)
    def resume(self: Any, deed: Deed, *, reason: str) -> Resumption:
        """Resume."""
        if not self.suspensions.filter(resumed_on=None).update(resumed_on=deed.on):
            raise NotAllowed(_("没有中止，不用恢复。"))
        return Resumption(matter=self, reason=reason)
