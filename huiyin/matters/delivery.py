"""Delivery 送达: an opinion reaches each party, with proof; only then does a petitioner's window open (Art. 35)."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Method(models.TextChoices):
    """Ways of delivering, by analogy with civil procedure (DOMAIN §3.3)."""

    IN_PERSON = "in_person", gettext_lazy("当面签收")
    LEFT = "left", gettext_lazy("留置（有见证人）")
    ENTRUSTED = "entrusted", gettext_lazy("委托其他单位送达")
    POST = "post", gettext_lazy("邮寄")
    ELECTRONIC = "electronic", gettext_lazy("网上领取")
    PUBLIC = "public", gettext_lazy("公告")


class Delivery(models.Model):
    """One opinion owed to one party: attempted on, completed on. A review window is a clock of this row."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="deliveries")
    review = models.ForeignKey("matters.Review", models.PROTECT, null=True, related_name="deliveries")
    party = models.ForeignKey("matters.Party", models.PROTECT, related_name="deliveries")
    owed_since = models.DateField()
    attempted_on = models.DateField(null=True)
    completed_on = models.DateField(null=True)
    method = models.CharField(max_length=12, choices=Method, blank=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.CheckConstraint(
                condition=Q(completed_on=None) | Q(attempted_on__isnull=False),
                name="completed_after_an_attempt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.method} {self.completed_on or '…'}"


class DeliveryAttempt(Act):
    """Delivery began: handed over, posted, offered. The handling clock stops on this day."""

    asks = ("method", "evidence")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="delivery_attempts")
    method = models.CharField(gettext_lazy("怎么送"), max_length=12, choices=Method)
    evidence = EncryptedTextField(
        gettext_lazy("凭据"), help_text=gettext_lazy("快递单号、谁去送的、见证人"), blank=True
    )


class ProofOfDelivery(Act):
    """Proof 送达回证: who received it, when, how we know."""

    asks = ("party", "method", "received_on", "evidence")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="proofs_of_delivery")
    party = models.ForeignKey(
        "matters.Party", models.PROTECT, related_name="+", verbose_name=gettext_lazy("送给谁")
    )
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="proofs", editable=False)
    method = models.CharField(gettext_lazy("怎么送到的"), max_length=12, choices=Method)
    received_on = models.DateField(gettext_lazy("哪天收到"))
    evidence = EncryptedTextField(gettext_lazy("凭据"), help_text=gettext_lazy("签名、回执单号、见证人"))


class Deliverable:
    """A signed opinion can be delivered."""

    def owe_deliveries(self: Any, deed: Deed, review: Any = None) -> None:
        """Owe the opinion to every contact of the matter."""
        Delivery.objects.bulk_create(
            Delivery(matter=self, review=review, party=party, owed_since=deed.on)
            for party in deed.parties
            if party.is_contact
        )

    @act("attempt_delivery", DeliveryAttempt)
    def attempt_delivery(self: Any, deed: Deed, *, method: str, evidence: str = "") -> DeliveryAttempt:
        """Record that delivery began, to everybody to whom it is owed."""
        self.begin_deliveries(deed, method, review=None)
        return DeliveryAttempt(matter=self, method=method, evidence=evidence)

    def begin_deliveries(self: Any, deed: Deed, method: str, review: Any) -> None:
        """Mark what is owed for one opinion as attempted today."""
        owed = self.deliveries.filter(review=review, attempted_on=None)
        if (
            method == Method.ELECTRONIC
            and owed.filter(party__petitioner__e_delivery_consent_at=None).exists()
        ):
            raise NotAllowed(_("有人没有同意网上送达，请换一种方式。"), field="method")
        owed.update(attempted_on=deed.on, method=method)

    @act("deliver", ProofOfDelivery)
    def deliver(
        self: Any, deed: Deed, *, party: Any, method: str, evidence: str, received_on: Any = None
    ) -> ProofOfDelivery:
        """Prove delivery to one party and open that party's window for review (复查)."""
        delivery = self.complete_delivery(deed, party, method, received_on, review=None)
        return ProofOfDelivery(
            matter=self,
            party=party,
            delivery=delivery,
            method=method,
            received_on=delivery.completed_on,
            evidence=evidence,
        )

    def complete_delivery(
        self: Any, deed: Deed, party: Any, method: str, received_on: Any, review: Any
    ) -> Delivery:
        """Write the day of receipt on the delivery owed to a party; electronic only to who consented."""
        received_on = received_on or deed.on
        owed = self.deliveries.filter(review=review, party=party, completed_on=None).select_related("party")
        delivery = owed.order_by("pk").last()
        if delivery is None:
            raise NotAllowed(_("这份答复已经送达这一位，或不是送给这一位的。"), field="party")
        if received_on > deed.on:
            raise NotAllowed(_("收到的日期不能在今天之后。"), field="received_on")
        if received_on < delivery.owed_since:
            raise NotAllowed(_("收到的日期不能早于出具的日期。"), field="received_on")
        if method == Method.ELECTRONIC and party.petitioner.e_delivery_consent_at is None:
            raise NotAllowed(_("这一位没有同意网上送达，请换一种方式。"), field="method")
        delivery.method, delivery.completed_on = method, received_on
        delivery.attempted_on = delivery.attempted_on or received_on
        delivery.save(update_fields=["method", "completed_on", "attempted_on"])
        deed.delivery = delivery
        return delivery
