"""开始页."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from huiyin.papers import ruler
from huiyin.portal import coming
from huiyin.portal.office import office

WIDE = 1104


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Two acts, two rows, and the law drawn as a ruler."""
    steps = coming.promised(office().region, timezone.localdate())
    told = {
        "file_url": reverse("portal:file"),
        "track_url": reverse("portal:track"),
        "accuse_url": reverse("portal:report"),
        "book_url": "",
        "path": ruler.vertical(steps),
        "path_level": ruler.level(steps, WIDE),
    }
    return render(request, "portal/start.html", told)
