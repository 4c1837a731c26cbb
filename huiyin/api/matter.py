"""GET /matters and GET /matters/{id}: what an officer may see, from visible_to alone. Names are masked; no numbers, no phones."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from huiyin.api.bearer import Bearer, caller_of
from huiyin.api.dossier import (
    AssistanceRow,
    ClarificationRow,
    Execution,
    FactRow,
    NamedRow,
    Party,
    Proposal,
    QuestionRow,
    RequestRow,
    ReviewRow,
    rows_of,
)
from huiyin.api.finding import looked, matter_or_404, visible_to
from huiyin.api.paging import Limit, paged
from huiyin.api.shapes import text
from huiyin.api.token import Scope
from huiyin.matters.annulment import annulled
from huiyin.matters.assignment import Assignment
from huiyin.matters.routing import proposal_for

Number = text(32, required=False)

router = Router(tags=["matters"], auth=Bearer(Scope.READ))


class MatterRow(Schema):
    """One line of the list. `stage` is a name of the rule set's stages; `organ` has the matter now."""

    id: UUID
    number: str | None
    title: str
    kind: str
    stage: str
    organ: NamedRow
    sealed: bool
    registered_at: datetime
    version: int


class Matters(Schema):
    """A page of matters, the newest first; `next` is the `before` of the page behind it."""

    items: list[MatterRow]
    next: UUID | None


class ProposedRow(Schema):
    """The organ that the routing table proposes for the matter, and by which rule. It binds nobody."""

    organ: NamedRow
    rule: UUID
    why: str


class MatterOut(MatterRow):
    """One matter with everything that its acts name by id."""

    text: str
    purpose: str
    topic: str
    reports_wrongdoing: bool | None
    place: str | None
    place_text: str
    heard_on: date
    rules: str
    linked_to: UUID | None
    joined_to: UUID | None
    handler: UUID | None
    proposed: ProposedRow | None
    requests: list[RequestRow]
    facts: list[FactRow]
    parties: list[Party]
    questions: list[QuestionRow]
    clarifications: list[ClarificationRow]
    executions: list[Execution]
    assistances: list[AssistanceRow]
    reviews: list[ReviewRow]
    proposals: list[Proposal]


@router.get("/matters", response=Matters)
def matters(
    request: HttpRequest,
    number: Number | None = None,
    stage: Annotated[str | None, Field(pattern=r"^[a-z_]{1,24}$")] = None,
    before: UUID | None = None,
    limit: Limit = Query(50),  # noqa: B008
) -> Any:
    """The matters that the token's officer may see, the newest first; by number, or by stage."""
    found = visible_to(caller_of(request))
    if number is not None:
        found = found.filter(number=number)
    if stage is not None:
        found = found.filter(assignments__is_lead=True, assignments__stage=stage)
    if number is None and stage is None:
        found = found.exclude(annulled())
    if before is not None:
        found = found.filter(pk__lt=before)
    leads = Assignment.objects.filter(is_lead=True).select_related("organ")
    lead = Prefetch("assignments", leads, to_attr="leads")
    return paged(found.prefetch_related(lead).order_by("-pk"), limit, lambda row: _line(row, row.leads[0]))


@router.get("/matters/{uuid:id}", response=MatterOut)
def matter(request: HttpRequest, id: UUID) -> Any:
    """One matter. That it was looked at is written down."""
    found = matter_or_404(request, id)
    plain = ("text", "purpose", "topic", "reports_wrongdoing", "place_text", "heard_on", "rules")
    lead = found.lead
    told = _line(found, lead) | {name: getattr(found, name) for name in plain} | rows_of(found)
    told |= {"place": found.place_id, "linked_to": found.linked_to_id, "handler": lead.handler_id}
    told["joined_to"] = _joined_to(found, request)
    told["proposed"] = _proposed(found)
    looked(request, found)
    return told


def _joined_to(found: Any, request: HttpRequest) -> UUID | None:
    """The main matter, where this officer may see that too: a join lets nobody see more."""
    if found.joined_to_id is None:
        return None
    main: UUID | None = (
        visible_to(caller_of(request)).filter(pk=found.joined_to_id).values_list("pk", flat=True).first()
    )
    return main


def _proposed(found: Any) -> dict[str, Any] | None:
    proposed = proposal_for(found)
    if proposed is None:
        return None
    organ = {"id": proposed.organ.pk, "name": proposed.organ.name}
    return {"organ": organ, "rule": proposed.rule.pk, "why": proposed.why}


def _line(found: Any, lead: Assignment) -> dict[str, Any]:
    plain = ("id", "number", "title", "kind", "sealed", "registered_at", "version")
    told = {name: getattr(found, name) for name in plain}
    return told | {"stage": lead.stage, "organ": {"id": lead.organ_id, "name": lead.organ.name}}
