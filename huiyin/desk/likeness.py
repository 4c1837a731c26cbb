"""Who may be the same person, what may be the same matter: only for an open registration, only what the officer may see.

Each look-up of a person is written to the access stream of every matter that it shows.
"""

from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.finding import address_of, ref_of
from huiyin.desk.resembling import why
from huiyin.desk.tongue import lang
from huiyin.insight.resembling import alike as alike_in_words
from huiyin.matters.access import looked
from huiyin.matters.annulment import annulled
from huiyin.matters.assignment import Assignment
from huiyin.matters.matter import Matter
from huiyin.papers import words
from huiyin.people.petitioner import Petitioner

MOST = 5


def alike(request: Any, typed: Any) -> dict[str, Any]:
    """Same person by document, phone or name; same matter by the words of the summary."""
    ways = [
        (_("证件号一样"), "found_by_id", typed.get("id_number", "")),
        (_("手机一样"), "found_by_phone", typed.get("phone", "")),
        (_("姓名一样"), "found_by_name", typed.get("name", "")),
    ]
    people: dict[Any, dict[str, Any]] = {}
    for same, way, raw in ways:
        for matter in _matters_of(request, way, raw.strip()):
            people.setdefault(matter.pk, _row(matter, same))
    return {
        "same_person": list(people.values())[:MOST],
        "same_matter": _same_matter(request, typed.get("summary", ""), people),
    }


def _matters_of(request: Any, way: str, raw: str) -> list[Matter]:
    if not raw:
        return []
    found = list(getattr(Petitioner.objects, way)(raw)[: MOST * 4])
    if not found:
        return []
    matters = list(
        _visible(request).filter(parties__petitioner__in=found).distinct().order_by("-registered_at")[:MOST]
    )
    for matter in matters:
        looked(request.actor, matter, purpose="registration", at=timezone.now())
    return matters


def _same_matter(request: Any, summary: str, besides: dict[Any, Any]) -> list[dict[str, Any]]:
    """Matters whose words are like the summary's, with what both say."""
    found = alike_in_words(summary, _visible(request), MOST)
    return [_row(one.matter, why(one)) for one in found if one.matter.pk not in besides]


def _visible(request: Any) -> Any:
    leads = Prefetch(
        "assignments", Assignment.objects.filter(is_lead=True).select_related("organ"), to_attr="leads"
    )
    standing = Matter.objects.visible_to(request.officer).filter(sealed=False).exclude(annulled())
    return standing.prefetch_related(leads)


def _row(matter: Any, why: str) -> dict[str, Any]:
    lead = matter.leads[0]
    stage = matter.law.stage(lead.stage)
    day = words.table(timezone.localdate(matter.registered_at), lang())
    return {
        "title": matter.title,
        "number": ref_of(matter),
        "says": f"{day}　{lead.organ}　{_(stage.public)}",
        "why": why,
        "url": address_of(matter),
    }
