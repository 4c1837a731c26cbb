"""What doing an act answers: the row it left and where the matter stands now; or the proposal that waits."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Schema

from huiyin.matters.act import Kind
from huiyin.matters.document import Document


class DocumentRef(Schema):
    """A document that the act issued."""

    id: UUID
    kind: str
    number: str


class Done(Schema):
    """An act that was done. `number` is its entry in the record, `version` the matter's from now on."""

    id: UUID
    act: str
    number: int
    version: int
    stage: str
    occurred_at: datetime
    documents: list[DocumentRef]


class Proposed(Schema):
    """An act that waits for its second officer (报批)."""

    id: UUID
    act: str
    state: str
    proposed_at: datetime


def done(subject: Any, kind: Kind, row: Any) -> dict[str, Any]:
    """The act's row as plain values."""
    issued = Document.objects.filter(stream=subject.pk, entry_number=row.number).order_by("sequence")
    return {
        "id": str(row.pk),
        "act": kind.name,
        "number": row.number,
        "version": subject.version,
        "stage": type(subject)._base_manager.get(pk=subject.pk).stage,
        "occurred_at": _moment(row.occurred_at),
        "documents": [{"id": str(one.pk), "kind": one.kind, "number": one.number} for one in issued],
    }


def proposed(waiting: Any) -> dict[str, Any]:
    """The proposal as plain values."""
    return {
        "id": str(waiting.pk),
        "act": waiting.act,
        "state": waiting.state,
        "proposed_at": _moment(waiting.proposed_at),
    }


def _moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat()
