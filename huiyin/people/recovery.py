"""Recovering a lost second factor 找回第二因素: two administrators, neither of them the officer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.people.actor import Actor
from huiyin.people.duty import Duty
from huiyin.people.officer import Officer
from huiyin.people.refusal import NotAllowed

LASTS = timedelta(hours=24)


class SecondFactorRecoveryQuerySet(models.QuerySet):
    """Questions about recoveries."""

    def waiting(self, at: datetime | None = None) -> SecondFactorRecoveryQuerySet:
        """Asked within the last 24 hours, agreed by nobody yet."""
        return self.filter(agreed_at=None, asked_at__gt=(at or timezone.now()) - LASTS)

    def usable_by(self, officer: Officer, at: datetime | None = None) -> SecondFactorRecoveryQuerySet:
        """Agreed within the last 24 hours and not used yet."""
        since = (at or timezone.now()) - LASTS
        return self.filter(officer=officer, used_at=None, agreed_at__gt=since)


class SecondFactorRecovery(models.Model):
    """One administrator asks, another agrees, the officer then sets up a new phone; the row stays."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="recoveries")
    reason = models.CharField(_("理由"), max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    objects = SecondFactorRecoveryQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")),
                name="two_administrators_recover_a_second_factor",
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=F("officer")) & (Q(agreed_by=None) | ~Q(agreed_by=F("officer"))),
                name="nobody_recovers_their_own_second_factor",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None, agreed_at=None)
                | Q(agreed_by__isnull=False, agreed_at__isnull=False),
                name="recovery_agreement_has_a_name_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(agreed_at__isnull=False), name="recovery_is_agreed_before_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.asked_at:%Y-%m-%d}"

    @classmethod
    def ask(cls, officer: Officer, *, by: Actor, reason: str) -> SecondFactorRecovery:
        """The first administrator asks; raises NotAllowed."""
        asker = _administrator(by, officer)
        return cls.objects.create(officer=officer, asked_by=asker, reason=reason)

    def agree(self, *, by: Actor) -> None:
        """Another administrator agrees; raises NotAllowed."""
        second = _administrator(by, self.officer)
        if second.pk == self.asked_by_id:
            raise NotAllowed(_("这一步要由另一位管理员来做，请找同事同意。"))
        now = timezone.now()
        waiting = SecondFactorRecovery.objects.waiting(now).filter(pk=self.pk)
        if not waiting.update(agreed_by=second, agreed_at=now):
            raise NotAllowed(_("这次找回已经处理过，或超过 24 小时，请重新提出。"))
        self.refresh_from_db()

    def use(self) -> None:
        """Take away the lost factor, once, so that the officer can set up a new one; raises NotAllowed."""
        now = timezone.now()
        with transaction.atomic():
            usable = SecondFactorRecovery.objects.usable_by(self.officer, now).filter(pk=self.pk)
            if not usable.update(used_at=now):
                raise NotAllowed(_("这次找回还没有人同意、已经用过，或超过 24 小时，请管理员重新提出。"))
            cleared = Officer.objects.filter(pk=self.officer_id)
            cleared.update(second_factor=None, second_factor_offered=None, second_factor_last_step=None)
        self.refresh_from_db()


def _administrator(by: Actor, officer: Officer) -> Officer:
    """The administrator behind `by`, who is not the officer concerned; raises NotAllowed."""
    if not by.officer or not by.has(Duty.ADMINISTER):
        raise NotAllowed(_("找回第二因素由系统管理员来做，请联系管理员。"))
    if by.officer.pk == officer.pk:
        raise NotAllowed(_("自己的第二因素要请两位别的管理员来找回。"))
    return by.officer
