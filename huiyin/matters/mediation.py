"""Mediation 调解 (Art. 33): both sides agree to it, the limit runs on, and it ends with an agreement or without one."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Mediator(models.TextChoices):
    """Who brings the sides together. What an organisation mediated may be confirmed by a court."""

    ORGAN = "organ", gettext_lazy("本单位")
    ORGANISATION = "organisation", gettext_lazy("人民调解等调解组织")
    PARTIES = "parties", gettext_lazy("双方自己和解")


class Mediation(Act):
    """Both sides wish to talk; and since it ended, when."""

    asks = ("mediator", "mediator_name", "other_side", "consents")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="mediations")
    mediator = models.CharField(gettext_lazy("谁来调解"), max_length=12, choices=Mediator)
    mediator_name = models.CharField(
        gettext_lazy("调解组织或调解人"),
        max_length=80,
        blank=True,
        help_text=gettext_lazy("双方自己和解的不用填"),
    )
    other_side = EncryptedTextField(gettext_lazy("对方是谁"))
    consents = EncryptedTextField(
        gettext_lazy("双方怎么表示愿意的"), help_text=gettext_lazy("各方哪天、以什么方式同意调解")
    )
    ended_on = models.DateField(null=True, editable=False)

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["matter"], condition=models.Q(ended_on=None), name="one_open_mediation_per_matter"
            ),
        ]


class Agreement(Act):
    """What both sides signed."""

    asks = ("terms", "perform_by", "breach", "signed_on")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="agreements")
    mediation = models.OneToOneField(Mediation, models.PROTECT, related_name="agreement", editable=False)
    terms = EncryptedTextField(
        gettext_lazy("谈成了什么"), help_text=gettext_lazy("谁、做什么、给多少，一条一行")
    )
    perform_by = models.DateField(gettext_lazy("哪天前做到"))
    breach = EncryptedTextField(gettext_lazy("没做到怎么办"))
    signed_on = models.DateField(gettext_lazy("双方哪天签的字"))


class MediationEnd(Act):
    """It ended without an agreement; nothing said in it is held against anybody."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="mediation_ends")
    reason = EncryptedTextField(gettext_lazy("为什么没有谈成"))


class Mediable:
    """A matter under investigation can be mediated."""

    @act("open_mediation", Mediation)
    def open_mediation(
        self: Any, deed: Deed, *, mediator: str, mediator_name: str = "", other_side: str, consents: str
    ) -> Mediation:
        """Begin, where both sides have agreed to."""
        if self.mediations.filter(ended_on=None).exists():
            raise NotAllowed(_("正在调解，先记下结果。"))
        if mediator != Mediator.PARTIES and not mediator_name.strip():
            raise NotAllowed(_("请写明调解组织或调解人。"), field="mediator_name")
        return Mediation(
            matter=self,
            mediator=mediator,
            mediator_name=mediator_name,
            other_side=other_side,
            consents=consents,
        )

    @act("sign_agreement", Agreement)
    def sign_agreement(
        self: Any, deed: Deed, *, terms: str, perform_by: date, breach: str, signed_on: date
    ) -> Agreement:
        """Put on record what both sides signed."""
        mediation = _ended(self, deed)
        if not mediation.on <= signed_on <= deed.on:
            raise NotAllowed(_("签字的日期要在开始调解以后，不晚于今天。"), field="signed_on")
        if perform_by < signed_on:
            raise NotAllowed(_("做到的日期不能早于签字的日期。"), field="perform_by")
        return Agreement(
            matter=self,
            mediation=mediation,
            terms=terms,
            perform_by=perform_by,
            breach=breach,
            signed_on=signed_on,
        )

    @act("end_mediation", MediationEnd)
    def end_mediation(self: Any, deed: Deed, *, reason: str) -> MediationEnd:
        """End it without an agreement; either side may, at any time."""
        _ended(self, deed)
        return MediationEnd(matter=self, reason=reason)

    def require_not_mediating(self: Any) -> None:
        """Raise NotAllowed while the sides are talking."""
        if self.mediations.filter(ended_on=None).exists():
            raise NotAllowed(_("正在调解。谈成或谈不成，先记下来再写意见。"))


def _ended(matter: Any, deed: Deed) -> Mediation:
    mediation: Mediation | None = matter.mediations.filter(ended_on=None).first()
    if mediation is None:
        raise NotAllowed(_("没有正在进行的调解。"))
    mediation.ended_on = deed.on
    mediation.save(update_fields=["ended_on"])
    return mediation
