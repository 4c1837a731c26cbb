"""Every error that an operation can meet, turned into a problem: one handler each, and nothing swallowed."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from huiyin.api import wording
from huiyin.api.problem import Refused, answer
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.people.refusal import Refusal
from huiyin.statute.errors import CannotCount

AGAIN_AFTER = 2  # seconds until a busy database is worth another try


def teach(api: NinjaAPI) -> None:
    """Give the API its handlers."""
    for error, handler in HANDLERS.items():
        api.add_exception_handler(error, handler)


def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, error.status, error.name, error.sentence, **error.more)


def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    """Ninja wraps what a parser raises; what it wrapped is the better answer."""
    if isinstance(error.__cause__, Refused):
        return _refused(request, error.__cause__)
    return answer(request, error.status_code, "request", error.message)


def _unknown_bearer(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, 401, "token", _("没有令牌，或令牌已过期、已撤销。请向管理员要一个新的。"))


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, 404, "not-found", _("没有这一项，或您看不到它。"))


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    faults = [wording.fault(each) for each in error.errors]
    return answer(request, 422, "field", faults[0]["detail"], field=faults[0]["field"], errors=faults)


def _not_allowed(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, 422, "not-allowed", error.sentence, field=getattr(error, "field", ""))


def _overtaken(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, 409, "overtaken", error.sentence)


def _cannot_count(request: HttpRequest, error: Any) -> HttpResponse:
    is_english = (get_language() or "").startswith("en")
    return answer(request, 422, "cannot-count", error.en if is_english else error.zh)


def _too_big(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, 413, "too-big", _("请求体太大，请分几次发送。"))


def _broken_off(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(request, 400, "broken-off", _("请求体没有收全，请重发。"))


def _busy(request: HttpRequest, error: Any) -> HttpResponse:
    response = answer(
        request, HTTPStatus.SERVICE_UNAVAILABLE, "busy", _("现在正忙，没有存进去，过几秒再发一次。")
    )
    response["Retry-After"] = str(AGAIN_AFTER)
    return response


HANDLERS: dict[Any, Any] = {
    Refused: _refused,
    HttpError: _http_error,
    AuthenticationError: _unknown_bearer,
    Http404: _not_found,
    ValidationError: _invalid,
    NotAllowed: _not_allowed,
    Refusal: _not_allowed,
    Overtaken: _overtaken,
    CannotCount: _cannot_count,
    RequestDataTooBig: _too_big,
    UnreadablePostError: _broken_off,
    OperationalError: _busy,
}
