"""这些日子怎么算的: every legal date that concerns the petitioner, with the days it was counted from."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from huiyin.matters.reckoning import counted_by, reckonings
from huiyin.portal.acting import on_matter


@require_safe
@on_matter
def clocks(request: HttpRequest, matter: Any) -> HttpResponse:
    """The page; of a repeat the dates of the live matter, for those are what its petitioner waits for."""
    counted = matter.live() or matter
    told = {"rows": reckonings(counted, owed_to_petitioner=True), "rules": counted_by(counted)}
    return render(request, "portal/clocks.html", told | {"back_url": reverse("portal:matter")})
