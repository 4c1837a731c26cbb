"""What the law asks of an act, as lines to read before doing it: every one of them comes from the rule set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from huiyin.desk.tongue import lang, said
from huiyin.matters import composing, evidence
from huiyin.papers import words
from huiyin.statute.tables import Move


@dataclass(frozen=True)
class Line:
    """One thing the law asks: met, not met yet, or (None) simply so."""

    words: str
    says: str = ""
    met: bool | None = None


def law_of(subject: Any, move: Move, today: date) -> list[Line]:
    """The lines for one move on one subject, as things stand today."""
    return [
        *_gates(subject, move),
        *_terms(subject, move, today),
        *_approval(subject, move),
        *_papers(subject, move),
    ]


def cite(subject: Any, move: Move) -> str:
    """The articles that the act and its limits come from."""
    return subject.law.cite(subject.law.basis(move), lang())


def told(move: Move) -> list[dict[str, str]]:
    """Who learns of it, when, how."""
    who = {
        "petitioner": (_("信访人"), _("进度页上马上看得到；留了联系方式的，另发通知")),
        "unit": (_("办理单位"), _("进入待办")),
        "office": (_("信访部门"), _("在案件页看得到")),
        "superior": (_("上级机关"), _("进入待办")),
        "above": (_("报告到的上级"), _("马上发邮件，并进入待办")),
        "reviewer": (_("复查复核机关"), _("进入待办")),
        "assisting": (_("协办单位"), _("进入待办")),
    }
    return [
        {"who": who[name][0], "when": _("办完马上"), "how": who[name][1]}
        for name in move.tells
        if name in who
    ]


def _gates(subject: Any, move: Move) -> Iterator[Line]:
    known = evidence.known()
    for gate in subject.law.gates_for(move.act):
        yield Line(
            said(gate),
            subject.law.cite(gate.article, lang()),
            gate.name in known and evidence.found(gate.name, subject),
        )


def _terms(subject: Any, move: Move, today: date) -> Iterator[Line]:
    law = subject.law
    for name in move.during:
        yield Line(_("要在“%(term)s”的期限里办") % {"term": said(law.terms[name])}, met=True)
    for name in move.extends:
        term = law.terms[name]
        yield Line(
            _("延期可以几次，加起来不超过 %(days)d 天") % {"days": term.extend_total}, _used(subject, name)
        )
    for name in move.pauses:
        yield Line(_("听证的时间不算在“%(term)s”的期限里") % {"term": said(law.terms[name])})
    owner = "petitioner" if move.act.startswith("deliver") else ""
    for name in move.starts:
        term = law.terms[name]
        if term.days is not None and (not owner or term.owed_by == owner):
            fired, found = law.counted(name, today)
            yield Line(
                _("“%(term)s”从今天起计，%(length)s") % {"term": said(term), "length": _length(fired)},
                _("到 %(day)s") % {"day": words.prose(found.due, lang(), today)},
            )


def _used(subject: Any, term: str) -> str:
    clock = subject.matter_itself.clocks.running().filter(term=term).first()
    days = sum(clock.extensions()) if clock else 0
    return _("已延 %(days)d 天") % {"days": days} if days else _("还没有延过")


def _length(term: Any) -> str:
    if term.unit == "working":
        return _("%(days)d 个工作日") % {"days": term.days}
    return _("%(days)d 天，节假日算在内") % {"days": term.days}


def _approval(subject: Any, move: Move) -> Iterator[Line]:
    if move.approval:
        yield Line(said(subject.law.approvals[move.approval]), _("还没有批"), met=False)


def _papers(subject: Any, move: Move) -> Iterator[Line]:
    for kind in move.documents:
        if composing.can(kind):
            yield Line(_("出具%(paper)s") % {"paper": said(subject.law.documents[kind])})
