"""案件页: legal time on one axis, 四定 and 六问, what is asked, the story, who and what belongs to it, the open acts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from huiyin.desk import acts_bar, four_and_six, sides, tracks
from huiyin.desk.checks_shown import checks_of
from huiyin.desk.door import officer_only
from huiyin.desk.dossier import Dossier, dossier
from huiyin.desk.facts_shown import facts_of
from huiyin.desk.finding import address_of, matter_or_404, ref_of
from huiyin.desk.frame import page
from huiyin.desk.joined import main_read
from huiyin.desk.nouns import acts
from huiyin.desk.requests_shown import requests_of
from huiyin.desk.tongue import lang, said
from huiyin.matters.access import looked
from huiyin.papers import ruler, typeset
from huiyin.papers import words as papers

SHOWN = 8
LONG = 400


@officer_only
def matter(request: Any, ref: str) -> HttpResponse:
    """The page. That it was looked at is written down after it is built."""
    found = dossier(matter_or_404(request, ref), request.actor)
    response = page(request, "desk/matter.html", _context(found, request))
    looked(request.actor, found.matter, purpose="page", at=timezone.now())
    return response


@officer_only
def peek(request: Any, ref: str) -> HttpResponse:
    """The gist of one matter, beside the list."""
    found = dossier(matter_or_404(request, ref), request.actor)
    response = render(request, "desk/peek.html", {"matter": _gist(found)})
    looked(request.actor, found.matter, purpose="peek", at=timezone.now())
    return response


def _case_file(matter: Any, kind: str) -> str:
    return reverse("desk:case-file", args=[ref_of(matter), kind])


def _context(found: Dossier, request: Any) -> dict[str, Any]:
    every = "all" in request.GET
    return _head(found) | {
        "term": ruler.full(found.span, "matter", lang()),
        "tracks": tracks.tracks_of(found.places, found.petitions, found.span),
        "hops": len(found.hops) - 1,
        "transit_days": tracks.transit_days(found.hops),
        "groups": len(found.visits),
        "people": sum(one.people_count for one in found.visits),
        "four": four_and_six.four(found.lead, found.answerable, found.clock, found.lines),
        "six": four_and_six.six(found.handler, found.clock, found.lines),
        "text": found.matter.text,
        "is_short": len(found.matter.text) <= LONG,
        "requests": requests_of(found),
        "facts": facts_of(found.matter),
        "main": main_read(found),
        "checks": checks_of(found.matter),
        "entries": found.entries if every else found.entries[:SHOWN],
        "count": len(found.entries),
        "all_url": "" if every or len(found.entries) <= SHOWN else "?all",
        "sides": sides.sides_of(found),
        "acts": acts_bar.buttons(found.matter, found.actor),
        "closed": acts_bar.closed(found.lines),
        "pdf_url": _case_file(found.matter, "pdf") if typeset.available() else "",
        "zip_url": _case_file(found.matter, "zip"),
        "clocks_url": reverse("desk:clocks", args=[ref_of(found.matter)]),
        "up_url": reverse("desk:inbox"),
        "notices": _notices(found, request),
    }


def _head(found: Dossier) -> dict[str, Any]:
    matter, law = found.matter, found.matter.law
    stage = law.stage(found.lead.stage)
    return {
        "number": ref_of(matter) if matter.number else _("封存件，没有案号"),
        "title": matter.title or _("（没有题目）"),
        "state": gettext_noop("已延期")
        if found.span.old_due and stage.public in ("已受理", "承办中")
        else stage.public,
        "stage": said(stage),
        "term_name": said(law.terms[found.clock.term]) if found.clock else "",
        "provisional": bool(found.clock and found.clock.provisional),
    }


def _notices(found: Dossier, request: Any) -> list[dict[str, str]]:
    notices = []
    done = acts().get(request.GET.get("done", ""))
    if done:
        named = {move.act: said(move) for move in reversed(found.matter.law.moves)}
        waits = any(one.act == done for one in found.waiting)
        words = _("“%(act)s”已报批，等另一位同事批准。") if waits else _("“%(act)s”已办好，记录在案。")
        notices.append({"kind": "done", "words": words % {"act": named.get(done, done)}})
    if found.matter.sealed:
        notices.append({"kind": "", "words": _("封存的检举控告。只有得到授权的岗位看得到，看过都有记录。")})
    if any(petition.awaits_transcript for petition in found.petitions):
        notices.append({"kind": "soon", "words": _("原件是手写的，还没有抄录。抄好以后请信访人确认。")})
    if (
        any(line.act == "suspend" for line in found.lines)
        and found.matter.suspensions.filter(resumed_on=None).exists()
    ):
        notices.append({"kind": "soon", "words": _("这件事已中止，期限照走；原因消失后请恢复办理。")})
    if any(line.act == "ask_clarification" for line in found.lines):
        notices += _unclear(found.matter)
    notices += _own_part(found)
    return notices


def _own_part(found: Dossier) -> list[dict[str, str]]:
    """What this officer's organ is asked to do for the one that leads."""
    words = _("%(lead)s请本单位协办，%(day)s前答复：%(task)s")
    return [
        {
            "kind": "soon",
            "words": words
            % {"lead": found.lead.organ, "day": papers.short(one.clock.due_on, lang()), "task": one.task},
        }
        for one in found.parts
        if one.assignment.ended_on is None and one.assignment.organ_id == found.actor.organ.pk
    ]


def _unclear(matter: Any) -> list[dict[str, str]]:
    waiting = matter.open_clarification()
    if waiting is None:
        return []
    told = {"day": papers.short(waiting.on, lang()), "words": waiting.words}
    return [{"kind": "soon", "words": _("%(day)s请信访人说明，还没有答：%(words)s") % told}]


def _gist(found: Dossier) -> dict[str, Any]:
    head = _head(found)
    last = found.entries[0] if found.entries else None
    asks = [request["words"] for request in requests_of(found)]
    return head | {
        "ruler": ruler.full(found.span, "narrow", lang()),
        "asks": asks or [found.matter.title],
        "last_step": f"{last.day} {last.says}" if last else "",
        "silent_days": _silent_days(found),
        "url": address_of(found.matter),
        "acts": [act for act in acts_bar.buttons(found.matter, found.actor) if not act["less"]][:4],
    }


def _silent_days(found: Dossier) -> int | None:
    """Days since the petitioner last heard anything."""
    heard = next((line.on for line in found.lines if not line.internal), None)
    return (found.today - timezone.localdate(heard)).days if heard else None
