"""How long an officer stays signed in: thirty minutes without a page, twelve hours in all, not a second once deactivated.

Idleness is told by a signed cookie renewed with every page, so that looking at a page writes nothing.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from huiyin.people.officer import Officer

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=12)
COOKIE = "__Host-desk" if settings.SESSION_COOKIE_SECURE else "desk"
SALT = "huiyin.desk"


def begin(request: HttpRequest, officer: Officer) -> None:
    """The whole sign-in went well: a new session that ends by itself."""
    login(request, officer, backend="django.contrib.auth.backends.ModelBackend")
    request.session.set_expiry(timezone.now() + WHOLE)


def officer_of(request: HttpRequest) -> Officer | None:
    """The officer who is signed in and was here within the half hour; None otherwise."""
    user: Any = request.user
    if not user.is_authenticated:
        return None
    seen = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=IDLE)
    return user if seen == str(user.pk) else None


def last_officer(request: HttpRequest) -> str:
    """Whose browser this is, however long ago: the id of the officer last signed in here, or ""."""
    return str(request.get_signed_cookie(COOKIE, default="", salt=SALT))


def touch(response: HttpResponse, officer: Officer) -> HttpResponse:
    """Note in the browser that the officer was here just now."""
    response.set_signed_cookie(
        COOKIE,
        str(officer.pk),
        salt=SALT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def end(request: HttpRequest) -> None:
    """Sign out."""
    logout(request)
