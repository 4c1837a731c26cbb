"""Objection 异议 and the dispute over whose it is (Art. 23–24): within five working days, once, verified by the sender."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.organ import Organ


class Objection(Act):
    """An organ says that the matter is not its to answer, and whose it is."""

    asks = ("reason", "suggested")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="objections")
    reason = EncryptedTextField(
        gettext_lazy("详细理由"), help_text=gettext_lazy("依据哪一条、为什么不归本单位（第23条要求详细说明）")
    )
    suggested = models.ForeignKey(
        "people.Organ",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("应由哪个单位办"),
    )


class ObjectionDecision(Act):
    """The sender verified the objection: agreed, and to whom it goes now; or refused, and why."""

    asks = ("reason", "to")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="objection_decisions")
    objection = models.ForeignKey(Objection, models.PROTECT, related_name="decisions", editable=False)
    reason = EncryptedTextField(gettext_lazy("核实情况和理由"))
    to = models.ForeignKey(
        "people.Organ",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("改由哪个单位办"),
    )

    def told(self) -> dict[str, Any]:
        return {"to_name": self.to.name if self.to else ""}


class Dispute(Act):
    """Two organs disagree: it goes to their common superior or the joint conference (Art. 24)."""

    asks = ("reason", "decider")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="disputes")
    reason = EncryptedTextField(gettext_lazy("争议在哪里"))
    decider = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="+", verbose_name=gettext_lazy("由谁裁定")
    )


class Objectionable:
    """A matter that was passed on can be objected to."""

    @act("object", Objection)
    def object(self: Any, deed: Deed, *, reason: str, suggested: Organ | None = None) -> Objection:
        """Object, while the five working days run and for the first time."""
        if self.objections.filter(bearer__organ=deed.by.organ).exists():
            raise NotAllowed(_("每个单位对一件事只能提一次异议。"))
        return Objection(matter=self, reason=reason, suggested=suggested)

    @act("agree_objection", ObjectionDecision)
    def agree_objection(self: Any, deed: Deed, *, reason: str, to: Organ) -> ObjectionDecision:
        """Agree after verifying; the next organ starts fresh while the petitioner's total age runs on."""
        objection = self._objection()
        deed.voids = True
        self.pass_to(deed, to)
        return ObjectionDecision(matter=self, objection=objection, reason=reason, to=to)

    @act("refuse_objection", ObjectionDecision)
    def refuse_objection(self: Any, deed: Deed, *, reason: str) -> ObjectionDecision:
        """Refuse with reasons; the organ's fifteen days go on counting from its original receipt."""
        return ObjectionDecision(matter=self, objection=self._objection(), reason=reason)

    @act("dispute", Dispute)
    def dispute(self: Any, deed: Deed, *, reason: str, decider: Organ) -> Dispute:
        """Bring the quarrel before the one who can end it."""
        self.open_to(decider, "dispute")
        return Dispute(matter=self, reason=reason, decider=decider)

    @act("settle_dispute", ObjectionDecision)
    def settle_dispute(self: Any, deed: Deed, *, reason: str, to: Organ) -> ObjectionDecision:
        """Decide whose it is; the organ named takes it, first or again."""
        objection = self._objection()
        deed.voids = True
        self.open_at(deed, to)
        return ObjectionDecision(matter=self, objection=objection, reason=reason, to=to)

    def _objection(self: Any) -> Objection:
        """The one that is decided upon, with who objected."""
        found: Objection = self.objections.select_related("by_post__organ").latest("number")
        return found
