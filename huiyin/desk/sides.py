"""The right column of a matter's page: who petitions, reviews, proposals, papers, material, notes, and why one sees it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk import acts_bar
from huiyin.desk.came_from import came_from
from huiyin.desk.causes import causes_of
from huiyin.desk.finding import ref_of
from huiyin.desk.joined import joined_to
from huiyin.desk.parties import shown
from huiyin.desk.tongue import lang, said
from huiyin.matters.party import Side
from huiyin.matters.reading import handed_in
from huiyin.papers import words


def sides_of(found: Any) -> list[dict[str, Any]]:
    """The blocks that have something to say, in reading order."""
    blocks = [
        (_("等批准"), _waiting(found)),
        (_("信访人"), _parties(found, (Side.PETITIONER,))),
        (_("从哪里来"), came_from(found.petitions)),
        (_("另外的各方"), _parties(found, (Side.OTHER, Side.THIRD))),
        (_("主件里另外的各方"), _parties_of_main(found)),
        (_("同一件事"), joined_to(found)),
        (_("协办"), _assistances(found)),
        (_("复查复核"), _reviews(found)),
        (_("问题出在哪里"), causes_of(found.lines)),
        (_("文书"), _documents(found)),
        (_("材料"), _material(found)),
        (_("期限"), _clocks(found)),
        (_("谁看得到"), _why(found)),
    ]
    drawn = [{"heading": heading, "rows": list(rows)} for heading, rows in blocks]
    return [block for block in drawn if block["rows"]]


def _waiting(found: Any) -> Iterator[dict[str, Any]]:
    named = {move.act: said(move) for move in reversed(found.matter.law.moves)}
    for proposal in found.waiting:
        yield {
            "words": named.get(proposal.act, proposal.act),
            "note": f"{proposal.officer.name}　{words.table(timezone.localdate(proposal.proposed_at), lang())}",
            "url": reverse("desk:proposal", args=[proposal.pk]),
            "link": _("打开"),
        }


def _parties(found: Any, sides: tuple[Side, ...]) -> Iterator[dict[str, Any]]:
    there = [party for party in found.parties if party.side in sides]
    for party, one in zip(shown(there, handles=found.handles, is_named=found.is_named), there, strict=True):
        note = "　".join(filter(None, [party.phone, party.address]))
        contact = _("联系人") if party.is_contact else ""
        says = contact if one.side == Side.PETITIONER else Side(one.side).label
        yield {"words": party.name, "note": note, "says": says}


def _parties_of_main(found: Any) -> Iterator[dict[str, Any]]:
    """For whoever handles it: who else has a part in the matter that it is joined to; never who petitions there."""
    if found.main is None or not found.main.has_sides or not found.handles:
        return
    for one in found.main.parties.exclude(side=Side.PETITIONER).select_related("petitioner").order_by("pk"):
        yield {"words": one.petitioner.name, "note": "", "says": Side(one.side).label}


def _reviews(found: Any) -> Iterator[dict[str, Any]]:
    for review in found.reviews:
        stage = found.matter.law.stage(review.stage, "review")
        level = _("复查") if review.level == 1 else _("复核")
        acts = acts_bar.buttons(review, found.actor)
        yield {"words": f"{level}　{review.organ}", "note": said(stage), "buttons": acts}


def _assistances(found: Any) -> Iterator[dict[str, Any]]:
    for one in found.parts:
        part, late = one.assignment, one.clock.due_on < found.today and one.assignment.ended_on is None
        waits = _("%(day)s到期，还没有答") if late else _("%(day)s前")
        says = {"assisted": _("%(day)s已答"), "called_off": _("%(day)s撤销")}.get(part.stage, waits)
        day = words.short(part.ended_on or one.clock.due_on, lang())
        yield {"words": str(part.organ), "note": one.task, "says": says % {"day": day}, "late": late}


def _documents(found: Any) -> Iterator[dict[str, Any]]:
    papers = [document for line in found.lines for document in line.documents]
    for document in papers:
        address = [ref_of(found.matter), document.pk]
        yield {
            "words": document.fields["title"],
            "note": document.number + (f"　{_('已作废')}" if document.voided_on else ""),
            "url": reverse("desk:document", args=[*address, "pdf"]),
            "link": "PDF",
            "second_url": reverse("desk:document", args=[*address, "docx"]),
            "second": "Word",
        }


def _material(found: Any) -> Iterator[dict[str, Any]]:
    if not found.matter.has_material:
        return
    if found.is_named:
        yield {
            "words": _("原件由信访部门保管"),
            "note": _("信访人要求不公开身份，材料不给被反映的单位看。"),
            "says": "",
        }
        return
    for one in handed_in(found.matter):
        piece = one["piece"]
        told = {"n": piece.pages, "kb": -(-piece.size // 1024), "day": words.table(one["on"], lang())}
        readers = "、".join(f"{by['name']} {words.short(by['on'], lang())}" for by in one["read"])
        yield {
            "words": piece.name,
            "note": _("%(n)d 页，%(kb)d KB，%(day)s") % told
            + "　"
            + (_("看过：%(readers)s") % {"readers": readers} if readers else _("还没有人看过")),
            "url": reverse("desk:material", args=[ref_of(found.matter), piece.pk]),
            "link": _("下载"),
        }


def is_withheld(matter: Any, *, is_named: bool) -> bool:
    """Material could say who petitions: an organ complained of does not get it where that is to be hidden."""
    return is_named and matter.parties.filter(identity_hidden=True).exists()


def _clocks(found: Any) -> Iterator[dict[str, Any]]:
    law = found.matter.law
    parts = {one.pk: f"　{one.organ}" for one in found.assignments if one.assists}
    for clock in (one for one in found.clocks if one.ended_on is None):
        left = clock.days_left(found.today)
        says = _("超 %(n)d 天") % {"n": -left} if left < 0 else _("还有 %(n)d 天") % {"n": left}
        note = words.table(clock.due_on, lang()) + (
            f"　{_('暂定，节假日安排还没公布')}" if clock.provisional else ""
        )
        whose = parts.get(clock.assignment_id, "")
        yield {"words": said(law.terms[clock.term]) + whose, "note": note, "says": says, "late": left < 0}


def _why(found: Any) -> Iterator[dict[str, Any]]:
    if found.why_seen:
        yield {
            "words": str(found.actor.organ),
            "note": _("因为：%(act)s") % {"act": found.why_seen},
            "says": "",
        }
