"""What an act would do, as words and a drawing: the dates before anything is confirmed, and the papers as issued."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from huiyin.desk import ruling
from huiyin.desk.tongue import lang, said
from huiyin.matters.document import Document
from huiyin.matters.preview import Preview
from huiyin.papers import words


@dataclass(frozen=True)
class Paper:
    """One document as the page draws it."""

    organ: str
    title: str
    number: str
    addressee: str
    blocks: list[Any]
    notes: list[str]
    signed: str
    dated: str


@dataclass(frozen=True)
class Dates:
    """The sentences about dates, with the drawing of the one that matters most."""

    says: list[str]
    ruler: Any = None
    kind: str = "plain"


def dates_of(seen: Preview, subject: Any, today: date) -> Dates | None:
    """What starts, moves and stops; None where no clock is touched."""
    law = subject.law
    moved = _("“%(term)s”的日子改到 %(day)s，原来是 %(before)s。")
    started = _("“%(term)s”到 %(day)s，%(left)s。")
    stopped = _("“%(term)s”的期限停下，不再计。")
    lines = [moved % _days(law, clock, before, today) for clock, before in seen.moved]
    lines += [started % _days(law, clock, None, today) for clock in seen.started]
    lines += [stopped % {"term": said(law.terms[clock.term])} for clock in seen.stopped]
    if not lines:
        return None
    if seen.moved:
        clock, before = seen.moved[0]
        return Dates(lines, ruling.of_clock(clock, today, width="desk", due=before, asked=clock.due_on))
    return Dates(lines, ruling.of_clock(seen.started[0], today, width="desk") if seen.started else None)


def papers_of(seen: Preview) -> list[Paper]:
    """The documents that would be issued."""
    return [paper_of(document, issued=False) for document in seen.documents]


def paper_of(document: Document, *, issued: bool) -> Paper:
    """A document as values for the page; one not issued yet has neither number nor date."""
    fields = document.fields
    letters = document.number.partition("〔")[0]
    return Paper(
        organ=document.organ.name,
        title=fields["title"],
        number=document.number if issued else f"{letters}〔{document.year}〕{_('（出具时编号）')}",
        addressee=fields["addressee"],
        blocks=fields["blocks"],
        notes=fields["notes"],
        signed=document.organ.name,
        dated=words.formal(document.issued_on, "zh") if issued else _("（出具时填日期、盖章）"),
    )


def _days(law: Any, clock: Any, before: date | None, today: date) -> dict[str, str]:
    left = clock.days_left(today)
    return {
        "term": said(law.terms[clock.term]),
        "day": words.prose(clock.due_on, lang(), today),
        "before": words.prose(before, lang(), today) if before else "",
        "left": _("还有 %(n)d 天") % {"n": left} if left > 0 else _("就是今天"),
    }
