"""Doing acts: one resource for every act of the statute that an officer can do, its body made from the act's own row."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status

from huiyin.api import act_shape
from huiyin.api.answered import Answer, mark, once
from huiyin.api.bearer import Bearer, caller_of
from huiyin.api.done import Done, Proposed, done, proposed
from huiyin.api.finding import matter_or_404, review_or_404
from huiyin.api.shapes import NO_KEY, Key
from huiyin.api.token import Scope
from huiyin.matters import preview, proposal
from huiyin.matters.act import Kind, kinds
from huiyin.matters.errors import Overtaken
from huiyin.matters.gate import move_of
from huiyin.matters.matter import Matter
from huiyin.matters.noun import nouns
from huiyin.matters.review import Review
from huiyin.people.actor import Actor
from huiyin.statute import rules

router = Router(tags=["acts"], auth=Bearer(Scope.ACT))

NOBODYS = frozenset({"petitioner", "system"})
ELSEWHERE = frozenset({"register", "reissue", "annul"})
"""Registering is POST /petitions; a lost receipt is issued anew at a counter, to a person who shows who they are;
an import is undone as a whole batch, at the desk."""
ANSWERS: dict[int, type[Schema]] = {201: Done, 202: Proposed}
"""201: done. 202: it needs a second officer and was put before them."""


def offered(subject: type) -> Iterator[tuple[Kind, str]]:
    """The acts that officers do to this kind of subject, with their nouns."""
    moves = rules.load("cn-2022").moves
    officers = {move.act for move in moves if set(move.duties) - NOBODYS} - ELSEWHERE
    for name, kind in kinds.items():
        if name in officers and hasattr(subject, name):
            yield kind, nouns()[name]


def do(subject: Any, kind: Kind, sent: Any, by: Actor) -> Answer:
    """Do the act, or put it before the second officer whom it needs."""
    asked = act_shape.taken(sent, kind, subject, by)
    if move_of(subject.law, kind.name, subject.bearer(by, kind.name, asked)).approval:
        return Answer(202, proposed(_proposal(subject, kind, by, asked)))
    row = getattr(subject, kind.name)(by=by, seen=sent.seen, **asked)
    return Answer(201, done(subject, kind, row))


def _proposal(subject: Any, kind: Kind, by: Actor, asked: dict[str, Any]) -> Any:
    """What the gate would refuse is refused now, not when it is approved."""
    preview.preview(subject, kind.name, by=by, **asked)
    if subject.proposals.filter(act=kind.name, state=proposal.State.WAITING).exists():
        raise Overtaken(_("这一步已经报批，正等着批。"))
    try:
        return proposal.propose(subject, kind.name, by=by, **asked)
    except IntegrityError as waiting:
        raise Overtaken(_("这一步已经报批，正等着批。")) from waiting


def _answer(
    request: HttpRequest, response: HttpResponse, subject: Any, told: tuple[Kind, Any, str | None]
) -> Any:
    kind, sent, key = told
    caller = caller_of(request)
    asked = (request.path, sent.model_dump(mode="json"))
    answer = once(caller.token, key, asked, lambda: do(subject, kind, sent, caller.actor))
    mark(response, answer)
    return Status(answer.status, answer.body)


def _offer_on_matter(kind: Kind, noun: str) -> None:
    body: Any = act_shape.body_of(kind, noun)

    def act(request: HttpRequest, response: HttpResponse, id: UUID, sent: body, key: Key = NO_KEY) -> Any:
        return _answer(request, response, matter_or_404(request, id), (kind, sent, key))

    _publish(f"/matters/{{uuid:id}}/{noun}", act, kind, noun)


def _offer_on_review(kind: Kind, noun: str) -> None:
    body: Any = act_shape.body_of(kind, noun)

    def act(
        request: HttpRequest, response: HttpResponse, id: UUID, review: UUID, sent: body, key: Key = NO_KEY
    ) -> Any:
        return _answer(request, response, review_or_404(request, id, review), (kind, sent, key))

    _publish(f"/matters/{{uuid:id}}/reviews/{{uuid:review}}/{noun}", act, kind, noun)


def _publish(path: str, act: Callable[..., Any], kind: Kind, noun: str) -> None:
    said = (kind.row.__doc__ or "").strip()
    router.post(
        path, response=ANSWERS, summary=noun, description=said, operation_id=kind.name, url_name=noun
    )(act)


for _kind, _noun in offered(Matter):
    _offer_on_matter(_kind, _noun)
for _kind, _noun in offered(Review):
    _offer_on_review(_kind, _noun)
