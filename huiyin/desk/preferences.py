"""What an officer sets for this browser: single-letter keys, how the page looks, and at which post to sit."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from huiyin.desk.door import officer_only
from huiyin.desk.frame import KEYS_COOKIE, MODE_COOKIE, MODES, page

YEAR = 365 * 24 * 3600


@officer_only
@require_POST
def keys(request: Any) -> HttpResponse:
    """Switch single-letter keys on or off (WCAG 2.1.4)."""
    response = _back(request)
    wanted = "off" if request.POST.get("keys") == "off" else "on"
    response.set_cookie(
        KEYS_COOKIE, wanted, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response


@officer_only
@require_POST
def look(request: Any) -> HttpResponse:
    """Choose light, dark, large or high contrast."""
    response = _back(request)
    wanted = request.POST.get("mode", "auto")
    if wanted in MODES:
        response.set_cookie(MODE_COOKIE, wanted, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    return response


@officer_only
def posts(request: Any) -> HttpResponse:
    """Choose the post to sit at, where one officer holds several."""
    if request.method == "POST":
        held = {str(actor.post.pk) for actor in request.actors}
        if request.POST.get("post") in held:
            request.session["post"] = request.POST["post"]
        return redirect("desk:inbox")
    return page(request, "desk/posts.html", {"actors": request.actors})


def _back(request: Any) -> HttpResponse:
    there = request.POST.get("next") or "/desk/"
    fine = url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()})
    return redirect(there if fine else "desk:inbox")
