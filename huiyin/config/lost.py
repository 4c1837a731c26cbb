"""The pages nobody asked for: an address that leads nowhere, and a fault of ours with a number to name on the phone.

Under /api/ the door of the API makes a problem of the bare answer.
"""

import logging
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.api.door import PATH

LOG = logging.getLogger(__name__)
CLEAR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is taken for another over the phone


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is here, or nothing for this reader: the same words for both."""
    if request.path_info.startswith(PATH):
        return HttpResponse(status=404)
    told = {
        "heading": _("没有这一页"),
        "says": [_("地址可能写错了，或者这一页不给您看。")],
        "acts": _ways(request),
        "other_language": None,
    }
    return render(request, "portal/message.html", told, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something of ours broke: nothing of what broke is shown, and the log has it under the same number."""
    fault = "".join(secrets.choice(CLEAR) for _each in range(6))
    LOG.error("fault %s at %s", fault, request.path)
    if request.path_info.startswith(PATH):
        return HttpResponse(status=500)
    says = [_("是我们的机器出了错，不是您写错了。交没交成，查一下进度就知道；再交一次也不会重复收件。")]
    told: dict[str, Any] = {"heading": _("出了点问题"), "says": says, "acts": _ways(request), "fault": fault}
    try:
        return render(request, "portal/message.html", told, status=500)
    except Exception:  # what broke may be what this page needs too: the database, the files of the look
        return HttpResponse(
            f"{told['heading']} {fault}\n{says[0]}\n", "text/plain; charset=utf-8", status=500
        )


def _ways(request: HttpRequest) -> list[dict[str, Any]]:
    """Where to go on from here."""
    if "/desk/" in request.path:
        return [{"words": _("回我的待办"), "url": reverse("desk:inbox"), "solid": True}]
    start, track = reverse("portal:start"), reverse("portal:track")
    return [{"words": _("回开始页"), "url": start, "solid": True}, {"words": _("查进度"), "url": track}]
