"""The frame of every page of the desk: where one can go, who is here, which keys are on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.people.duty import Duty

KEYS_COOKIE = "desk-keys"
MODE_COOKIE = "desk-display"
READ_FIGURES = (Duty.SUPERVISE, Duty.HEAD, Duty.TRIAGE, Duty.LEAD)
MODES = ("auto", "light", "dark", "large", "contrast")


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Render a page inside the frame."""
    return render(request, template, _frame(request) | context, status=status)


def refused(request: HttpRequest, sentence: str, status: int = 422) -> HttpResponse:
    """A page that says why not, and what to do instead."""
    return page(request, "desk/refused.html", {"sentence": sentence}, status=status)


def _frame(request: Any) -> dict[str, Any]:
    mode = request.COOKIES.get(MODE_COOKIE, "auto")
    frame = {"display_mode": mode if set(mode.split()) <= set(MODES) else "auto"}
    actor = getattr(request, "actor", None)
    if actor is None:
        signed_in = getattr(request, "officer", None)
        return frame | (
            {"who": {"name": signed_in.name}, "sign_out_url": reverse("desk:sign-out")} if signed_in else {}
        )
    return frame | {
        "nav": _places(request),
        "who": _who(request),
        "search_url": reverse("desk:search"),
        "sign_out_url": reverse("desk:sign-out"),
        "keys_on": request.COOKIES.get(KEYS_COOKIE, "on") == "on",
        "keys_url": reverse("desk:keys"),
    }


def _who(request: Any) -> dict[str, Any]:
    actor = request.actor
    return {
        "organ": actor.organ,
        "name": actor.officer.name,
        "post": actor.post.title,
        "posts_url": reverse("desk:posts") if len(request.actors) > 1 else "",
    }


def _places(request: Any) -> list[dict[str, Any]]:
    here = request.resolver_match.url_name if request.resolver_match else ""
    places = [("inbox", _("我的待办"), True, "g d")]
    places.append(("counter", _("登记"), request.actor.has(Duty.REGISTER), "g r"))
    places.append(("letters", _("待寄"), request.actor.has(Duty.REGISTER), "g l"))
    comes_in = request.actor.has(Duty.REGISTER) or request.actor.has(Duty.ADMINISTER)
    places.append(("batches", _("表格往来"), comes_in, "g e"))
    places.append(("book", _("台账"), True, "g b"))
    reads = any(request.actor.has(duty) for duty in READ_FIGURES)
    places.append(("figures", _("指标"), reads, "g f"))
    places.append(("inspection-packs", _("巡视巡察"), request.actor.has(Duty.SEAL_KEEPER), "g x"))
    places.append(("proposals", _("待批"), request.actor.may_approve, "g p"))
    places.append(("admin", _("管理"), request.actor.has(Duty.ADMINISTER), "g a"))
    return [
        {"words": words, "url": reverse(f"desk:{name}"), "current": here.startswith(name), "key": key}
        for name, words, shown, key in places
        if shown
    ]
