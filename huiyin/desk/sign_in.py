"""Signing in: the password first, then six digits from the officer's own phone; guessing gets slow, nobody is locked out."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from huiyin.desk import session
from huiyin.desk.frame import page
from huiyin.desk.words import Worded
from huiyin.people import second_factor
from huiyin.people.officer import Officer
from huiyin.people.recovery import SecondFactorRecovery
from huiyin.people.sign_in import MustWait, SignInAttempt

HALF = "half-signed-in"


class SignInForm(Worded):
    """User name and password; pasting is allowed."""

    username = forms.CharField(
        label=gettext_lazy("用户名"),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=gettext_lazy("密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the password; the same answer whether the name or the password was wrong."""
    form = SignInForm(request.POST or None)
    after = _safe(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.method == "POST" and form.is_valid():
        half = _checked(request, form)
        if half is not None:
            request.session.cycle_key()
            request.session[HALF] = half | {"next": after}
            return redirect("desk:second-factor")
    says = _("时间久了，请再登录一次。写的都在。") if session.last_officer(request) and after else ""
    return page(
        request,
        "desk/sign_in.html",
        {"form": form, "next": after, "says": says},
        status=422 if form.errors else 200,
    )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out, and forget in this browser who was here."""
    session.end(request)
    response = redirect("desk:sign-in")
    response.delete_cookie(session.COOKIE)
    return response


def _checked(request: HttpRequest, form: SignInForm) -> dict[str, Any] | None:
    """What the second step needs to know, or None with the form saying why."""
    username = form.cleaned_data["username"]
    try:
        attempt = SignInAttempt.begin(username, _address(request))
    except MustWait as wait:
        form.add_error("password", str(wait.sentence))
        return None
    officer = authenticate(request, username=username, password=form.cleaned_data["password"])
    if officer is None:
        form.add_error("password", _("用户名或密码不对，请再看一遍。"))
        return None
    _make_ready(officer)
    return {"officer": str(officer.pk), "attempt": attempt.pk, "at": timezone.now().isoformat()}


def _make_ready(officer: Any) -> None:
    """Where there is no second factor yet, or two administrators took a lost one away, offer a new one."""
    for recovery in SecondFactorRecovery.objects.usable_by(officer):
        recovery.use()
        officer.refresh_from_db()
    if not officer.has_second_factor and not officer.second_factor_offered:
        second_factor.begin(Officer.objects.get(pk=officer.pk))


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _safe(request: HttpRequest, address: str) -> str:
    """An address on this site to go on to, or nothing."""
    fine = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if fine else ""
