"""The two tracks under a matter's ruler: in whose hands it was, and when people came."""

from datetime import date
from typing import Any

from django.utils import timezone

from huiyin.desk.tongue import lang
from huiyin.papers import ruler

WAY_STAGES = frozenset({"passed_on", "returned"})
"""Stages of an organ that had the matter on its way to another."""


def tracks_of(assignments: list[Any], petitions: list[Any], span: ruler.Span) -> ruler.Tracks:
    """Draw them on the axis of the matter's own ruler."""
    visits = [
        ruler.Visit(timezone.localdate(one.received_at), one.people_count)
        for one in petitions
        if one.channel == "visit"
    ]
    return ruler.tracks(hops_of(assignments), visits, span, lang())


def hops_of(assignments: list[Any]) -> list[ruler.Hop]:
    """Each organ from the day it received it to the day the next one did."""
    ends: list[date | None] = (
        [one.received_on for one in assignments[1:]] + [assignments[-1].ended_on] if assignments else []
    )
    return [
        ruler.Hop(str(one.organ), one.received_on, end, in_transit=one.stage in WAY_STAGES)
        for one, end in zip(assignments, ends, strict=True)
    ]


def transit_days(hops: list[ruler.Hop]) -> int:
    """Days during which nobody worked on it."""
    return sum((hop.end - hop.start).days for hop in hops if hop.in_transit and hop.end)
