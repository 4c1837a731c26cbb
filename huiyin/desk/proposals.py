"""待批: acts that wait for a second officer of the same organ, who approves or sends back with points."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk import outcome, requirements
from huiyin.desk.door import officer_only
from huiyin.desk.finding import address_of, ref_of
from huiyin.desk.frame import page
from huiyin.desk.tongue import lang, said
from huiyin.matters.act import kinds
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.matter import Matter
from huiyin.matters.preview import preview
from huiyin.matters.proposal import Proposal, State
from huiyin.matters.several import Several
from huiyin.matters.unmasking import Unmasking
from huiyin.papers import words


@officer_only
def proposals(request: Any) -> HttpResponse:
    """What waits in this organ, the oldest first; one's own too, to see that it waits."""
    waiting = _of_organ(request).filter(state=State.WAITING).order_by("proposed_at")
    return page(
        request,
        "desk/proposals.html",
        {"rows": [_row(one) for one in waiting], "names_wait": _names_wait(request)},
    )


@officer_only
def proposal(request: Any, pk: str) -> HttpResponse:
    """One of them, with what would happen; POST approves, or sends back with points."""
    found = _of_organ(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _shown(request, found)
    try:
        if "send_back" in request.POST:
            return _sent_back(request, found)
        found.approve(by=request.actor)
    except (NotAllowed, Overtaken) as no:
        return _shown(request, found, refused=no.sentence, status=409 if isinstance(no, Overtaken) else 422)
    return redirect(address_of(found.matter))


def _names_wait(request: Any) -> bool:
    """Whether somebody of this organ asks this officer for the book with names."""
    asked = Unmasking.objects.filter(agreed=None, post__organ=request.actor.organ).select_related(
        "post__organ"
    )
    return any(one.may_decide(request.actor) for one in asked)


def _of_organ(request: Any) -> Any:
    visible = Matter.objects.visible_to(request.officer)
    rows = Proposal.objects.filter(post__organ=request.actor.organ, matter__in=visible)
    return rows.select_related("matter", "post__organ", "officer")


def _sent_back(request: Any, found: Proposal) -> HttpResponse:
    points = request.POST.get("points", "").strip()
    if not points:
        return _shown(request, found, refused=_("退回要写明改哪几处。"), status=422)
    found.send_back(by=request.actor, points=points)
    return redirect("desk:proposals")


def _shown(request: Any, found: Proposal, refused: str = "", status: int = 200) -> HttpResponse:
    moves = [move for move in found.matter.law.moves if move.act == found.act]
    context = {
        "proposal": found,
        "words": said(moves[0]),
        "number": ref_of(found.matter),
        "title": found.matter.title,
        "matter_url": address_of(found.matter),
        "rows": _asked(found),
        "cite": requirements.cite(found.matter, moves[0]),
        "told": requirements.told(moves[0]),
        "points": request.POST.get("points", ""),
        "may_decide": found.state == State.WAITING
        and found.officer_id != request.officer.pk
        and request.actor.may_approve,
        "refused": refused,
    }
    return page(
        request, "desk/proposal.html", context | _seen(request, found, context["may_decide"]), status=status
    )


def _seen(request: Any, found: Proposal, may_decide: bool) -> dict[str, Any]:
    """What approving it would do, where the gate lets it."""
    if not may_decide:
        return {}
    row = kinds[found.act].row
    asked = {name: row._meta.get_field(name).to_python(value) for name, value in found.asked.items()}
    try:
        seen = preview(found.matter, found.act, by=found.proposer, approved=request.actor, **asked)
    except NotAllowed as no:
        return {"refused": no.sentence, "may_decide": False, "may_send_back": True}
    return {
        "dates": outcome.dates_of(seen, found.matter, timezone.localdate()),
        "papers": outcome.papers_of(seen),
    }


def _asked(found: Proposal) -> list[dict[str, Any]]:
    columns = [(kinds[found.act].row._meta.get_field(name), value) for name, value in found.asked.items()]
    return [
        {
            "label": column.verbose_name,
            "value": column.said(value) if isinstance(column, Several) else str(value),
        }
        for column, value in columns
    ]


def _row(one: Proposal) -> dict[str, Any]:
    moves = [move for move in one.matter.law.moves if move.act == one.act]
    return {
        "url": one.pk,
        "words": said(moves[0]),
        "title": one.matter.title,
        "number": ref_of(one.matter),
        "who": one.officer.name,
        "day": words.table(timezone.localdate(one.proposed_at), lang()),
    }
