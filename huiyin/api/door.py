"""Before and after every request under /api/: the reader's language, and no answer that is not JSON."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from huiyin.api.problem import MEDIA_TYPE, answer

PATH = "/api/"
NAMES = {400: "request", 404: "not-found", 405: "method", 413: "too-big"}


class ApiDoor:
    """Middleware that lets other paths pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language asked for; an error page becomes a problem."""
        if not request.path_info.startswith(PATH):
            return self.get_response(request)
        translation.activate(translation.get_language_from_request(request))
        response = self.get_response(request)
        if response.status_code >= 400 and response["Content-Type"] != MEDIA_TYPE:
            response = _as_problem(request, response)
        response["Cache-Control"] = response.get("Cache-Control", "no-store")
        return response


def _as_problem(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    sentences = {
        404: _("没有这个地址。"),
        405: _("这个地址不接受 %(method)s。") % {"method": request.method},
        500: _("出错了，没有办成。我们已记下，请稍后再试。"),
    }
    status = page.status_code
    said = sentences.get(status, _("请求的写法不对，请检查。"))
    response = answer(request, status, NAMES.get(status, "failure"), said)
    if "Allow" in page:
        response["Allow"] = page["Allow"]
    return response
