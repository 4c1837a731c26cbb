"""本人信息: all that is kept of the petitioner in this matter, to see, to take away and to put right (PIPL 45–46).

A receipt may be shared by several contacts, so that document numbers are whole only in the file of who is alone.
"""

import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from huiyin.matters.reading import handed_in
from huiyin.matters.timeline import timeline
from huiyin.people.actor import Actor
from huiyin.people.masks import masked_id
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import large, narrow, typed_in
from huiyin.portal.parties import PartyForm


class ContactForm(PartyForm):
    """How one is reached now."""

    phone = forms.CharField(label=gettext_lazy("电话"), required=False, widget=narrow(inputmode="tel"))
    address = forms.CharField(label=gettext_lazy("地址"), required=False, strip=False, widget=large(2))


@require_safe
@on_matter
def own_data(request: HttpRequest, matter: Any) -> HttpResponse:
    """What is kept, in plain rows."""
    told = {
        "people": [_rows(person) for person in _people(matter)],
        "petitions": [petition.text or petition.title for petition in matter.petitions.order_by("pk")],
        "agents": list(matter.agents()),
    }
    return render(request, "portal/own_data.html", told)


@require_safe
@on_matter
def own_data_file(request: HttpRequest, matter: Any) -> HttpResponse:
    """The same and the whole story as a file that other programs read."""
    people = _people(matter)
    told = {
        "number": matter.number,
        "people": [dict(_rows(person, whole=len(people) == 1)) for person in people],
        "petitions": [
            {"received_at": petition.received_at.isoformat(), "title": petition.title, "text": petition.text}
            for petition in matter.petitions.order_by("pk")
        ],
        "requests": [request.text for request in matter.requests.order_by("position")],
        "agents": [{"name": one.name, "phone": one.phone, "mandate": one.mandate} for one in matter.agents()],
        "materials": [
            {"name": one["piece"].name, "pages": one["piece"].pages, "sha256": one["piece"].digest}
            for one in handed_in(matter)
        ],
        "story": [
            {
                "at": line.on.isoformat(),
                "says": line.says,
                "papers": [paper.number for paper in line.documents],
            }
            for line in timeline(matter, public=True)
        ],
    }
    content = json.dumps(told, ensure_ascii=False, indent=2)
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="huiyin-{timezone.localdate()}.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def contact(request: HttpRequest, matter: Any) -> HttpResponse:
    """Put phone and address right."""
    parties = list(matter.parties.contacts())
    first = {name: getattr(parties[0].petitioner, name) for name in ("phone", "address")} if parties else {}
    known: dict[str, Any] = {"parties": parties}
    form = (
        ContactForm(typed_in(request), **known)
        if request.method == "POST"
        else ContactForm(initial=first if len(parties) == 1 else {}, **known)
    )

    def correct(said: dict[str, Any]) -> None:
        told = {"phone": said["phone"], "address": said["address"]}
        matter.correct_contact(by=Actor.petitioner(), party=form.chosen(), **told)

    return asked(
        request,
        form,
        correct,
        question=_("更正联系方式"),
        says=_("以后按新的电话、地址联系您、送书面答复。以前送过的不受影响。"),
        go_words=_("存下来"),
        back_url=reverse("portal:own-data"),
    )


def _people(matter: Any) -> list[Any]:
    return [party.petitioner for party in matter.parties.contacts()]


def _rows(person: Any, *, whole: bool = False) -> list[tuple[str, str]]:
    number = person.id_number or ""
    rows = [
        (_("姓名"), person.name),
        (_("电话"), person.phone),
        (_("地址"), person.address),
        (_("证件号码"), number if whole else masked_id(number)),
        (_("电子送达"), _("同意") if person.e_delivery_consent_at else _("没有同意")),
    ]
    return [(label, value or _("没有留")) for label, value in rows]
