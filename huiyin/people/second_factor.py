"""The second factor 第二因素: six digits from the officer's own phone (TOTP, RFC 6238, 30-second steps)."""

from __future__ import annotations

import hmac
import unicodedata
from datetime import datetime

import pyotp
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.people.officer import Officer
from huiyin.people.refusal import NotAllowed

STEP_SECONDS = 30
TOLERATED_STEPS = 1


def begin(officer: Officer, *, code: str = "", at: datetime | None = None) -> str:
    """Offer a new secret and answer its otpauth:// address; one in use is replaced only with its own code."""
    officer.refresh_from_db()
    if officer.has_second_factor and not check(officer, code, at=at):
        raise NotAllowed(_("请先输入现在这部手机上的 6 位数字，再换新的。"))
    secret = pyotp.random_base32()
    Officer.objects.filter(pk=officer.pk).update(second_factor_offered=secret)
    officer.second_factor_offered = secret
    return pyotp.TOTP(secret).provisioning_uri(name=officer.username, issuer_name="回音")


def confirm(officer: Officer, code: str, *, at: datetime | None = None) -> bool:
    """Take the offered secret into use if this code comes from it."""
    officer.refresh_from_db()
    offered = officer.second_factor_offered
    step = _matching_step(offered, code, at) if offered else None
    if step is None:
        return False
    waiting = Officer.objects.filter(pk=officer.pk, second_factor_offered__isnull=False)
    taken = waiting.update(second_factor=offered, second_factor_offered=None, second_factor_last_step=step)
    officer.refresh_from_db()
    return taken == 1


def check(officer: Officer, code: str, *, at: datetime | None = None) -> bool:
    """Whether this code is right now (one step either way), and spend it: each code counts once."""
    step = _matching_step(officer.second_factor, code, at) if officer.second_factor else None
    if step is None:
        return False
    unspent = Q(second_factor_last_step=None) | Q(second_factor_last_step__lt=step)
    return Officer.objects.filter(unspent, pk=officer.pk).update(second_factor_last_step=step) == 1


def _matching_step(secret: str, code: str, at: datetime | None) -> int | None:
    """The step whose code this is, looked for around the given moment."""
    typed = "".join(unicodedata.normalize("NFKC", code).split())
    now = int((at or timezone.now()).timestamp()) // STEP_SECONDS
    totp = pyotp.TOTP(secret, interval=STEP_SECONDS)
    for step in range(now - TOLERATED_STEPS, now + TOLERATED_STEPS + 1):
        if hmac.compare_digest(totp.generate_otp(step).encode(), typed.encode()):
            return step
    return None
