"""Search: what this officer may see, never more; one that triage has not read stays hidden from the organs it names."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.http import HttpResponse
from django.utils import timezone

from huiyin.desk.door import officer_only
from huiyin.desk.finding import address_of, ref_of
from huiyin.desk.frame import page
from huiyin.desk.parties import fetch_for_list, named_in_list
from huiyin.desk.tongue import lang
from huiyin.matters.assignment import Assignment
from huiyin.matters.matter import Matter
from huiyin.matters.mention import Mention
from huiyin.matters.search import matching
from huiyin.papers import words

MOST = 50


@officer_only
def search(request: Any) -> HttpResponse:
    """At most fifty, newest first; the matter whose number was typed stands alone on top."""
    query = request.GET.get("q", "").strip()
    found = _found(request, query) if query else []
    fetch_for_list(found)
    lines = [_line(matter) for matter in found]
    return page(request, "desk/search.html", {"query": query, "lines": lines, "is_cut": len(lines) == MOST})


def _found(request: Any, query: str) -> list[Matter]:
    leads = Prefetch(
        "assignments", Assignment.objects.filter(is_lead=True).select_related("organ"), to_attr="leads"
    )
    visible = searchable(request).prefetch_related(leads)
    number = query.replace(" ", "")
    exact = (
        list(visible.filter(Q(number=number) | Q(number__endswith=f"-{number}"))[:MOST])
        if number[-4:].isdecimal()
        else []
    )
    return exact or list(matching(visible, query)[:MOST])


def searchable(request: Any) -> Any:
    """What lists may show to this officer: nothing sealed, and nothing unread of what names the officer's organ."""
    organs = {actor.post.organ_id for actor in request.actors}
    named = Mention.objects.filter(matter=OuterRef("pk"), organ__in=organs)
    untold = Matter.objects.visible_to(request.officer).filter(sealed=False)
    return untold.exclude(Exists(named), reports_wrongdoing=None)


def _line(matter: Any) -> dict[str, Any]:
    lead = matter.leads[0]
    return {
        "number": ref_of(matter),
        "title": matter.title,
        "url": address_of(matter),
        "petitioner": named_in_list(matter),
        "organ": lead.organ,
        "state": matter.law.stage(lead.stage).public,
        "day": words.table(timezone.localdate(matter.registered_at), lang()),
    }
