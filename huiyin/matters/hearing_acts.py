"""The rows of a hearing: what the parties were called to, and what was put on record."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act


class Ground(models.TextChoices):
    """Why there is a hearing."""

    MAJOR = "major", gettext_lazy("重大")
    COMPLEX = "complex", gettext_lazy("复杂")
    DIFFICULT = "difficult", gettext_lazy("疑难")
    ASKED = "asked", gettext_lazy("信访人申请")


class Closed(models.TextChoices):
    """Why it is not public; public otherwise."""

    PRIVACY = "privacy", gettext_lazy("涉及个人隐私")
    SECRET = "secret", gettext_lazy("涉及国家秘密")


class Outcome(models.TextChoices):
    """What became of it."""

    HELD = "held", gettext_lazy("开了")
    CANCELLED = "cancelled", gettext_lazy("没有开成")


class Hearing(Act):
    """A hearing that the parties have been called to, and since its record, when that was written."""

    asks = ("ground", "held_on", "starts_at", "place", "host", "panel", "closed_for")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="hearings")
    review = models.ForeignKey(
        "matters.Review", models.PROTECT, null=True, related_name="hearings", editable=False
    )
    ground = models.CharField(gettext_lazy("为什么听证"), max_length=12, choices=Ground)
    held_on = models.DateField(gettext_lazy("哪天开"))
    starts_at = models.CharField(
        gettext_lazy("几点开始"), max_length=20, help_text=gettext_lazy("例如：上午 9:30")
    )
    place = models.CharField(gettext_lazy("在哪里开"), max_length=120)
    host = models.ForeignKey(
        "people.Officer",
        models.PROTECT,
        related_name="+",
        verbose_name=gettext_lazy("谁主持"),
        help_text=gettext_lazy("不能是办理、调查、签发过这件事的人"),
    )
    panel = EncryptedTextField(
        gettext_lazy("听证员"), help_text=gettext_lazy("一行一位：姓名，身份（人大代表、律师、村民代表……）")
    )
    closed_for = models.CharField(
        gettext_lazy("不公开的理由"),
        max_length=8,
        choices=Closed,
        blank=True,
        help_text=gettext_lazy("不选就是公开"),
    )
    ended_on = models.DateField(null=True, editable=False)

    answers_by: date | None = (
        None  # the legal date after the pause, for the record; None where nothing is paused
    )

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                Coalesce("review", "matter"), condition=models.Q(ended_on=None), name="one_hearing_at_a_time"
            ),
        ]

    def told(self) -> dict[str, Any]:
        return {"due_after": str(self.answers_by or "")}


class HearingRecord(Act):
    """What was said at the hearing and what came of it, or why it did not take place."""

    asks = ("outcome", "held_on", "statements", "panel_view", "conclusion")
    quotes = ("statements",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="hearing_records")
    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="records", editable=False)
    outcome = models.CharField(gettext_lazy("开了没有"), max_length=12, choices=Outcome)
    held_on = models.DateField(gettext_lazy("哪天开的"), null=True, blank=True)
    statements = EncryptedTextField(gettext_lazy("各方说了什么"), blank=True)
    panel_view = EncryptedTextField(
        gettext_lazy("听证员评议"), blank=True, help_text=gettext_lazy("多数意见和不同意见都要写")
    )
    conclusion = EncryptedTextField(gettext_lazy("听证结论，或没有开成的原因"))

    answers_by: date | None = None

    def told(self) -> dict[str, Any]:
        return {"due_after": str(self.answers_by or "")}
