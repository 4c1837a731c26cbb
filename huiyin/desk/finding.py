"""Finding what an address names, on the officer's behalf: what is not theirs to see does not exist."""

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.http import Http404
from django.urls import reverse

from huiyin.matters.attachment import Attachment
from huiyin.matters.fact import Fact
from huiyin.matters.grant import Grant
from huiyin.matters.matter import Matter
from huiyin.matters.proposal import Proposal, State
from huiyin.matters.review import Review

PLACEHOLDER = "a-matter"


def matter_or_404(request: Any, ref: str) -> Matter:
    """The matter of this number or id, if the officer may see it."""
    visible = _with_signs(Matter.objects.visible_to(request.officer), request.actor)
    found = visible.filter(pk=ref) if _is_id(ref) else visible.filter(number=ref)
    matter = found.first()
    if matter is None:
        raise Http404
    return matter


def _with_signs(matters: Any, actor: Any) -> Any:
    """With each matter, in the same query: what it has at all, so that a page asks only for what there is."""
    here = OuterRef("pk")
    granted = Grant.objects.filter(Q(organ=actor.organ) | Q(post=actor.post), matter=here).order_by("pk")
    return matters.annotate(
        has_halves=Case(
            When(split_from=None, then=Exists(Matter.system.filter(split_from=here))), default=Value(True)
        ),
        has_repeats=Exists(Matter.system.filter(linked_to=here)),
        has_joined=Exists(Matter.system.filter(joined_to=here)),
        has_reviews=Exists(Review.objects.filter(matter=here)),
        has_facts=Exists(Fact.objects.filter(matter=here)),
        has_material=Exists(Attachment.objects.filter(matter=here)),
        has_proposals=Exists(Proposal.objects.filter(matter=here, state=State.WAITING)),
        seen_because=Subquery(granted.values("reason")[:1]),
    )


def subject_or_404(request: Any, ref: str, review: Any = None) -> Any:
    """The matter, or its review by that id, which officers of the reviewing organ and of the matter see."""
    matter = matter_or_404(request, ref)
    if not review:
        return matter
    found = matter.reviews.select_related("organ", "party__petitioner").filter(pk=review).first()
    if found is None:
        raise Http404
    found.matter = matter
    return found


def ref_of(matter: Any) -> str:
    """How addresses name a matter: by number, a sealed one by id."""
    return matter.number or str(matter.pk)


def address_of(matter: Any) -> str:
    """The matter's page."""
    return reverse("desk:matter", args=[ref_of(matter)])


def one_address(name: str) -> Callable[[Any], str]:
    """The addresses of many matters under one name, which is looked up once: a list asks for a hundred."""
    before, _, after = reverse(name, args=[PLACEHOLDER]).partition(PLACEHOLDER)
    return lambda matter: f"{before}{quote(ref_of(matter))}{after}"


def act_address(subject: Any, noun: str) -> str:
    """The page of one act on a matter or review."""
    matter = subject.matter_itself
    if isinstance(subject, Review):
        return reverse("desk:review-act", args=[ref_of(matter), subject.pk, noun])
    return reverse("desk:act", args=[ref_of(matter), noun])


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
