"""核对抄录的信: the petitioner reads what staff made of the handwriting, and says yes or objects."""

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

CHOOSE = {
    "required": gettext_lazy("选一下抄得对不对。"),
    "invalid_choice": gettext_lazy("选一下抄得对不对。"),
}


class TranscriptForm(PlainForm):
    """Right, or not and where."""

    agrees = forms.ChoiceField(
        label=gettext_lazy("抄得对不对"),
        choices=[("yes", gettext_lazy("对，就是我的意思")), ("no", gettext_lazy("有不对的地方"))],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    words = forms.CharField(label=gettext_lazy("哪里不对"), required=False, strip=False, widget=large(3))

    def clean(self) -> dict[str, Any]:
        """An objection says where."""
        if self.cleaned_data.get("agrees") == "no" and not self.cleaned_data.get("words", "").strip():
            self.add_error("words", _("写一写哪里不对。"))
        return self.cleaned_data


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def transcript(request: HttpRequest, matter: Any) -> HttpResponse:
    """Confirm the transcript or object to it."""
    latest = matter.transcripts.order_by("number").last()
    if latest is None or latest.confirmed is not None:
        return redirect("portal:matter")
    form = TranscriptForm(typed_in(request)) if request.method == "POST" else TranscriptForm()
    return asked(
        request,
        form,
        lambda said: matter.confirm_transcript(
            by=Actor.petitioner(), agrees=said["agrees"] == "yes", words=said["words"]
        ),
        question=_("核对抄录的信"),
        says=_("这是工作人员照您的信抄的，认不清的字写成□。"),
        quoted=[latest.title, latest.text],
        go_words=_("交上去"),
    )
