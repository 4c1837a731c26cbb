"""Bearing: which assignment of a matter bears an act, the one that leads or the part of an organ that assists."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import Exists

from huiyin.matters.assignment import Assignment
from huiyin.people.actor import Actor


class Bearing:
    """A matter is borne by the organ that leads; parts bear only the acts that begin there."""

    def bearers(self: Any, by: Actor | None = None) -> list[Assignment]:
        """The lead assignment, and after it those of the organs that assist now; one query, whatever is asked of them.

        `recuses` says whether `by` has stepped back from the matter.
        """
        there = self.assignments.select_related("organ__superior__superior__superior", "handler")
        if by is not None:
            there = there.annotate(recuses=Exists(self.recusals.filter(officer=by.officer)))
        lead, *others = there.order_by("-is_lead", "received_on", "pk")
        lead.senders = tuple(one for one in others if not one.assists)
        lead.parts = tuple(one for one in others if one.ended_on is None)
        for part in lead.parts:
            part.lead = lead
        return [lead, *lead.parts]

    def bearer(self: Any, by: Actor, act: str, asked: Mapping[str, Any] = MappingProxyType({})) -> Assignment:
        """Which assignment bears an act: what it names or the actor's own part where the act begins there, else the lead."""
        lead, *parts = self.bearers(by)
        named = getattr(asked.get("assistance"), "opened_id", None)
        for part in parts:
            own = by.organ is not None and part.organ_id == by.organ.pk
            if (part.pk == named or own) and self.law.moves_for(act, part.stage):
                return part
        return lead
