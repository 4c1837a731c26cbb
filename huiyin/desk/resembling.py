"""可能是同一件事: until a matter is accepted, what it may repeat, and why one thinks so; an officer looks and decides.

Only for the organ that has the matter in hand, only among what the officer may see. Whom the officer may not know is
not compared; each look-up of a person is written to the access stream of the matter that it shows.
"""

from typing import Any

from django.db.models import Prefetch, Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.door import officer_only
from huiyin.desk.finding import act_address, address_of, matter_or_404, ref_of
from huiyin.desk.frame import page
from huiyin.desk.nouns import nouns
from huiyin.desk.tongue import lang
from huiyin.insight.resembling import Resemblance, resembling
from huiyin.matters.access import looked
from huiyin.matters.assignment import Assignment
from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.papers import words

BEFORE_ACCEPTANCE = frozenset({"registered", "triage", "forwarded", "assigned", "notified"})


def is_for(matter: Any, lead: Any, actor: Any) -> bool:
    """Whether this officer may ask what the matter repeats."""
    return not matter.sealed and lead.stage in BEFORE_ACCEPTANCE and lead.organ_id == actor.organ.pk


@officer_only
def likeness(request: Any, ref: str) -> HttpResponse:
    """The page. Who was looked up is written down after it is built."""
    matter = matter_or_404(request, ref)
    if not is_for(matter, matter.lead, request.actor):
        raise Http404
    found = among_visible(matter, request.actor)
    may_link = "link" in {move.act for move in acts_open_to(matter, request.actor)}
    rows = [_row(one, matter, may_link) for one in found]
    told = {
        "title": matter.title,
        "number": ref_of(matter),
        "matter_url": address_of(matter),
        "rows": sorted(rows, key=lambda row: not row["link_url"]),  # first what it can be linked to
    }
    response = page(request, "desk/resembling.html", told)
    for one in (one for one in found if one.same_person):
        looked(request.actor, one.matter, purpose="likeness", at=timezone.now())
    return response


def among_visible(matter: Any, actor: Any) -> list[Resemblance]:
    """What the officer may be shown."""
    leads = Prefetch(
        "assignments", Assignment.objects.filter(is_lead=True).select_related("organ"), to_attr="leads"
    )
    visible = Matter.objects.visible_to(actor.officer).filter(sealed=False)
    hidden = Q(parties__identity_hidden=True) & Q(mentions__organ=actor.organ)
    known = visible.exclude(pk__in=visible.filter(hidden).values("pk"))
    if visible.filter(hidden, pk=matter.pk).exists():
        known = visible.none()
    return resembling(matter, visible.prefetch_related(leads), known)


def why(found: Resemblance) -> str:
    """The reasons, as one line."""
    said = {
        "id": _("证件号一样"),
        "phone": _("手机一样"),
        "unnamed": _("都没有留姓名，说的是同一个单位"),
    }
    told = [said[key] for key in found.keys]
    if found.phrases:
        quoted = "、".join(f"“{phrase}”" for phrase in found.phrases)
        told.append(_("都写到%(words)s") % {"words": quoted})
    return "；".join(told)


def _row(found: Resemblance, matter: Any, may_link: bool) -> dict[str, Any]:
    one, lead = found.matter, found.matter.leads[0]
    stage = one.law.stage(lead.stage)
    due = words.short(lead.next_due_on, lang()) if lead.next_due_on else ""
    live = may_link and stage.open and bool(due)
    return {
        "title": one.title,
        "number": ref_of(one),
        "says": "　".join(
            [words.table(timezone.localdate(one.registered_at), lang()), str(lead.organ), _(stage.public)]
        ),
        "due": _("期限 %(day)s") % {"day": due} if due else "",
        "why": why(found),
        "url": address_of(one),
        "link_url": f"{act_address(matter, nouns()['link'])}?live={ref_of(one)}" if live else "",
    }


def address(matter: Any) -> str:
    """The page's address."""
    return reverse("desk:likeness", args=[ref_of(matter)])
