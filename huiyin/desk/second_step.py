"""The second step of signing in: six digits; the first time, the QR code that sets the phone up."""

from datetime import datetime, timedelta
from typing import Any

import pyotp
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from huiyin.desk import session
from huiyin.desk.frame import page
from huiyin.desk.sign_in import HALF
from huiyin.desk.words import Worded
from huiyin.papers import qr, words
from huiyin.people import second_factor
from huiyin.people.officer import Officer
from huiyin.people.sign_in import MustWait, SignInAttempt

LASTS = timedelta(minutes=10)


class CodeForm(Worded):
    """The six digits that the phone shows now."""

    code = forms.CharField(
        label=gettext_lazy("6 位数字"),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for the code; right, and the officer is in."""
    officer = _half_in(request)
    if officer is None:
        return redirect("desk:sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _passes(request, officer, form):
        half = request.session[HALF]
        session.begin(request, officer)
        request.session.pop(HALF, None)
        return session.touch(redirect(half["next"] or "desk:inbox"), officer)
    context = {"form": form} | _setting_up(officer)
    return page(request, "desk/second_factor.html", context, status=422 if form.errors else 200)


def _half_in(request: HttpRequest) -> Officer | None:
    """Who gave the right password in this browser within ten minutes."""
    half = request.session.get(HALF)
    if not half or datetime.fromisoformat(half["at"]) < timezone.now() - LASTS:
        return None
    return Officer.objects.active().filter(pk=half["officer"]).first()


def _passes(request: HttpRequest, officer: Officer, form: CodeForm) -> bool:
    """Whether the code is right; the first try belongs to the attempt that the password began."""
    half = request.session[HALF]
    try:
        begun = half.pop("attempt", None)
        request.session.modified = True
        attempt = (
            SignInAttempt(pk=begun) if begun else SignInAttempt.begin(officer.username, _address(request))
        )
    except MustWait as wait:
        form.add_error("code", str(wait.sentence))
        return False
    verify = second_factor.check if officer.has_second_factor else second_factor.confirm
    if not verify(officer, form.cleaned_data["code"]):
        form.add_error("code", _("这 6 位数字不对，或者已经用过。等手机换一组再填。"))
        return False
    attempt.succeed()
    return True


def _setting_up(officer: Officer) -> dict[str, Any]:
    if officer.has_second_factor or not officer.second_factor_offered:
        return {}
    secret = officer.second_factor_offered
    address = pyotp.TOTP(secret).provisioning_uri(name=officer.username, issuer_name="回音")
    return {"qr": qr.svg(address, title=_("验证器的二维码")), "secret": words.grouped(secret)}


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
