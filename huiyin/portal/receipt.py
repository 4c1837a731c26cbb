"""回执: what was received and when, the two codes, what comes next and by when, and what it proves."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from huiyin.matters.code import grouped
from huiyin.matters.petition import Registration
from huiyin.papers import qr, ruler, typeset, words
from huiyin.papers import receipt as paper
from huiyin.portal import address, coming, fingerprint, visit
from huiyin.portal.draft import Draft
from huiyin.portal.language import lang
from huiyin.portal.office import Office, office


@never_cache
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """The receipt, to the browser that holds the draft, for a day."""
    registration = _registration(request)
    if registration is None:
        return redirect("portal:track")
    matter, digits = visit.matter_of(registration.receipt), registration.receipt.shown
    today = timezone.localdate()
    pieces = matter.attachments.count()
    told = {
        "received": words.moment(timezone.localtime(registration.occurred_at), lang()),
        "number": matter.number,
        "code": grouped(digits),
        "code_spoken": " ".join(digits),
        "qr": qr.svg(address.track(request, matter.number, digits), scale=3),
        "path": ruler.vertical(coming.dated(matter, pieces, today)),
        "answers": answers(matter, today),
        "seal_code": fingerprint.of_entry(matter.pk, registration.number),
        "can_print": typeset.available(),
        "supplement_url": reverse("portal:supplement"),
        "withdraw_url": reverse("portal:withdrawal"),
    }
    return render(request, "portal/receipt.html", told)


@never_cache
@require_safe
def receipt_pdf(request: HttpRequest) -> HttpResponse:
    """One A5 page."""
    registration = _registration(request)
    if registration is None or not typeset.available():
        raise Http404
    with override("zh-hans"):  # paper goes to offices and neighbours: it is in Chinese
        printed = paper.receipt_pdf(_printed(request, registration, office()))
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="receipt.pdf"'
    return response


def _registration(request: HttpRequest) -> Registration | None:
    """The registration whose code this browser may still see."""
    draft = Draft.of(request)
    if draft is None or draft.receipt is None or not draft.receipt.shown or draft.receipt.revoked_at:
        return None
    return Registration.objects.select_related("receipt", "petition").get(receipt=draft.receipt)


def answers(matter: Any, today: Any) -> dict[str, str]:
    """Who heard it, who handles it, who helps."""
    clock = matter.clocks.running().filter(term__in=("triage", "notice-direct")).order_by("due_on").first()
    lead = matter.lead.organ
    return {
        "heard": lead.name,
        "handled_by": words.prose(clock.due_on, lang(), today) if clock else "",
        "helped_by": office().hotline,
    }


def _printed(request: HttpRequest, registration: Registration, here: Office) -> paper.Receipt:
    matter, digits = visit.matter_of(registration.receipt), registration.receipt.shown
    told = answers(matter, timezone.localdate())
    party = matter.parties.contacts().first()
    attached = list(matter.attachments.all())
    return paper.Receipt(
        organ=here.name,
        number=matter.number,
        code=digits,
        received_at=timezone.localtime(registration.occurred_at),
        summary=matter.title,
        steps=coming.dated(matter, len(attached), timezone.localdate()),
        url=address.track(request, matter.number, digits),
        phone=here.hotline,
        petitioner=(party.petitioner.name or "") if party else "",
        people=registration.petition.people_count,
        materials=tuple(one.name for one in attached),
        fingerprint=fingerprint.of_entry(matter.pk, registration.number),
        heard_by=told["heard"],
        handled_by=f"{told['handled_by']}前告诉您" if told["handled_by"] else "",
        helped_by=here.hotline,
        address=here.address,
        hours=here.hours,
    )
