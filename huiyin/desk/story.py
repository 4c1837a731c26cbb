"""The story of a matter as officers read it: every line of the record, and the notes of their own organ alone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.finding import ref_of
from huiyin.desk.tongue import lang
from huiyin.matters.timeline import Line
from huiyin.papers import words

WORDS = (
    "words", "reason", "plan", "procedure", "reply", "evidence", "facts", "points", "note", "text", "task", "despite",
)  # fmt: skip
"""Asked fields worth reading in the story itself, the first that is filled."""


@dataclass(frozen=True)
class Entry:
    """One line of the story."""

    on: datetime
    day: str
    says: str
    quote: str
    who: str
    internal: bool
    papers: list[dict[str, str]] = field(default_factory=list)


def entries(lines: list[Line], matter: Any, actor: Any) -> list[Entry]:
    """The lines, newest first, without what other organs wrote for themselves."""
    own = actor.organ.name
    return [_entry(line, matter) for line in lines if line.act != "note" or line.who == own]


def _entry(line: Line, matter: Any) -> Entry:
    on = timezone.localtime(line.on)
    quote = next(
        (line.fields[name] for name in WORDS if isinstance(line.fields.get(name), str) and line.fields[name]),
        "",
    )
    who = "　".join(filter(None, [line.who, line.officer_name]))
    papers = [_paper(document, matter) for document in line.documents]
    return Entry(on, words.table(on.date(), lang()), _says(line), quote, who, line.internal, papers)


def _says(line: Line) -> str:
    """The act as officers name it, with where it went and the day that follows from it."""
    late = line.fields.get("organ_name") if line.act == "lapse" else ""
    to = line.fields.get("to_name") or line.fields.get("handler_title") or late or ""
    due = line.fields.get("due_after") or line.fields.get("due_on") or ""
    until = _("期限 %(day)s") % {"day": words.short(date.fromisoformat(due), lang())} if due else ""
    return "　".join(filter(None, [line.label, to, until, _after(line)]))


def _after(line: Line) -> str:
    """How long after learning of an emergency it was reported (CLK-16)."""
    minutes, within = line.fields.get("minutes"), line.fields.get("within")
    if minutes is None:
        return ""
    if within is not None and minutes > within:
        return _("知道后 %(n)d 分钟报告，超过 %(within)d 分钟") % {"n": minutes, "within": within}
    return _("知道后 %(n)d 分钟报告") % {"n": minutes}


def _paper(document: Any, matter: Any) -> dict[str, str]:
    return {
        "words": document.fields["title"],
        "url": reverse("desk:document", args=[ref_of(matter), document.pk, "pdf"]),
    }
