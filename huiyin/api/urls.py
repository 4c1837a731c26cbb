"""The addresses of the API; whatever else stands under /api/ is not there, and says so in JSON."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import path, re_path

from huiyin.api.v1 import api


def nothing(request: HttpRequest) -> Any:
    """No such address."""
    raise Http404


urlpatterns = [path("v1/", api.urls), re_path("", nothing, name="nowhere")]
