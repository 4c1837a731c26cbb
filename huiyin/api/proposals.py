"""Proposals 报批: acts that wait for a second officer of the same organ, who approves them or sends them back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router, Status

from huiyin.api.answered import Answer, mark, once
from huiyin.api.bearer import Bearer, caller_of
from huiyin.api.done import Done, Proposed, done, proposed
from huiyin.api.finding import matter_or_404
from huiyin.api.shapes import NO_KEY, Key, Sent, Words
from huiyin.api.token import Scope
from huiyin.matters.act import kinds
from huiyin.matters.proposal import Proposal

router = Router(tags=["proposals"], auth=Bearer(Scope.ACT))


class ApprovalBody(Sent):
    """Nothing is asked."""


class PointsBody(Sent):
    """What is to be mended."""

    points: Words


@router.post("/matters/{uuid:id}/proposals/{uuid:proposal}/approval", response={201: Done})
def approval(
    request: HttpRequest,
    response: HttpResponse,
    id: UUID,
    proposal: UUID,
    sent: ApprovalBody,
    key: Key = NO_KEY,
) -> Any:
    """Approve: the act is done as it was proposed, by the post that proposed it."""
    found, caller = _proposal_or_404(request, id, proposal), caller_of(request)

    def approve() -> Answer:
        row = found.approve(by=caller.actor)
        return Answer(201, done(found.matter, kinds[found.act], row))

    answer = once(caller.token, key, (request.path, {}), approve)
    mark(response, answer)
    return Status(answer.status, answer.body)


@router.post("/matters/{uuid:id}/proposals/{uuid:proposal}/sending-back", response={201: Proposed})
def sending_back(
    request: HttpRequest,
    response: HttpResponse,
    id: UUID,
    proposal: UUID,
    sent: PointsBody,
    key: Key = NO_KEY,
) -> Any:
    """Give it back with the points that are to be mended."""
    found, caller = _proposal_or_404(request, id, proposal), caller_of(request)

    def send_back() -> Answer:
        found.send_back(by=caller.actor, points=sent.points)
        found.refresh_from_db()
        return Answer(201, proposed(found))

    answer = once(caller.token, key, (request.path, sent.model_dump()), send_back)
    mark(response, answer)
    return Status(answer.status, answer.body)


def _proposal_or_404(request: HttpRequest, pk: UUID, proposal: UUID) -> Proposal:
    """A proposal of the caller's own organ on a matter that the caller may see."""
    matter, actor = matter_or_404(request, pk), caller_of(request).actor
    found = matter.proposals.filter(pk=proposal, post__organ=actor.organ).first()
    if found is None:
        raise Http404
    found.matter = matter
    return found
