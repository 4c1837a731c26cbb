"""A visit: what this browser opened with number and code. A signed cookie holds the receipt's id and when, nothing more.

The server keeps nothing of who looked when, and opening a matter writes nothing.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt

LASTS = timedelta(hours=2)
COOKIE = "__Host-visit" if settings.SESSION_COOKIE_SECURE else "visit"
SALT = "huiyin.visit"


def open(response: HttpResponse, receipt: Receipt) -> HttpResponse:
    """From now on this browser sees the matter of the receipt, until it is closed or the visit has lasted."""
    response.set_signed_cookie(
        COOKIE,
        str(receipt.pk),
        salt=SALT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def close(response: HttpResponse) -> HttpResponse:
    """Leave the matter."""
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def receipt_of(request: HttpRequest) -> Receipt | None:
    """The receipt that this browser opened, while the visit lasts and the receipt is good."""
    pk = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS)
    return Receipt.objects.filter(pk=pk, revoked_at=None).first() if pk else None


def matter_of(receipt: Receipt) -> Any:
    """The matter it was given for."""
    return Matter.objects.held_by(receipt).get(pk=receipt.matter_id)
