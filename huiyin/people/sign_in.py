"""Slowing down sign-in 登录放缓: guessing gets slow, and nobody can ever be locked out.

An officer known at an address (who signed in from there before) waits only for failures of that pair, so a
stranger who keeps failing elsewhere cannot keep the officer away. Names and addresses are kept as blind
indexes only.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.cipher import blind_index
from huiyin.people.officer import normal_username
from huiyin.people.refusal import NotAllowed

FREE_FAILURES = 2
LONGEST_WAIT = 60
REMEMBERED = timedelta(hours=1)
KEPT = timedelta(days=90)


class MustWait(NotAllowed):
    """Too many failures: try again in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(_("请等 %(seconds)d 秒再试。") % {"seconds": seconds})
        self.seconds = seconds


class SignInAttemptQuerySet(models.QuerySet):
    """Questions about attempts to sign in."""

    def against(self, username: str, address: str) -> SignInAttemptQuerySet:
        """The attempts that count for this user name at this address."""
        named = self.filter(username_index=_username_index(username))
        here = named.filter(address_index=_address_index(address))
        return here if here.filter(succeeded=True).exists() else named

    def forget_old(self, at: datetime | None = None) -> int:
        """Delete what is older than 90 days; the number of rows deleted."""
        return self.filter(at__lt=(at or timezone.now()) - KEPT).delete()[0]


class SignInAttempt(models.Model):
    """One attempt: it counts as failed until the whole sign-in, second factor included, went well."""

    username_index = models.CharField(max_length=80, db_index=True)
    address_index = models.CharField(max_length=80)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    succeeded = models.BooleanField(default=False)

    objects = SignInAttemptQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def begin(cls, username: str, address: str, *, at: datetime | None = None) -> SignInAttempt:
        """Note an attempt before the password is looked at; raises MustWait.

        The row is written first and counted against afterwards, so attempts made at the same moment see
        each other.
        """
        at = at or timezone.now()
        attempt = cls.objects.create(
            username_index=_username_index(username), address_index=_address_index(address), at=at
        )
        seconds = wait_seconds(username, address, at=at, besides=attempt)
        if seconds:
            attempt.delete()
            raise MustWait(seconds)
        return attempt

    def succeed(self) -> None:
        """The officer is in: earlier failures no longer count."""
        SignInAttempt.objects.filter(pk=self.pk).update(succeeded=True)


def wait_seconds(
    username: str, address: str, *, at: datetime | None = None, besides: SignInAttempt | None = None
) -> int:
    """Seconds until the next attempt is looked at: 0, 0, 0, 2, 4, 8 … 60, by failures in the last hour."""
    at = at or timezone.now()
    earlier = SignInAttempt.objects.against(username, address).filter(at__gt=at - REMEMBERED)
    earlier = earlier.exclude(pk=besides.pk) if besides else earlier
    success = earlier.filter(succeeded=True).order_by("-pk").first()
    failures = earlier.filter(succeeded=False, pk__gt=success.pk if success else 0)
    last = failures.order_by("-at").first()
    return max(0, math.ceil((last.at - at).total_seconds() + _wait_after(failures.count()))) if last else 0


def _wait_after(failures: int) -> int:
    if failures <= FREE_FAILURES:
        return 0
    return min(LONGEST_WAIT, 2 ** min(failures - FREE_FAILURES, 10))


def _username_index(username: str) -> str:
    return blind_index("sign-in username", normal_username(username))


def _address_index(address: str) -> str:
    return blind_index("sign-in address", address)
