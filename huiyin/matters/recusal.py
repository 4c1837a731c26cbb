"""Recusal 回避 (Art. 28): whoever has a direct interest does no further act on the matter.

A petitioner asks for it and names the reason; the head of the organ decides, and answers a no with a reason.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.officer import Officer


class Recusal(Act):
    """An officer who steps back, and why."""

    asks = ("officer", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="recusals")
    officer = models.ForeignKey(
        "people.Officer", models.PROTECT, related_name="+", verbose_name=gettext_lazy("谁回避")
    )
    reason = EncryptedTextField(gettext_lazy("为什么回避"))

    def told(self) -> dict[str, Any]:
        return {"officer_name": self.officer.name}


class RecusalRequest(Act):
    """A petitioner says who should step back, and why; and since it was decided, when."""

    asks = ("whom", "reason")
    quotes = ("whom", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="recusal_requests")
    whom = EncryptedTextField(gettext_lazy("谁应当回避"))
    reason = EncryptedTextField(gettext_lazy("为什么"))
    decided_on = models.DateField(null=True, editable=False)

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["matter"], condition=models.Q(decided_on=None), name="one_open_recusal_request"
            ),
        ]


class RecusalRefusal(Act):
    """Nobody steps back, and why."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="recusal_refusals")
    request = models.ForeignKey(RecusalRequest, models.PROTECT, related_name="+", editable=False)
    reason = EncryptedTextField(
        gettext_lazy("为什么不用回避"), help_text=gettext_lazy("查了什么关系，结果怎样；信访人看得到")
    )


class Recusable:
    """Officers can be recused from a matter or a review."""

    @act("recuse", Recusal)
    def recuse(self: Any, deed: Deed, *, officer: Officer, reason: str) -> Recusal:
        """Recuse an officer; a handler's post is taken off, and the head answers until another is named."""
        matter = self.matter_itself
        handler = deed.bearer.handler
        if handler is not None and handler.holdings.on(deed.on).filter(officer=officer).exists():
            deed.bearer.handler = None
            deed.bearer.save(update_fields=["handler"])
        matter.recusal_requests.filter(decided_on=None).update(decided_on=deed.on)
        return Recusal(matter=matter, officer=officer, reason=reason)


class RecusalAskable:
    """Petitioners can ask that somebody steps back."""

    @act("request_recusal", RecusalRequest)
    def request_recusal(self: Any, deed: Deed, *, whom: str, reason: str) -> RecusalRequest:
        """Ask for it; one request at a time."""
        if self.recusal_requests.filter(decided_on=None).exists():
            raise NotAllowed(_("您上次的回避申请还在看，定下来就告诉您。"))
        return RecusalRequest(matter=self, whom=whom, reason=reason)

    @act("refuse_recusal", RecusalRefusal)
    def refuse_recusal(self: Any, deed: Deed, *, reason: str) -> RecusalRefusal:
        """Say no, with the reason."""
        request = self.recusal_requests.filter(decided_on=None).first()
        if request is None:
            raise NotAllowed(_("没有等着决定的回避申请。"))
        self.recusal_requests.filter(pk=request.pk).update(decided_on=deed.on)
        return RecusalRefusal(matter=self, request=request, reason=reason)
