"""说明一处: the office did not understand something; the petitioner says it once more, in other words."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, typed_in


class ClarificationForm(PlainForm):
    """A few sentences."""

    words = forms.CharField(
        label=gettext_lazy("您的说明"),
        strip=False,
        widget=large(5),
        error_messages={"required": gettext_lazy("写几句说明。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def clarification(request: HttpRequest, matter: Any) -> HttpResponse:
    """Read what is unclear and answer it; with nothing open, also after the same answer was sent twice, back to the matter."""
    waiting = matter.open_clarification()
    if waiting is None:
        return redirect("portal:matter")
    form = ClarificationForm(typed_in(request)) if request.method == "POST" else ClarificationForm()
    return asked(
        request,
        form,
        lambda said: matter.clarify(by=Actor.petitioner(), clarification=waiting, words=said["words"]),
        question=_("有一处请您说明"),
        says=_("不会写，也可以打电话或到窗口说，由工作人员照原话记。不说明也不会因此不受理，期限照走。"),
        quoted=[waiting.words],
        go_words=_("交上去"),
    )
