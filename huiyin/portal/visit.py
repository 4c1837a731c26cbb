"""A visit: what this browser opened with number and code. The session holds the receipt's id and when, nothing more."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt

KEY = "receipt"
LASTS = timedelta(hours=2)


def open(request: HttpRequest, receipt: Receipt) -> None:
    """From now on this browser sees the matter of the receipt; the session's own key is changed."""
    request.session.cycle_key()
    request.session[KEY] = [str(receipt.pk), timezone.now().isoformat()]
    request.session.save()  # here, where a database too busy to write is still answered with the form


def close(request: HttpRequest) -> None:
    """Leave the matter."""
    request.session.pop(KEY, None)


def receipt_of(request: HttpRequest) -> Receipt | None:
    """The receipt that this browser opened, while the visit lasts and the receipt is good."""
    pk, opened_at = request.session.get(KEY, (None, None))
    if pk is None or datetime.fromisoformat(opened_at) + LASTS < timezone.now():
        return None
    return Receipt.objects.filter(pk=pk, revoked_at=None).first()


def matter_of(receipt: Receipt) -> Any:
    """The matter it was given for."""
    return Matter.objects.held_by(receipt).get(pk=receipt.matter_id)
