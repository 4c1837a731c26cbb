"""申请复查 and 复核: the petitioner disagrees, in the petitioner's own words, before the organ above."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.papers import words
from huiyin.people.actor import Actor
from huiyin.portal import rights
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import large, typed_in
from huiyin.portal.language import lang
from huiyin.portal.parties import PartyForm


class ReviewForm(PartyForm):
    """What is disputed and why; a cause only where the window is over."""

    disputed = forms.CharField(
        label=gettext_lazy("不同意哪里，为什么"),
        strip=False,
        widget=large(6),
        error_messages={"required": gettext_lazy("写一写不同意哪里，为什么。")},
    )
    late_cause = forms.CharField(
        label=gettext_lazy("为什么晚了"), required=False, strip=False, widget=large(3)
    )

    def __init__(self, *args: Any, is_late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_late:
            del self.fields["late_cause"]


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def review(request: HttpRequest, matter: Any) -> HttpResponse:
    """Ask for review, or for final review of the first one."""
    act, subject = rights.Rights(matter, timezone.localdate()).reviewable
    if not act:
        return redirect("portal:matter")
    is_final = act == "request_final_review"
    window = (
        matter.clocks.filter(term="final-review-window" if is_final else "review-window")
        .order_by("due_on")
        .last()
    )
    known = {"parties": _parties(matter, subject, is_final), "is_late": _is_late(window)}
    form = ReviewForm(typed_in(request), **known) if request.method == "POST" else ReviewForm(**known)

    def ask(said: dict[str, Any]) -> None:
        told = {"disputed": said["disputed"], "late_cause": said.get("late_cause", "")}
        party = {} if is_final else {"party": form.chosen()}
        getattr(subject, act)(by=Actor.petitioner(), **party, **told)

    question = _("申请复核") if is_final else _("申请复查")
    return asked(request, form, ask, question=question, says=_says(window), go_words=question)


def _parties(matter: Any, subject: Any, is_final: bool) -> list[Any]:
    if is_final:
        return [subject.party]
    contacts = matter.parties.contacts()
    return list(contacts.filter(deliveries__completed_on__isnull=False).distinct() or contacts)


def _is_late(window: Any) -> bool:
    return window is not None and window.due_on < timezone.localdate()


def _says(window: Any) -> str:
    if window is None:
        return ""
    day = words.prose(window.due_on, lang(), timezone.localdate())
    if _is_late(window):
        return _("%(day)s已经截止。有正当理由的仍可以申请，写明原因。") % {"day": day}
    return _("%(day)s前都可以申请。写错了、写少了没关系，之后还能补充。") % {"day": day}
