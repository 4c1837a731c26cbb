"""After a registration at the counter: the receipt to print and hand over, to print again within a day, and what to ask next."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.counter_filing import SPEAKERS
from huiyin.desk.door import with_duty
from huiyin.desk.finding import act_address
from huiyin.desk.frame import page
from huiyin.desk.tongue import lang, said
from huiyin.matters.code import grouped
from huiyin.matters.matter import find
from huiyin.matters.petition import Registration
from huiyin.papers import receipt as paper
from huiyin.papers import ruler, typeset, words
from huiyin.people.duty import Duty


@with_duty(Duty.REGISTER)
def counter_receipt(request: Any, pk: Any) -> HttpResponse:
    """Number and code, the dates, the paper; and where six came, who may speak."""
    done = _registration(request, pk)
    receipt, matter = done.receipt, find(done.matter_id)
    context = {
        "number": receipt.number or "",
        "code": grouped(receipt.shown) if receipt.shown else "",
        "people": done.petition.people_count,
        "steps": ruler.vertical(_steps(matter)) if receipt.number else (),
        "speakers": _speakers(done, matter),
        "can_print": typeset.available(),
        "pdf_url": reverse("desk:counter-receipt-pdf", args=[done.pk]),
        "correct_url": act_address(matter, "correction") if receipt.number else "",
        "reissue_url": act_address(matter, "reissue") if receipt.number else "",
        "again_url": reverse("desk:counter"),
        "is_accusation": receipt.number is None,
    }
    return page(request, "desk/counter_receipt.html", context)


@with_duty(Duty.REGISTER)
def counter_receipt_pdf(request: Any, pk: Any) -> HttpResponse:
    """One A5 page; an accusation's shows twenty digits and a phone number, nothing else."""
    done = _registration(request, pk)
    if not done.receipt.shown or not typeset.available():
        raise Http404
    organ = done.petition.registered_by
    if done.receipt.number is None:
        printed = paper.plain_pdf(done.receipt.shown, organ.phone)
    else:
        printed = paper.receipt_pdf(_printed(request, done))
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(_('回执'))}.pdf"
    response["Cache-Control"] = "no-store"
    return response


def _registration(request: Any, pk: Any) -> Registration:
    """A registration of this organ whose receipt is in force; one sealed at the counter only by who wrote it down."""
    rows = Registration.objects.select_related("receipt", "petition__registered_by")
    found = rows.filter(pk=pk, petition__registered_by=request.actor.organ).first()
    if found is None or (found.receipt.number is None and found.through_id != request.officer.pk):
        raise Http404
    newest = (
        type(found.receipt)
        .objects.filter(matter=found.matter_id, revoked_at=None)
        .order_by("-issued_at")
        .first()
    )
    found.receipt = newest or found.receipt
    return found


def _speakers(done: Registration, matter: Any) -> str:
    """What to ask a group that is larger than the law lets speak; it is registered all the same."""
    limit = matter.law.limits[SPEAKERS]
    if done.petition.channel != "visit" or done.petition.people_count <= limit.value:
        return ""
    told = {
        "n": done.petition.people_count,
        "most": limit.value,
        "article": matter.law.cite(limit.article, lang()),
    }
    return (
        _(
            "来了 %(n)d 人，已经登记。当面谈请推选不超过 %(most)d 名代表（%(article)s），其余各位照样登记在册。"
        )
        % told
    )


def _first_clock(matter: Any) -> Any:
    """The term within which the office says who will handle it."""
    return matter.clocks.filter(term__in=("triage", "notice-direct")).order_by("started_on").first()


def _steps(matter: Any) -> tuple[ruler.Step, ...]:
    """What follows, with the dates that the law gives it."""
    clock = _first_clock(matter)
    handling = matter.law.terms["handling"]
    until = (clock.due_on - clock.started_on).days if clock else 0
    answer = ruler.Step(
        until + (handling.days or 0), _("受理后 %(n)d 天内") % {"n": handling.days}, _("书面答复"), clock=True
    )
    received = ruler.Step(0, words.prose(matter.heard_on, lang()), _("已收到，封存好了"))
    if clock is None:
        return received, answer
    day = _("%(day)s前") % {"day": words.prose(clock.due_on, lang())}
    told = _("书面告诉谁来办（%(term)s）") % {"term": said(matter.law.terms[clock.term])}
    return received, ruler.Step(until, day, told), answer


def _by_when(matter: Any) -> str:
    """Who will handle it is said by the day that the law gives the office."""
    clock = _first_clock(matter)
    return f"{words.prose(clock.due_on, 'zh')}前书面告诉您" if clock else ""


def _printed(request: Any, done: Registration) -> paper.Receipt:
    matter, organ = find(done.matter_id), done.petition.registered_by
    party = matter.parties.contacts().first()
    return paper.Receipt(
        organ=organ.name,
        number=done.receipt.number or "",
        code=done.receipt.shown or "",
        received_at=timezone.localtime(done.petition.received_at),
        summary=matter.title,
        steps=_steps(matter),
        url=_track_address(request, done.receipt),
        phone=organ.phone,
        channel=done.petition.get_channel_display(),
        petitioner=(party.petitioner.name or "") if party else "",
        people=done.petition.people_count,
        materials=tuple(matter.attachments.values_list("name", flat=True)),
        heard_by=f"{organ}　{request.officer.name}",
        handled_by=_by_when(matter),
        helped_by="　".join(filter(None, [str(organ), organ.phone])),
        address=organ.address,
        hours=organ.office_hours,
    )


def _track_address(request: Any, receipt: Any) -> str:
    """Where the QR code leads: the public page; the code stands behind the #, which no server and no log ever sees."""
    try:
        there = reverse("portal:track")
    except NoReverseMatch:
        there = "/track/"
    base = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    return f"{base}{there}?number={quote(receipt.number or '')}#{receipt.shown}"
