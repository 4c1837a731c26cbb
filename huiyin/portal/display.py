"""显示设置: standard, large or high contrast, kept in a cookie of the browser and nowhere else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

COOKIE = "display"
MODES = ("", "large", "contrast", "large contrast")
YEAR = 365 * 24 * 3600


def mode_of(request: HttpRequest) -> str:
    """How this browser wants its pages."""
    mode = request.COOKIES.get(COOKIE, "").replace("+", " ")
    return mode if mode in MODES else ""


@csrf_exempt  # it changes one cookie of the browser that asks
@require_POST
def display(request: HttpRequest) -> HttpResponse:
    """Keep the mode and go back to the page."""
    mode = request.POST.get("mode", "")
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    response = HttpResponseRedirect(back if safe else "/")
    kept = (mode if mode in MODES else "").replace(" ", "+")
    response.set_cookie(COOKIE, kept, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
