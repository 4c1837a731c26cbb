"""How an inspection pack is asked for, approved and taken: three entries of a stream of its own, each once.

A number of a stream is given once, so whoever takes a pack second finds its number taken (decision 0021).
"""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from huiyin.ledger import entry
from huiyin.ledger.entry import Entry, canonical
from huiyin.ledger.payload import Payload
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.exporting import exported
from huiyin.matters.governing import NATIONAL
from huiyin.people.actor import Actor
from huiyin.people.duty import Duty
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.statute import rules as statute

ASKED, APPROVED, TAKEN = "ask_inspection_pack", "approve_inspection_pack", "take_inspection_pack"
KINDS = (ASKED, APPROVED, TAKEN)


@dataclass(frozen=True)
class Pack:
    """One asking: about which organ, of which days, why, by whom; who approved it, and when it was taken."""

    stream: uuid.UUID
    organ: Organ
    since: date
    until: date
    reason: str
    asked_by: Officer
    asked_at: datetime
    approved_by: Officer | None = None
    taken_at: datetime | None = None


def ask(by: Actor, *, organ: Organ, since: date, until: date, reason: str, at: datetime) -> uuid.UUID:
    """Ask for a pack; returns its stream. Raises NotAllowed to who keeps no sealed matters, or without a reason."""
    _require_keeper(by)
    if not reason.strip():
        raise NotAllowed(_("请写明为什么要这份资料。"), field="reason")
    stream = uuid7()
    told = {"organ": str(organ.pk), "since": str(since), "until": str(until), "reason": reason.strip()}
    _write(stream, ASKED, by, at, told)
    return stream


def approve(pack: Pack, by: Actor, *, at: datetime) -> None:
    """Approve it: another keeper of the same organ. Raises NotAllowed or Overtaken."""
    _require_keeper(by)
    if by.officer == pack.asked_by:
        raise NotAllowed(_("报批和批准不能是同一个人。"))
    if pack.approved_by is not None:
        raise Overtaken(_("这份资料已经批准过。"))
    _write(pack.stream, APPROVED, by, at, {})


def take(pack: Pack, by: Actor, *, at: datetime, made: Callable[[], tuple[bytes, str, int]]) -> bytes:
    """Take it out, once and by who asked for it. `made` makes its bytes, their SHA-256 and the number of matters in it.

    Raises NotAllowed where it is not approved or somebody else's, Overtaken where it was taken before.
    """
    _require_keeper(by)
    if by.officer != pack.asked_by:
        raise NotAllowed(_("谁要的资料，由谁导出。"))
    if pack.approved_by is None:
        raise NotAllowed(_("还没有第二个人批准，不能导出。"))
    if pack.taken_at is not None:
        raise Overtaken(_("这份资料已经导出过一次。还要的，请重新写明理由，再报批。"))
    with transaction.atomic():
        content, digest, count = made()
        _write(pack.stream, TAKEN, by, at, {"sha256": digest, "matters": count})
        exported(
            by, what="inspection_pack", kind="docx", since=pack.since, until=pack.until, rows=count, at=at
        )
    return content


def packs_of(organ: Organ) -> list[Pack]:
    """The packs that an organ's posts asked for, the newest first; a constant number of queries."""
    posts = list(organ.posts.values_list("pk", flat=True))
    asked = Entry.objects.filter(kind=ASKED, post__in=posts).order_by("-occurred_at", "-pk")
    told = {
        one.entry_id: json.loads(one.content())
        for one in Payload.objects.filter(entry__in=asked, section="act").select_related("entry")
    }
    later = {
        (one.stream, one.kind): one
        for one in Entry.objects.filter(kind__in=KINDS[1:], stream__in=asked.values("stream"))
    }
    officers = Officer.objects.in_bulk([one.officer for one in (*asked, *later.values())])
    organs = Organ.objects.in_bulk({uuid.UUID(one["organ"]) for one in told.values()})
    return [_pack(one, told[one.pk], later, officers, organs) for one in asked]


def _pack(asked: Entry, told: Any, later: Any, officers: Any, organs: Any) -> Pack:
    approved, taken = later.get((asked.stream, APPROVED)), later.get((asked.stream, TAKEN))
    return Pack(
        stream=asked.stream,
        organ=organs[uuid.UUID(told["organ"])],
        since=date.fromisoformat(told["since"]),
        until=date.fromisoformat(told["until"]),
        reason=told["reason"],
        asked_by=officers[asked.officer],
        asked_at=asked.occurred_at,
        approved_by=officers[approved.officer] if approved else None,
        taken_at=taken.occurred_at if taken else None,
    )


def _require_keeper(by: Actor) -> None:
    if not by.has(Duty.SEAL_KEEPER):
        raise NotAllowed(_("只有保管封存件的岗位能办这一步。"))


def _write(stream: uuid.UUID, kind: str, by: Actor, at: datetime, told: dict[str, Any]) -> None:
    assert by.officer is not None and by.post is not None, "only officers ask for packs"  # noqa: S101
    law = statute.load(NATIONAL)
    try:
        with transaction.atomic():
            entry.append(
                stream=stream,
                number=KINDS.index(kind) + 1,
                kind=kind,
                sections={"act": canonical(told)},
                occurred_at=at,
                rules=(law.id, law.digest),
                post=by.post.pk,
                officer=by.officer.pk,
                outward=False,
            )
    except IntegrityError as taken:
        raise Overtaken(_("刚才有人先办了一步，请看过最新情况再办。")) from taken
