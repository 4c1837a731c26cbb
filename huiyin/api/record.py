"""The record of a matter: its timeline, its clocks, its documents, and the acts that are open now."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router, Schema

from huiyin.api.bearer import Bearer, caller_of
from huiyin.api.finding import looked, matter_or_404
from huiyin.api.token import Scope
from huiyin.matters import possible, rendering
from huiyin.matters import timeline as story
from huiyin.matters.noun import nouns

router = Router(tags=["record"], auth=Bearer(Scope.READ))

PDF = {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}


class LineOut(Schema):
    """One act in the words of the rule set. What was written with it is not repeated here."""

    number: int
    stream: UUID
    on: datetime
    act: str
    label: str
    says: str
    who: str
    internal: bool
    documents: list[UUID]


class ClockOut(Schema):
    """One term: running while `ended_on` is null; `ending` then says how it ended."""

    id: UUID
    term: str
    owner: str
    started_on: date
    due_on: date
    provisional: bool
    ended_on: date | None
    ending: str


class DocumentOut(Schema):
    """One issued paper; `digest` is the SHA-256 of its PDF, in hex, once it was rendered."""

    id: UUID
    kind: str
    number: str
    title: str
    audience: str
    issued_on: date
    voided_on: date | None
    digest: str


class Open(Schema):
    """One act that the token's officer may do now. `approval`: it will wait for a second officer."""

    act: str
    noun: str
    name: str
    article: str
    approval: bool
    href: str


@router.get("/matters/{uuid:id}/timeline", response=list[LineOut])
def timeline(request: HttpRequest, id: UUID) -> Any:
    """The matter's story and its reviews', newest first; other organs' notes are not in it."""
    matter, own = matter_or_404(request, id), caller_of(request).organ.name
    lines = [line for line in story.timeline(matter, public=False) if line.act != "note" or line.who == own]
    looked(request, matter)
    return [_line(line) for line in lines]


@router.get("/matters/{uuid:id}/clocks", response=list[ClockOut])
def clocks(request: HttpRequest, id: UUID) -> Any:
    """Every clock of the matter, the next date first."""
    matter = matter_or_404(request, id)
    found = list(matter.clocks.order_by("due_on", "pk"))
    looked(request, matter)
    return [_clock(clock) for clock in found]


@router.get("/matters/{uuid:id}/documents", response=list[DocumentOut])
def documents(request: HttpRequest, id: UUID) -> Any:
    """Every document that was issued in the matter, in order."""
    matter = matter_or_404(request, id)
    plain = ("id", "kind", "number", "audience", "issued_on", "voided_on", "digest")
    found = matter.documents.order_by("pk")
    told = [{name: getattr(one, name) for name in plain} | {"title": one.fields["title"]} for one in found]
    looked(request, matter)
    return told


@router.get(
    "/matters/{uuid:id}/documents/{uuid:document}.pdf", response={200: None}, openapi_extra={"responses": PDF}
)
def document(request: HttpRequest, id: UUID, document: UUID) -> HttpResponse:
    """The bytes of a document, as they were rendered once and hashed."""
    matter = matter_or_404(request, id)
    found = matter.documents.select_related("organ").filter(pk=document).first()
    if found is None:
        raise Http404
    response = HttpResponse(rendering.bytes_of(found), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{found.kind}-{found.pk}.pdf"'
    looked(request, matter)
    return response


@router.get("/matters/{uuid:id}/acts", response=list[Open])
def acts(request: HttpRequest, id: UUID) -> Any:
    """Exactly the acts that the token's officer may do now to the matter and to its reviews."""
    matter, actor = matter_or_404(request, id), caller_of(request).actor
    subjects = [(matter, request.path), *((one, _review_path(request, one)) for one in matter.reviews.all())]
    told = [
        _open(subject, move, path.removesuffix("/acts"))
        for subject, path in subjects
        for move in possible.acts_open_to(subject, actor)
        if hasattr(subject, move.act)
    ]
    looked(request, matter)
    return told


def _review_path(request: HttpRequest, review: Any) -> str:
    return f"{request.path.removesuffix('/acts')}/reviews/{review.pk}"


def _line(line: story.Line) -> dict[str, Any]:
    plain = ("number", "stream", "on", "act", "label", "says", "who", "internal")
    told = {name: getattr(line, name) for name in plain}
    return told | {"documents": [document.pk for document in line.documents]}


def _clock(clock: Any) -> dict[str, Any]:
    plain = ("id", "term", "started_on", "due_on", "provisional", "ended_on", "ending")
    owner = "assignment" if clock.assignment_id else "review" if clock.review_id else "delivery"
    return {name: getattr(clock, name) for name in plain} | {"owner": owner}


def _open(subject: Any, move: Any, path: str) -> dict[str, Any]:
    noun = nouns()[move.act]
    return {
        "act": move.act,
        "noun": noun,
        "name": move.zh,
        "article": move.article,
        "approval": bool(move.approval),
        "href": f"{path}/{noun}",
    }
