"""An act of the petitioner as a page: find the matter of the visit, ask, do one thing, and come back to the progress page."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from huiyin.matters.errors import NotAllowed
from huiyin.portal import kept, visit
from huiyin.portal.forms.plain import PlainForm

View = Callable[..., HttpResponse]


def on_matter(view: View) -> View:
    """Give the view the matter of this visit; an ended visit asks for the code again and keeps what was typed."""

    @never_cache
    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        receipt = visit.receipt_of(request)
        if receipt is None:
            return kept.visit_ended(request) if request.method == "POST" else redirect("portal:track")
        return view(request, visit.matter_of(receipt), *args, **kwargs)

    return wrapped


def asked(
    request: HttpRequest, form: PlainForm, do: Callable[[dict[str, Any]], object], **page: Any
) -> HttpResponse:
    """Show the form, or do what it asks and return; a refusal is said in the page, beside what was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal.sentence))
        else:
            return redirect(f"{reverse('portal:matter')}?done=1")
    told = {"form": form, "back_url": reverse("portal:matter"), **page}
    return render(request, "portal/act.html", told, status=422 if request.method == "POST" else 200)
