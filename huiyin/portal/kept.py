"""Nothing typed is lost: an expired page, an ended visit or a busy database gives the words back, one click from going on."""

from typing import Any

from django.core import signing
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from huiyin.portal.forms.lookup import LookupForm
from huiyin.portal.forms.plain import typed_in

BUSY_SIGNS = ("locked", "serializ", "deadlock", "lock timeout", "too many connections")
SECRET = ("password", "token", "secret")
SALT = "portal.kept"
MONTH = 30 * 24 * 3600


class Busy:
    """Middleware: a POST that the database had no room for is answered 503 with its form and key kept."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only when the database was busy, and only for what was posted."""
        if request.method != "POST" or not _is_busy(exception):
            return None
        response = _page(request, "busy", request.get_full_path(), typed_in(request), status=503)
        response["Retry-After"] = "3"
        return response


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page had gone stale: the same words with a fresh token; one click goes on. Another site's words are dropped."""
    if request.headers.get("Origin", _own(request)) != _own(request):
        return _page(request, "strange", "/", MultiValueDict(), status=403)
    return _page(request, "rested", request.get_full_path(), typed_in(request), status=403)


def visit_ended(request: HttpRequest) -> HttpResponse:
    """The visit is over: ask for number and code again, and take what was typed along, signed, in the page itself."""
    typed = typed_in(request)
    words = signing.dumps([request.get_full_path(), {name: typed.getlist(name) for name in typed}], salt=SALT)
    told = {"form": LookupForm(), "kept": words, "rested": True}
    return render(request, "portal/track.html", told, status=403)


def resumed(request: HttpRequest) -> HttpResponse | None:
    """After number and code: what was being written when the visit ended."""
    try:
        path, words = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=MONTH)
    except signing.BadSignature:
        return None
    return _page(request, "rested", path, MultiValueDict(words), status=200)


def _own(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _is_busy(exception: Exception) -> bool:
    said = str(exception).lower()
    return isinstance(exception, OperationalError) and any(sign in said for sign in BUSY_SIGNS)


def _page(request: HttpRequest, why: str, path: str, typed: MultiValueDict, status: int) -> HttpResponse:
    fields = [
        (name, value)
        for name in typed
        if not any(secret in name.lower() for secret in SECRET)
        for value in typed.getlist(name)
    ]
    told = {"why": why, "path": path, "fields": fields, "had_files": bool(request.FILES)}
    return render(request, "portal/kept.html", told, status=status)
