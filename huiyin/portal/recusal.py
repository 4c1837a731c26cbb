"""申请回避: the petitioner names who should step back, and why; the head of the organ decides."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, narrow, typed_in


class RecusalForm(PlainForm):
    """Whom, and why."""

    whom = forms.CharField(
        label=gettext_lazy("谁应当回避"),
        widget=narrow(),
        error_messages={"required": gettext_lazy("写上他的姓名；不知道姓名，写他做什么的。")},
    )
    reason = forms.CharField(
        label=gettext_lazy("为什么"),
        strip=False,
        widget=large(4),
        error_messages={"required": gettext_lazy("写一句他和这件事有什么关系。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def recusal(request: HttpRequest, matter: Any) -> HttpResponse:
    """Ask for it."""
    form = RecusalForm(typed_in(request)) if request.method == "POST" else RecusalForm()
    return asked(
        request,
        form,
        lambda said: matter.request_recusal(by=Actor.petitioner(), **said),
        question=_("申请回避"),
        says=_("办事的人和这件事有利害关系的，不能再办。单位负责人决定以后，会告诉您结果和理由。"),
        go_words=_("交上去"),
    )
