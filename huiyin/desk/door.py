"""Who may come in: the decorators that every page of the desk stands behind."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django_htmx.http import HttpResponseClientRedirect

from huiyin.desk import session
from huiyin.desk.frame import page
from huiyin.desk.jotting import Jotting
from huiyin.people.actor import Actor

View = Callable[..., HttpResponse]
BEFORE_POST = frozenset({"password", "sign-out"})  # what an officer may do before anything else is open


def officer_only(view: View) -> View:
    """Let signed-in officers in, as `request.officer` at `request.actor`; send everybody else to sign in."""

    @wraps(view)
    @never_cache
    def inside(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        officer = session.officer_of(request)
        if officer is None:
            return _to_sign_in(request)
        request.officer = officer
        request.actors = [Actor(seat.post, officer, seat.capacity) for seat in officer.seats]
        request.actor = _chosen(request)
        here = request.resolver_match.url_name
        if officer.must_change_password and here not in BEFORE_POST:
            return redirect("desk:password")
        if request.actor is None and here not in BEFORE_POST:
            return page(request, "desk/no_post.html", {}, status=403)
        return session.touch(view(request, *args, **kwargs), officer)

    return inside


def with_duty(*duties: str) -> Callable[[View], View]:
    """Let in who is at a post with one of these duties; for everybody else the page does not exist."""

    def guarded(view: View) -> View:
        @wraps(view)
        def inside(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.actor.has(duty) for duty in duties):
                raise Http404
            return view(request, *args, **kwargs)

        return officer_only(inside)

    return guarded


def _chosen(request: Any) -> Actor | None:
    """The post that the officer chose to sit at, or the highest."""
    wanted = request.session.get("post")
    actors: list[Actor] = request.actors
    return next(
        (each for each in actors if each.post and str(each.post.pk) == wanted), actors[0] if actors else None
    )


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To sign in and back; what was typed on the page waits there, for the officer whose browser this is."""
    if request.method == "POST" and (whose := session.last_officer(request)):
        Jotting.keep(whose, request.path, request.POST)
    back = request.get_full_path() if request.method == "GET" else request.path
    address = f"{reverse('desk:sign-in')}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return redirect(address)
