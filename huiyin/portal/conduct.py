"""投诉作风: a complaint about how an organ's people behaved, which reaches an organ above them and nobody below (S020).

It is a petition of its own at that organ: its own number, its own limits, its own answer. The organ complained of is
named in it, and so gets nothing of it until somebody above has read it (triage asks for that).
"""

import uuid
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_http_methods

from huiyin.matters.code import grouped
from huiyin.matters.filing import Filing, Person
from huiyin.matters.registration import register
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ
from huiyin.portal.acting import on_matter
from huiyin.portal.forms.plain import PlainForm, large, typed_in


class Manner(models.TextChoices):
    """What people complain of."""

    RUDE = "rude", gettext_lazy("态度不好，不耐烦")
    SENT_AROUND = "sent_around", gettext_lazy("推着不办，让我来回跑")
    REFUSED = "refused", gettext_lazy("不收材料，不给登记")
    PRESSED = "pressed", gettext_lazy("劝我撤回，吓唬我")
    RETALIATED = "retaliated", gettext_lazy("打击报复我")
    LEAKED = "leaked", gettext_lazy("把我的情况告诉了别人")
    OTHER = "other", gettext_lazy("别的")


class ConductForm(PlainForm):
    """Which organ, what happened; one tick is enough."""

    organ = forms.ChoiceField(
        label=gettext_lazy("哪个单位的人"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("选一下是哪个单位。")},
    )
    manners = forms.MultipleChoiceField(
        label=gettext_lazy("怎么了"),
        choices=Manner.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("至少勾一项。")},
    )
    words = forms.CharField(
        label=gettext_lazy("哪天、谁、怎么说的"), required=False, strip=False, widget=large(4)
    )
    hidden = forms.BooleanField(
        label=gettext_lazy("别让那个单位知道是我投诉的"), required=False, initial=True
    )

    def __init__(self, *args: Any, organs: list[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organs = {str(organ.pk): organ for organ in organs}
        self.fields["organ"].choices = [(pk, organ.name) for pk, organ in self.organs.items()]
        if len(organs) == 1:
            self.fields["organ"].initial = str(organs[0].pk)


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def conduct(request: HttpRequest, matter: Any) -> HttpResponse:
    """Hand it in above; the page that follows shows its own number and code. What is sealed stays sealed."""
    if matter.sealed:
        return redirect("portal:report")
    organs = {place.organ: None for place in matter.assignments.select_related("organ").order_by("-is_lead")}
    known: dict[str, Any] = {"organs": list(organs)}
    form = ConductForm(typed_in(request), **known) if request.method == "POST" else ConductForm(**known)
    if request.method == "POST" and form.is_valid():
        said, organ = form.cleaned_data, form.organs[form.cleaned_data["organ"]]
        above = organ_above(organ)
        done = register(_filing(matter, organ, said), by=Actor.petitioner(), organ=above)
        told = {"above": above, "number": done.matter.number, "code": grouped(done.receipt.shown or "")}
        return render(request, "portal/conduct_done.html", told)
    page = {
        "form": form,
        "back_url": reverse("portal:matter"),
        "question": _("投诉办事作风"),
        "says": _("这份投诉交给上一级，不经过被投诉的单位。和您反映的事分开办，不影响那件事。"),
        "go_words": _("交给上一级"),
    }
    return render(request, "portal/act.html", page, status=422 if request.method == "POST" else 200)


def organ_above(organ: Organ) -> Organ:
    """Who looks at it: the next petition office above that is not the organ itself; else the highest organ above."""
    highest = organ
    for highest in organ.superiors():
        office = highest.petition_office()
        if office is not None and office != organ:
            return office
    return highest


def _filing(matter: Any, organ: Organ, said: dict[str, Any]) -> Filing:
    """The same typed twice is one complaint."""
    with override("zh-hans"):  # officers read it
        manners = "；".join(str(Manner(one).label) for one in said["manners"])
    words = said["words"].strip()
    about = f"事由：办理{matter.number or '我反映的事项'}时。"
    return Filing(
        title=f"对{organ.name}办事作风的投诉",
        text="\n".join(filter(None, [f"{manners}。", words, about])),
        wishes=("查清并告诉我怎么处理的",),
        people=tuple(_person(party.petitioner) for party in matter.parties.contacts()),
        named=(organ,),
        organs_text=organ.name,
        hide_identity=said["hidden"],
        key=uuid.uuid5(matter.pk, f"{organ.pk} {manners} {words}"),
    )


def _person(petitioner: Any) -> Person:
    return Person(
        name=petitioner.name or "",
        phone=petitioner.phone or "",
        address=petitioner.address or "",
        is_organisation=petitioner.kind == "organisation",
    )
