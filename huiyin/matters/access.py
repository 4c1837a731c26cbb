"""Who looked: an append to the matter's own access stream, one line per officer, matter and hour."""

import uuid
from datetime import datetime
from typing import Any

from huiyin.ledger import entry
from huiyin.ledger.entry import Entry, canonical
from huiyin.people.actor import Actor
from huiyin.people.post import Post
from huiyin.statute import rules as statute

_LOOKS = uuid.UUID("6a0c2a52-9f0e-5b2f-8f7f-2d1c9a2f6b11")


def stream_of(matter: Any) -> uuid.UUID:
    """The access stream of a matter."""
    return uuid.uuid5(_LOOKS, str(matter.pk))


def looked(actor: Actor, matter: Any, *, purpose: str, at: datetime) -> None:
    """Write down that this officer looked; a second look within the hour changes nothing."""
    stream = stream_of(matter)
    hour = at.replace(minute=0, second=0, microsecond=0)
    assert actor.officer is not None and actor.post is not None, "only officers look"  # noqa: S101
    if Entry.objects.filter(stream=stream, officer=actor.officer.pk, occurred_at__gte=hour).exists():
        return
    law = statute.load(matter.rules)
    entry.append_next(
        stream=stream,
        kind="look",
        sections={"look": canonical({"purpose": purpose})},
        occurred_at=at,
        rules=(law.id, law.digest),
        post=actor.post.pk,
        officer=actor.officer.pk,
        outward=False,
    )


def offices_that_looked(matter: Any) -> list[tuple[str, datetime]]:
    """For the petitioner: each office that looked, and when last, the latest first."""
    looks = (
        Entry.objects.filter(stream=stream_of(matter))
        .order_by("occurred_at")
        .values_list("post", "occurred_at")
    )
    posts = Post.objects.select_related("organ").in_bulk({post for post, _ in looks})
    latest = {posts[post].organ.name: at for post, at in looks}
    return sorted(latest.items(), key=lambda office: office[1], reverse=True)
