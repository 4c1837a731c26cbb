"""Everything that one matter's page needs to know, asked of the database once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk import ruling, story, tracks
from huiyin.desk.together import together_with
from huiyin.desk.tongue import said
from huiyin.matters import timeline
from huiyin.matters.filing import Channel
from huiyin.matters.petition import Petition
from huiyin.matters.proposal import State
from huiyin.papers import ruler
from huiyin.people.holding import Holding


@dataclass(frozen=True)
class Part:
    """What one organ was asked to do for the one that leads: its assignment, its clock, and the words."""

    assignment: Any
    clock: Any
    task: str


@dataclass
class Dossier:
    """One matter before one officer at one post."""

    matter: Any
    actor: Any
    today: date

    @cached_property
    def lines(self) -> list[timeline.Line]:
        """The record, newest first."""
        return timeline.timeline(self.matter, public=False)

    @cached_property
    def entries(self) -> list[story.Entry]:
        """The record as the page tells it."""
        return story.entries(self.lines, self.matter, self.actor)

    @cached_property
    def assignments(self) -> list[Any]:
        """Where it was and is, in order."""
        sits = Holding.objects.on(self.today).filter(post=OuterRef("handler")).order_by("capacity").reverse()
        places = self.matter.assignments.annotate(handler_name=Subquery(sits.values("officer__name")[:1]))
        return list(places.select_related("organ", "handler").order_by("received_on", "pk"))

    @cached_property
    def lead(self) -> Any:
        """The assignment that speaks for the matter."""
        return next(one for one in self.assignments if one.is_lead)

    @cached_property
    def handler(self) -> str:
        """Who handles it, by name; the post where nobody holds it; nothing where none is named."""
        if self.lead.handler_id is None:
            return ""
        return str(self.lead.handler_name or self.lead.handler.title)

    @cached_property
    def answerable(self) -> str:
        """Who answers for it by name: the handler, or until one is named the head of the organ, said as such."""
        if self.handler or self.matter.sealed:
            return self.handler
        post = self.lead.answerable()
        return _("%(post)s（还没有指定承办人）") % {"post": post.title} if post else _("没有在岗的人")

    @cached_property
    def clocks(self) -> list[Any]:
        """Every clock, the next date first."""
        clocks = list(self.matter.clocks.order_by("due_on"))
        for clock in clocks:
            clock.matter = self.matter
        return clocks

    @cached_property
    def clock(self) -> Any:
        """The next legal date of the organ that has it; else the petitioner's own; else none."""
        running = [clock for clock in self.clocks if clock.ended_on is None]
        own = [clock for clock in running if clock.assignment_id == self.lead.pk]
        return next(iter(own or running), None)

    @cached_property
    def petitions(self) -> list[Any]:
        """Every time it was raised."""
        return list(self.matter.petitions.all())

    @cached_property
    def visits(self) -> list[Any]:
        """Every time somebody came in person: only these are batches."""
        return [one for one in self.petitions if one.channel == Channel.VISIT]

    @cached_property
    def span(self) -> ruler.Span:
        """Its legal time."""
        return ruling.span_of(self.clock, self.matter.heard_on, self.today)

    @cached_property
    def hops(self) -> list[ruler.Hop]:
        """Who had it, from when to when."""
        return tracks.hops_of(self.places)

    @cached_property
    def places(self) -> list[Any]:
        """Where it was and is as a whole: without the parts of who assists."""
        return [one for one in self.assignments if not one.assists]

    @cached_property
    def parts(self) -> list[Part]:
        """What other organs were asked to do, the first asked first."""
        tasks = {line.fields.get("part"): line.fields.get("task", "") for line in self.lines}
        clocks = {clock.assignment_id: clock for clock in self.clocks}
        assisting = (one for one in self.assignments if one.assists)
        return [Part(one, clocks[one.pk], tasks.get(str(one.pk), "")) for one in assisting]

    @cached_property
    def handles(self) -> bool:
        """Whether the officer's organ has or had the matter, or reviews it, and so knows who petitions."""
        organs = {one.organ_id for one in self.assignments} | {review.organ_id for review in self.reviews}
        return self.actor.organ.pk in organs

    @cached_property
    def is_named(self) -> bool:
        """Whether the petition complains of the officer's organ, where that matters: somebody wants to be hidden from it."""
        return self.hides_identity and self.matter.mentions.filter(organ=self.actor.organ).exists()

    @cached_property
    def parties(self) -> list[Any]:
        """Who petitions, contacts first."""
        return list(self.matter.parties.select_related("petitioner").order_by("-is_contact", "pk"))

    @cached_property
    def together(self) -> list[Any]:
        """The matters that are handled together with it and that the officer may see too, the next date first."""
        if self.matter.joined_to_id is None and not self.matter.has_joined:
            return []
        return together_with(self.matter, self.actor.officer)

    @cached_property
    def main(self) -> Any:
        """The one of them that this one is joined to."""
        return next((one for one in self.together if one.pk == self.matter.joined_to_id), None)

    @cached_property
    def hides_identity(self) -> bool:
        """Whether somebody asked not to be known to the organ complained of."""
        return any(party.identity_hidden for party in self.parties)

    @cached_property
    def reviews(self) -> list[Any]:
        """Reviews of it, first and final."""
        if not self.matter.has_reviews:
            return []
        reviews = list(self.matter.reviews.select_related("organ").order_by("level", "requested_on"))
        for review in reviews:
            review.matter = self.matter
        return reviews

    @cached_property
    def waiting(self) -> list[Any]:
        """What waits for a second officer's word."""
        if not self.matter.has_proposals:
            return []
        return list(
            self.matter.proposals.filter(state=State.WAITING).select_related("post__organ", "officer")
        )

    @cached_property
    def why_seen(self) -> str:
        """For which act this officer's organ or post was let in."""
        named = {move.act: said(move) for move in reversed(self.matter.law.moves)}
        return named.get(self.matter.seen_because, self.matter.seen_because or "")

    @cached_property
    def answers(self) -> dict[str, dict[str, str]]:
        """The signed answer to each request, by the request's id: those of the last draft before the signature."""
        signed = next((line.number for line in self.lines if line.act == "sign"), 0)
        drafts = (line for line in self.lines if line.act == "draft" and line.number < signed)
        draft = next(drafts, None)
        return {answer["request"]: answer for answer in draft.fields["answers"]} if draft else {}


def dossier(matter: Any, actor: Any) -> Dossier:
    """The dossier as of today."""
    received = Petition.objects.select_related("registered_by").order_by("received_at", "pk")
    prefetch_related_objects([matter], Prefetch("petitions", received))
    return Dossier(matter, actor, timezone.localdate())
