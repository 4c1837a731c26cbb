"""Keeping what is being typed: one address for every page of the desk."""

from typing import Any

from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.views.decorators.http import require_POST

from huiyin.desk.door import officer_only
from huiyin.desk.jotting import Jotting

LONGEST = 200


@officer_only
@require_POST
def jotting(request: Any) -> HttpResponse:
    """Keep the posted words for `?page=`."""
    there = request.GET.get("page", "")
    if not there.startswith(reverse("desk:inbox")) or len(there) > LONGEST:
        return HttpResponseBadRequest()
    Jotting.keep(request.officer.pk, there, request.POST)
    return HttpResponse(status=204)
