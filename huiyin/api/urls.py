"""The addresses of the API; whatever else stands under /api/ is not there, and says so in JSON."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from huiyin.api.problem import answer
from huiyin.api.v1 import api


@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:
    """No such address, by whatever method."""
    return answer(request, 404, "not-found", _("没有这个地址。"))


urlpatterns = [path("v1/", api.urls), re_path("", nothing, name="api-nothing")]
