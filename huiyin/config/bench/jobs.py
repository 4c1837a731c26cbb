"""The jobs that are measured, as requests ready to be sent: prepared beforehand, so that only the server's work counts."""

import hashlib
import itertools
import secrets
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core import signing

from huiyin.config.bench.city import City
from huiyin.config.bench.load import Request
from huiyin.desk import session as desk_session
from huiyin.matters.assignment import Assignment
from huiyin.people.actor import Actor
from huiyin.portal.draft import COOKIE, Draft, Kind

FILINGS = 3000
TYPED = {
    "kind": {"kind": ["claim"]},
    "story": {"text": ["我家在河湾村三组，去年修路占了地，量的是 3.2 亩，实际 4.1 亩，请重新量一次。"]},
    "place": {},
    "who": {"name": ["廖秀英"], "phone": ["13900000001"], "people_count": ["1"]},
}


def reference() -> Iterator[Request]:
    """The bare view."""
    return itertools.repeat(Request("/bench/reference"))


def filing() -> Iterator[Request]:
    """The check page's POST, each with a draft of its own: durable, the record included."""
    tokens = [secrets.token_urlsafe(32) for _ in range(FILINGS)]
    hashes = (hashlib.sha256(token.encode()).hexdigest() for token in tokens)
    Draft.objects.bulk_create([Draft(token_hash=each, kind=Kind.PETITION, words=TYPED) for each in hashes])
    for token in tokens:
        yield Request(
            "/file/check/", f"{COOKIE}={token}; {_CSRF_COOKIE}", {"declared": "on", **_CSRF}, "/file/receipt/"
        )


def inbox(handler: Actor) -> Iterator[Request]:
    """The first page of a handler's inbox."""
    return itertools.repeat(Request("/desk/", _cookies(handler)))


def matter(handler: Actor) -> Iterator[Request]:
    """The pages of matters in a handler's hands, one after the other."""
    cookies = _cookies(handler)
    for number, _ in itertools.cycle(_in_hand(handler, "accepted")):
        yield Request(f"/desk/matters/{quote(number)}/", cookies)


def acceptance(city: City) -> Iterator[Request]:
    """The act of accepting, confirmed, by every unit's handler, on a matter of its own each time."""
    for handler in (unit.handler for unit in city.units):
        cookies = _cookies(handler)
        for number, version in _in_hand(handler, "notified"):
            form = {"handler": str(handler.post.pk), "confirm": "1", "seen": str(version), **_CSRF}
            page = f"/desk/matters/{quote(number)}/"
            yield Request(f"{page}acceptance/", cookies, form, page)


def _in_hand(handler: Actor, stage: str) -> list[tuple[str, int]]:
    held = Assignment.objects.open().filter(organ=handler.organ, stage=stage).order_by("pk")
    return list(held.values_list("matter__number", "matter__version")[:5000])


_SECRET = secrets.token_hex(16)
_CSRF_COOKIE = f"{settings.CSRF_COOKIE_NAME}={_SECRET}"
_CSRF = {"csrfmiddlewaretoken": _SECRET}


def _cookies(actor: Actor) -> str:
    """The cookies of an officer who signed in, second factor and all."""
    officer: Any = actor.officer
    store = SessionStore()
    store[SESSION_KEY] = str(officer.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    store.create()
    seen = signing.get_cookie_signer(salt=desk_session.COOKIE + desk_session.SALT).sign(str(officer.pk))
    return f"{settings.SESSION_COOKIE_NAME}={store.session_key}; {desk_session.COOKIE}={seen}; {_CSRF_COOKIE}"
