"""评价: how the petitioner finds the office and the organ that answered; changeable until the window ends."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.matters.cause import Cause
from huiyin.matters.rating import GRADES
from huiyin.papers import words
from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, typed_in
from huiyin.portal.language import lang

OFFICE = gettext_lazy("选一下对信访部门满意不满意。")
ORGAN = gettext_lazy("选一下对办理单位满意不满意。")


class RatingForm(PlainForm):
    """Two grades, and words if wanted."""

    office = forms.ChoiceField(
        label=gettext_lazy("对信访部门"),
        choices=GRADES,
        widget=forms.RadioSelect,
        error_messages={"required": OFFICE, "invalid_choice": OFFICE},
    )
    organ = forms.ChoiceField(
        label=gettext_lazy("对办理单位"),
        choices=GRADES,
        widget=forms.RadioSelect,
        error_messages={"required": ORGAN, "invalid_choice": ORGAN},
    )
    causes = forms.MultipleChoiceField(
        label=gettext_lazy("您觉得问题出在哪里"),
        help_text=gettext_lazy("可以选几项，也可以不选。单位怎么说，不影响您怎么选。"),
        choices=Cause.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(label=gettext_lazy("想说的话"), required=False, strip=False, widget=large(3))


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def rating(request: HttpRequest, matter: Any) -> HttpResponse:
    """Rate, or change the rating."""
    form = RatingForm(typed_in(request)) if request.method == "POST" else RatingForm()
    window = matter.clocks.running().filter(term="rating").order_by("due_on").last()
    until = words.prose(window.due_on, lang(), timezone.localdate()) if window else ""
    return asked(
        request,
        form,
        lambda said: matter.rate(by=Actor.petitioner(), **said),
        question=_("评价这次答复"),
        says=_("%(day)s前可以评，也可以改。评价不影响您申请复查。") % {"day": until} if until else "",
        go_words=_("交评价"),
    )
