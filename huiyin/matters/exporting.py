"""Exporting: what leaves in bulk is written down first, in a stream of the organ that takes it out."""

import uuid
from datetime import date, datetime
from typing import Any

from huiyin.ledger import entry
from huiyin.ledger.entry import canonical
from huiyin.matters.governing import NATIONAL
from huiyin.people.actor import Actor
from huiyin.statute import rules as statute

_EXPORTS = uuid.UUID("3d7f6c0e-52a4-5d5b-9a60-0f3b8c5d7e21")


def stream_of(organ: uuid.UUID) -> uuid.UUID:
    """The stream of an organ's exports."""
    return uuid.uuid5(_EXPORTS, str(organ))


def exported(
    actor: Actor, *, what: str, kind: str, since: date, until: date, rows: int, at: datetime, **more: str
) -> None:
    """Write down who took out how many rows of what, of which days, as which kind of file."""
    told = {"what": what, "kind": kind, "since": str(since), "until": str(until), "rows": rows}
    noted(actor, "export", told | more, at)


def noted(actor: Actor, kind: str, told: dict[str, Any], at: datetime) -> None:
    """An entry in the stream of exports of the actor's organ."""
    assert actor.officer is not None and actor.post is not None, "only officers export"  # noqa: S101
    law = statute.load(NATIONAL)
    entry.append_next(
        stream=stream_of(actor.post.organ_id),
        kind=kind,
        sections={kind: canonical(told)},
        occurred_at=at,
        rules=(law.id, law.digest),
        post=actor.post.pk,
        officer=actor.officer.pk,
        outward=False,
    )
