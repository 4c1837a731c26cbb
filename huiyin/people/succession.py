"""Succession 承接 (Art. 24): from a day on another organ carries on what one that is renamed, merged, abolished or split had.

Recorded by an administrator, and kept. What the old organ had in hand follows on the day: `matters.succession`.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.people.organ import Organ


class SuccessionQuerySet(models.QuerySet["Succession"]):
    """Questions about successions."""

    def in_force(self, day: date | None = None) -> SuccessionQuerySet:
        """Those whose day has come, the earliest first: what was carried on twice arrives at the last."""
        come = self.filter(effective_on__lte=day or timezone.localdate())
        return come.select_related("organ", "successor").order_by("effective_on", "id")


class Succession(models.Model):
    """One organ is carried on by another from a day. A renamed organ is a new one: papers keep the name they were issued in."""

    class Kind(models.TextChoices):
        """What became of the organ."""

        RENAMED = "renamed", _("更名")
        MERGED = "merged", _("合并")
        ABOLISHED = "abolished", _("撤销")
        SPLIT = "split", _("分立")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organ = models.OneToOneField(Organ, models.PROTECT, related_name="succession", verbose_name=_("哪个单位"))
    kind = models.CharField(_("怎么变"), max_length=12, choices=Kind)
    successor = models.ForeignKey(
        Organ,
        models.PROTECT,
        related_name="succeeded",
        verbose_name=_("由哪个单位承接"),
        help_text=_("更名的，先用新名字建一个单位；分立的，选接着办信访事项的那个"),
    )
    effective_on = models.DateField(_("从哪天起"), help_text=_("这一天起，原单位不能再选，在办的都转过去"))
    reason = models.CharField(
        _("依据"), max_length=200, help_text=_("哪个文件决定的，例如“城南县机构改革方案”")
    )
    recorded_by = models.ForeignKey("people.Officer", models.PROTECT, related_name="+", editable=False)
    recorded_at = models.DateTimeField(editable=False, default=timezone.now)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(organ=F("successor")), name="nobody_succeeds_oneself"),
            models.CheckConstraint(
                condition=Q(kind__in=("renamed", "merged", "abolished", "split")),
                name="a_succession_has_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ} → {self.successor} {self.effective_on}"

    def clean(self) -> None:
        """Refuse a circle, an organ that ended otherwise, and a successor that is not there on the day."""
        if self.organ_id is None or self.successor_id is None or self.effective_on is None:
            return
        if self.organ_id in carried_by(self.successor_id):
            raise ValidationError({"successor": _("这样就绕成一圈了，请选接到最后的那个单位。")})
        if self.organ.ended_on is not None:
            raise ValidationError({"organ": _("这个单位已经登记了撤并。")})
        there = self.successor.opened_on <= self.effective_on
        if not there or (self.successor.ended_on and self.successor.ended_on <= self.effective_on):
            raise ValidationError({"successor": _("这个单位那一天还没有设立，或已经撤并。")})

    def record(self) -> None:
        """Keep it, and let the organ end on its day; both or neither."""
        with transaction.atomic():
            self.save(force_insert=True)
            ended = Organ.objects.filter(pk=self.organ_id, ended_on=None)
            if not ended.update(ended_on=self.effective_on, successor=self.successor):
                raise ValidationError({"organ": _("这个单位已经登记了撤并。")})


def carried_by(organ: object) -> set[object]:
    """The keys of an organ and of all that carry it on, one after the other."""
    found: set[object] = set()
    level = {organ}
    while level:
        found |= level
        level = set(Organ.objects.filter(predecessors__in=level).values_list("pk", flat=True)) - found
    return found
