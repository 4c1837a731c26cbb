"""进度页: days left, the date, the drawing, who has it; what happened; what may be done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from huiyin.matters.access import offices_that_looked
from huiyin.matters.clock import Clock
from huiyin.papers import words
from huiyin.people.holding import Holding
from huiyin.portal import display, materials, rights, story
from huiyin.portal.acting import on_matter
from huiyin.portal.language import lang
from huiyin.portal.standing import standing

SHOWN = 3


@require_safe
@on_matter
def matter(request: HttpRequest, matter: Any) -> HttpResponse:
    """The matter of this visit."""
    today = timezone.localdate()
    live = matter.live() or matter
    now = standing(live, today, "large" if "large" in display.mode_of(request) else "phone")
    may = rights.Rights(matter, today)
    entries = story.entries(matter, collected=rights.has_collected(matter))
    told = {
        "number": matter.number or "",
        "title": _("办理进度") if matter.sealed else matter.title,
        "state": now.word,
        "state_says": now.says,
        "linked_to": live.number if live.pk != matter.pk else "",
        "together": 0 if matter.sealed else matter.together().count(),
        "halves": [] if matter.sealed else list(matter.halves()),
        "unclear": _unclear(matter, may),
        "ruler": now.ruler,
        "promise": now.promise,
        "ruler_note": now.note,
        "holder": _holder(live),
        "assisting": _assisting(matter, today),
        "entries": entries,
        "shown": SHOWN,
        "sealed": story.sealed(matter),
        "seen": len(entries),
        "acts": may.open(),
        "closed": may.shut(),
        "withdraw_url": reverse("portal:withdrawal") if may.may_withdraw else "",
        "materials": materials.handed_in(matter, today),
        "looked": [
            (name, words.moment(timezone.localtime(at), lang())) for name, at in offices_that_looked(matter)
        ],
        "not_read_back": matter.petitions.filter(read_back=False).exists(),
        "may_ask_recusal": "request_recusal" in may.names,
        "done": "done" in request.GET,
    }
    return render(request, "portal/matter.html", told)


def _unclear(matter: Any, may: rights.Rights) -> str:
    """What the petitioner is asked to make clear, before everything else on the page."""
    waiting = matter.open_clarification() if "clarify" in may.names else None
    return waiting.words if waiting else ""


def _assisting(matter: Any, today: Any) -> list[tuple[str, str, bool]]:
    """Which organs assist the one that has it, by which day, and whether that has passed."""
    running = Clock.objects.running().filter(matter=matter, term="assistance")
    parts = running.select_related("assignment__organ").order_by("due_on", "pk")
    return [
        (clock.assignment.organ.name, words.prose(clock.due_on, lang(), today), clock.due_on < today)
        for clock in parts
    ]


def _holder(matter: Any) -> dict[str, str]:
    """The organ that has it, who answers for it by name, and a telephone; of what is sealed no name."""
    lead = matter.lead
    post = None if matter.sealed else lead.answerable()
    held = (
        Holding.objects.on(timezone.localdate()).filter(post=post).select_related("officer").first()
        if post
        else None
    )
    person = f"{post.title} {held.officer.name}" if held else ""
    return {"organ": lead.organ.name, "person": person, "phone": lead.organ.phone}
