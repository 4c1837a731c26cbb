"""The story of a matter, read from its record: one line per act, in the words of the rule set, newest first."""

import json
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import get_language

from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters.document import Document
from huiyin.people.officer import Officer
from huiyin.people.post import Post
from huiyin.statute import rules as statute
from huiyin.statute.tables import Move


@dataclass
class Line:
    """One act as a reader sees it: when, in which words, by which organ, through whom, with which papers."""

    number: int
    stream: uuid.UUID
    on: datetime
    act: str
    label: str
    says: str
    who: str
    officer_name: str
    internal: bool
    fields: dict[str, Any]
    documents: list[Document] = field(default_factory=list)


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def timeline(matter: Any, *, public: bool) -> list[Line]:
    """All lines of a matter and its reviews, newest first; for the public without what is internal.

    A constant number of queries, whatever the length.
    """
    streams = [matter.pk, *matter.reviews.values_list("pk", flat=True)]
    sections = Prefetch("payloads", Payload.objects.filter(section="act"), to_attr="acts")
    entries = list(Entry.objects.filter(stream__in=streams).prefetch_related(sections).order_by("-id"))
    posts = Post.objects.select_related("organ").in_bulk({entry.post for entry in entries if entry.post})
    officers = Officer.objects.in_bulk({entry.officer for entry in entries if entry.officer})
    papers: dict[tuple[uuid.UUID, int], list[Document]] = {}
    for document in matter.documents.select_related("organ"):
        papers.setdefault((document.stream, document.entry_number), []).append(document)
    first = min(matter.petitions.all(), key=lambda petition: petition.pk, default=None)
    at_home = first.registered_by.name if first else ""
    apart = set() if matter.sealed else {move.act for move in matter.law.moves if move.sealed}
    if not public and _may_still_rate(matter, entries):
        apart |= {"rate"}
    lines = [_line(entry, posts, officers, at_home) for entry in entries if entry.kind not in apart]
    for line in lines:
        line.documents = [
            d for d in papers.get((line.stream, line.number), []) if not public or _is_public(d)
        ]
    return [line for line in lines if not (public and line.internal)]


def _may_still_rate(matter: Any, entries: list[Entry]) -> bool:
    """No officer reads a rating while it may still be given or changed."""
    rated = any(entry.kind == "rate" for entry in entries)
    return rated and matter.clocks.running().filter(term="rating").exists()


def _is_public(document: Document) -> bool:
    return document.audience == "petitioner"


def _line(entry: Entry, posts: dict, officers: dict, at_home: str) -> Line:
    fields = _fields(entry)
    law = statute.load(entry.rules)
    told = fields.get("move")  # an erased payload names no move: then the first of that act
    move = next((move for move in law.moves if told in (move.id, None) and move.act == entry.kind), None)
    post = posts.get(entry.post)
    who = post.organ.name if post else ""
    return Line(
        number=entry.number,
        stream=entry.stream,
        on=entry.occurred_at,
        act=entry.kind,
        label=_in_language(move.zh, move.en) if move else entry.kind,
        says=_says(move, fields, fields.get("organ_name") or who or at_home),
        who=who,
        officer_name=officers[entry.officer].name if entry.officer in officers else "",
        internal=move.internal if move else True,
        fields=fields,
    )


def _fields(entry: Entry) -> dict[str, Any]:
    for payload in entry.acts:  # type: ignore[attr-defined]
        payload.entry = entry
        return dict(json.loads(payload.content()))
    return {}


def _says(move: Move | None, fields: dict[str, Any], organ: str) -> str:
    if move is None:
        return ""
    due = fields.get("due_after") or fields.get("due") or ""
    words = _Blank(
        organ=organ,
        to=fields.get("to_name") or "",
        due=_day(due),
        days=str(fields.get("days", "")),
        others=fields.get("others", ""),
    )
    return _in_language(move.says_zh, move.says_en).format_map(words)


def _day(iso: str) -> str:
    if not iso:
        return "…"
    year, month, day = iso.split("-")
    return _in_language(f"{int(month)}月{int(day)}日", f"{int(day)}/{int(month)}/{year}")


def _in_language(zh: str, en: str) -> str:
    return en if (get_language() or "").startswith("en") else zh
