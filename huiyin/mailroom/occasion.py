"""An occasion to tell somebody something: an entry of the record, read as plain values and in the rule set's words."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters.clock import Clock
from huiyin.matters.matter import Matter
from huiyin.matters.party import Party
from huiyin.matters.review import Review
from huiyin.people.organ import Organ
from huiyin.people.post import Post
from huiyin.statute import rules as statute
from huiyin.statute.tables import Move


@dataclass(frozen=True)
class Occasion:
    """One act that may be told: the matter, the review if it is one's, the move, and the act's own plain fields."""

    entry: Entry
    matter: Matter
    review: Review | None
    move: Move
    fields: dict[str, Any]

    @classmethod
    def of(cls, entry: Entry) -> "Occasion | None":
        """The occasion that an entry is; None for entries that are no act of a matter."""
        matter = Matter.system.filter(pk=entry.stream).first()
        review = (
            None
            if matter
            else Review.objects.select_related("matter", "organ").filter(pk=entry.stream).first()
        )
        fields = _fields(entry)
        moves = statute.load(entry.rules).moves
        move = next((move for move in moves if move.id == fields.get("move")), None)
        if move is None or (matter is None and review is None):
            return None
        return cls(entry, matter or review.matter, review, move, fields)

    @cached_property
    def organ(self) -> Organ:
        """For whom it was done: the actor's organ, else the one that has it in hand."""
        post = Post.objects.select_related("organ").filter(pk=self.entry.post).first()
        if post is not None:
            return post.organ
        if self.entry.kind == "register":  # it may have been passed on before anybody read this
            return self.office
        return self.review.organ if self.review else self.matter.lead.organ

    @cached_property
    def office(self) -> Organ:
        """The organ that registered it: whom a petitioner knows and can call."""
        return self.matter.petitions.select_related("registered_by").order_by("pk")[0].registered_by

    @cached_property
    def in_hand(self) -> Matter:
        """The matter that an organ works on: this one, or the live one that the act speaks of."""
        live = self.fields.get("live")
        return Matter.system.get(pk=live) if live else self.matter

    def concerned(self) -> list[Party]:
        """Whom it concerns: the petitioner it was done to, else every contact of the matter, or of the one it came from."""
        parties = Party.objects.petitioners().select_related("petitioner").order_by("pk")
        own = parties.filter(matter=self.matter)
        if self.fields.get("party"):
            return list(own.filter(pk=self.fields["party"]))
        if self.fields.get("clock"):
            delivery = Clock.objects.filter(pk=self.fields["clock"]).values("delivery__party")
            return list(own.filter(pk__in=delivery))
        if self.review is not None:
            return list(own.filter(pk=self.review.party_id))
        contacts = list(own.filter(is_contact=True))
        if contacts or self.matter.sealed_from_id is None:
            return contacts
        return list(parties.filter(matter=self.matter.sealed_from_id, is_contact=True))

    def template(self) -> str:
        """What is said, with blanks: the move's sentence, or its new stage's where that names the day ahead."""
        says = self.move.says_zh
        if "{due}" not in says and self.move.to is not None:
            stage = statute.load(self.entry.rules).stage(self.move.to, self.move.track)
            if "{due}" in stage.says_zh and "{reviewer}" not in stage.says_zh:
                return stage.says_zh
        return says

    def to_name(self) -> str:
        """The organ that it went to, by its short name."""
        if self.fields.get("to"):
            return str(Organ.objects.get(pk=self.fields["to"]))
        return str(self.in_hand.lead.organ) if self.fields.get("live") else ""

    def due(self) -> str:
        """The day ahead as ISO text, or nothing, as the act told it."""
        return str(self.fields.get("due_after") or self.fields.get("due") or "")


def _fields(entry: Entry) -> dict[str, Any]:
    payload = Payload.objects.filter(entry=entry, section="act").first()
    if payload is None:
        return {}
    payload.entry = entry
    return dict(json.loads(payload.content()))
