"""Holdings 任职: which officer holds, acts in or assists which post, from when until when."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Capacity(models.TextChoices):
    """How an officer has a post."""

    HOLDER = "holder", _("任职")
    ACTING = "acting", _("代理")
    ASSISTANT = "assistant", _("协助")


class HoldingQuerySet(models.QuerySet):
    """Questions about who held what."""

    def on(self, day: date | None = None) -> HoldingQuerySet:
        """Holdings that count on a day (today unless told); the last day counts."""
        day = day or timezone.localdate()
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), since_on__lte=day)

    def able(self) -> HoldingQuerySet:
        """Holdings of posts in use, in organs that have not ended, by officers who may sign in."""
        today = timezone.localdate()
        return self.filter(
            Q(post__organ__ended_on=None) | Q(post__organ__ended_on__gt=today),
            post__is_active=True,
            officer__is_active=True,
        )


class Holding(models.Model):
    """An officer at a post, in one capacity, from a day until a day."""

    post = models.ForeignKey("people.Post", models.PROTECT, related_name="holdings")
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="holdings")
    capacity = models.CharField(_("方式"), max_length=10, choices=Capacity, default=Capacity.HOLDER)
    since_on = models.DateField(_("自"))
    until_on = models.DateField(_("至"), null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        ordering = ["-since_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(capacity="holder", until_on=None),
                name="one_current_holder_per_post",
            ),
            models.UniqueConstraint(
                fields=["post", "officer"],
                condition=Q(until_on=None),
                name="one_current_holding_per_post_and_officer",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                name="holding_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=Capacity.values), name="holding_capacity_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.officer}"
