"""The rows of a matter that acts name by id: requests, parties, questions, executions, reviews, proposals that wait."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from huiyin.matters.proposal import State


class NamedRow(Schema):
    """An organ, by id and name."""

    id: UUID
    name: str


class RequestRow(Schema):
    """One request, with its legal route once it was told."""

    id: UUID
    position: int
    text: str
    route: str


class Party(Schema):
    """One party: the name is masked, and nothing else is told but the side."""

    id: UUID
    side: str
    name: str
    is_contact: bool
    identity_hidden: bool


class FactRow(Schema):
    """One fact that stands, with what each side put forward."""

    id: UUID
    fact: str
    happened_on: date | None
    sides: list[dict[str, str]]


class QuestionRow(Schema):
    """What the petitioner asked."""

    id: UUID
    words: str
    asked_at: datetime
    answered_on: date | None


class ClarificationRow(Schema):
    """What the petitioner was asked to make clear; open while `ended_on` is empty."""

    id: UUID
    words: str
    asked_at: datetime
    ended_on: date | None


class Execution(Schema):
    """One supported request that is to be carried out."""

    id: UUID
    request: UUID
    organ: UUID
    due_on: date
    done_on: date | None


class AssistanceRow(Schema):
    """What another organ was asked to do by a day; `facts` is what it answered."""

    id: UUID
    organ: UUID
    task: str
    due_on: date
    ended_on: date | None
    facts: str | None


class ReviewRow(Schema):
    """A review of the answer: level 1 复查, level 2 复核."""

    id: UUID
    level: int
    stage: str
    organ: UUID
    party: UUID
    requested_on: date
    version: int


class Proposal(Schema):
    """An act that waits for its second officer."""

    id: UUID
    act: str
    post: UUID
    proposed_at: datetime


def rows_of(matter: Any) -> dict[str, list[dict[str, Any]]]:
    """All of them, each in its order."""
    waiting = matter.proposals.filter(state=State.WAITING).order_by("pk")
    return {
        "requests": [_plain(row, "id", "position", "text", "route") for row in matter.requests.all()],
        "facts": [_fact(row) for row in matter.facts_found()],
        "parties": [_party(row) for row in matter.parties.select_related("petitioner").order_by("pk")],
        "questions": [
            _plain(row, "id", "words", "answered_on") | {"asked_at": row.occurred_at}
            for row in matter.questions.order_by("number")
        ],
        "clarifications": [
            _plain(row, "id", "words", "ended_on") | {"asked_at": row.occurred_at}
            for row in matter.clarifications.order_by("number")
        ],
        "executions": [
            _plain(row, "id", "due_on", "done_on") | {"request": row.request_id, "organ": row.organ_id}
            for row in matter.executions.order_by("pk")
        ],
        "assistances": [
            _plain(row, "id", "task", "due_on", "ended_on")
            | {"organ": row.opened.organ_id, "facts": row.answer.facts if hasattr(row, "answer") else None}
            for row in matter.assistances.select_related("opened", "answer").order_by("number")
        ],
        "reviews": [_review(row) for row in matter.reviews.order_by("pk")],
        "proposals": [_plain(row, "id", "act", "proposed_at") | {"post": row.post_id} for row in waiting],
    }


def _plain(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _party(row: Any) -> dict[str, Any]:
    return _plain(row, "id", "side", "is_contact", "identity_hidden") | {"name": row.petitioner.masked_name()}


def _fact(row: Any) -> dict[str, Any]:
    return _plain(row, "id", "fact", "happened_on", "sides")


def _review(row: Any) -> dict[str, Any]:
    told = _plain(row, "id", "level", "stage", "requested_on", "version")
    return told | {"organ": row.organ_id, "party": row.party_id}
