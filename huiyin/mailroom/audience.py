"""Which posts should hear of an act in their digest: the statute names them by part, this finds who has the part."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from huiyin.mailroom.occasion import Occasion
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind
from huiyin.people.post import Post

URGENT = "report_urgent"


def at_once(occasion: Occasion) -> list[Officer]:
    """Who is told of an emergency now and not tomorrow morning: whoever holds a post that it was reported to."""
    if "above" not in occasion.move.tells:
        return []
    sits = Holding.objects.on().able().filter(post__in=_above(occasion), capacity__in=("holder", "acting"))
    return list(Officer.objects.active().filter(pk__in=sits.values("officer")))


def posts(occasion: Occasion) -> set[uuid.UUID]:
    """The ids of every post that the move tells, but for the one that did it."""
    told = {post for part in occasion.move.tells if part in _parts for post in _parts[part](occasion)}
    return told - {occasion.entry.post}


def _unit(occasion: Occasion) -> Iterable[uuid.UUID]:
    """Who has it in hand by name, or has the one that it was linked to."""
    post = occasion.in_hand.lead.answerable()
    return {post.pk} if post else ()


def _head(occasion: Occasion) -> Iterable[uuid.UUID]:
    return _with_duty([_bearer(occasion)], "head")


def _office(occasion: Occasion) -> Iterable[uuid.UUID]:
    """The petition offices that it went through."""
    organs = Organ.objects.filter(
        assignments__matter=occasion.matter, kind=OrganKind.PETITION_OFFICE
    ).distinct()
    return _with_duty(organs, "triage")


def _assisting(occasion: Occasion) -> Iterable[uuid.UUID]:
    """Who is asked for a part: its named handler, else those who could name one."""
    part = _part(occasion)
    if part is None:
        return set()
    if part.handler_id is not None:
        return {part.handler_id}
    return _with_duty([part.organ], "head") | _with_duty([part.organ], "handle")


def _part(occasion: Occasion) -> Any:
    """The assisting assignment that an act speaks of: by its clock, or by the organ that was asked."""
    parts = (
        occasion.matter.assignments.filter(assists=True).select_related("organ").order_by("received_on", "pk")
    )
    if occasion.fields.get("clock"):
        return parts.filter(clocks=occasion.fields["clock"]).last()
    return parts.filter(organ=occasion.fields.get("to")).last()


def _reviewer(occasion: Occasion) -> Iterable[uuid.UUID]:
    """The organ before which a review was opened last, that has this one, or that carries an open one on."""
    reviews = occasion.matter.reviews.select_related("organ").order_by("level", "pk")
    review = reviews.last() if occasion.move.to == "requested" else occasion.review
    if review is None:
        review = reviews.filter(organ=occasion.fields.get("to"), ended_on=None).last()
    return _with_duty([review.organ], "review") if review else set()


def _superior(occasion: Occasion) -> Iterable[uuid.UUID]:
    return _with_duty(Organ.objects.filter(pk=occasion.fields.get("decider")), "head")


def _above(occasion: Occasion) -> Iterable[uuid.UUID]:
    """Who answers for the organs above that an emergency was reported to (Art. 25)."""
    organs = Organ.objects.filter(pk__in=occasion.matter.grants.filter(reason=URGENT).values("organ"))
    return _with_duty(organs, "head") | _with_duty(organs, "lead") | _with_duty(organs, "triage")


def _bearer(occasion: Occasion) -> Organ:
    if occasion.review:
        return occasion.review.organ
    return (_part(occasion) or occasion.matter.lead).organ


def _with_duty(organs: Any, duty: str) -> set[uuid.UUID]:
    return set(Post.objects.active().filter(organ__in=organs).with_duty(duty).values_list("pk", flat=True))


_parts: dict[str, Callable[[Occasion], Iterable[uuid.UUID]]] = {
    "unit": _unit,
    "head": _head,
    "office": _office,
    "reviewer": _reviewer,
    "superior": _superior,
    "above": _above,
    "assisting": _assisting,
}
