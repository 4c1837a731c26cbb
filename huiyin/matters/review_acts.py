"""The acts of a review: asked for, decided, delivered. Each row stands in the stream of the matter or of the review."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act


class Result(models.TextChoices):
    """What a review may decide about the opinion before it."""

    UPHELD = "upheld", _("维持")
    CHANGED = "changed", _("变更")
    REVOKED = "revoked", _("撤销")
    REMANDED = "remanded", _("责令重办")


class ReviewRequest(Act):
    """A petitioner disagrees with an opinion, in the petitioner's words."""

    asks = ("party", "disputed", "late_cause")
    quotes = ("disputed", "late_cause")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="review_requests")
    review = models.ForeignKey("matters.Review", models.PROTECT, related_name="requests", editable=False)
    party = models.ForeignKey("matters.Party", models.PROTECT, related_name="+", verbose_name=_("谁申请"))
    disputed = EncryptedTextField(_("不同意哪里，为什么"))
    late_cause = EncryptedTextField(_("超过三十天的，说明原因"), blank=True)

    def told(self) -> dict[str, Any]:
        return {"organ_name": self.review.organ.name}


class ReviewTaking(Act):
    """The authority says that it has the request: who deals with it, and by when it answers (D19)."""

    asks = ("handler",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="review_takings")
    review = models.OneToOneField("matters.Review", models.PROTECT, related_name="taking", editable=False)
    handler = models.ForeignKey(
        "people.Post", models.PROTECT, related_name="+", verbose_name=_("由谁承办这次复查（复核）")
    )

    def told(self) -> dict[str, Any]:
        return {"handler_title": str(self.handler)}


class ReviewDecision(Act):
    """The reviewing organ's opinion: facts, result, basis."""

    asks = ("result", "facts", "reasons", "basis")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="review_decisions")
    review = models.ForeignKey("matters.Review", models.PROTECT, related_name="decisions", editable=False)
    result = models.CharField(_("结果"), max_length=8, choices=Result)
    facts = EncryptedTextField(_("查明的事实"))
    reasons = EncryptedTextField(_("对原答复的意见和理由"))
    basis = EncryptedTextField(_("法律和政策依据"))


class ProofOfReviewDelivery(Act):
    """The review's opinion reached the party who asked."""

    asks = ("method", "received_on", "evidence")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="proofs_of_review_delivery")
    review = models.ForeignKey("matters.Review", models.PROTECT, related_name="proofs", editable=False)
    method = models.CharField(_("怎么送到的"), max_length=12)
    received_on = models.DateField(_("哪天收到"))
    evidence = EncryptedTextField(_("凭据"))
