"""问一句: the petitioner asks, whoever has the matter answers."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, typed_in


class QuestionForm(PlainForm):
    """One question."""

    words = forms.CharField(
        label=gettext_lazy("您想问什么"),
        strip=False,
        widget=large(4),
        error_messages={"required": gettext_lazy("写一句您想问的。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def question(request: HttpRequest, matter: Any) -> HttpResponse:
    """Ask; the same question sent twice is one."""

    def ask(said: dict[str, Any]) -> None:
        last = matter.questions.order_by("number").last()
        if last is None or last.words != said["words"] or last.answered_on:
            matter.ask(by=Actor.petitioner(), words=said["words"])

    form = QuestionForm(typed_in(request)) if request.method == "POST" else QuestionForm()
    says = _("办理单位会在这里回答您，您问的和回答都留在经过里。")
    return asked(request, form, ask, question=_("问一句"), says=says, go_words=_("问出去"))
