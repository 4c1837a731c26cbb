"""The body of an act, made from what its row asks; and what was sent, as the verb takes it."""

from collections.abc import Iterator
from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext as _
from pydantic import AwareDatetime, Field, create_model

from huiyin.api.problem import Refused
from huiyin.api.shapes import LINE, LONG, Day, Id, Line, MaybeWords, Sent, Small, Version, Words, Yes, text
from huiyin.ledger.fields import EncryptedJSONField
from huiyin.matters.act import Kind
from huiyin.matters.asking import Asked, asked_by, choosable
from huiyin.matters.checklist import State
from huiyin.matters.draft import Opinion
from huiyin.matters.fact import Weight
from huiyin.matters.party import Side
from huiyin.matters.several import Several
from huiyin.people.actor import Actor


class RequestAnswer(Sent):
    """The drafted answer to one request."""

    request: Id
    opinion: Literal[tuple(Opinion.values)]  # type: ignore[valid-type]
    facts: Words
    reasons: Words
    basis: Words
    plan: MaybeWords = ""
    execute_by: Day | None = None
    policies: list[Id] = Field([], description="ids of the policy versions that it cites")
    no_policy: MaybeWords = Field("", description="why none of the policies for such matters applies")


class SideEvidence(Sent):
    """What one side put forward for or against a fact, and what became of it."""

    side: Literal[tuple(Side.values)]  # type: ignore[valid-type]
    evidence: Words
    weight: Literal[tuple(Weight.values)]  # type: ignore[valid-type]
    why: Words


class CheckedItem(Sent):
    """How one item of the list for such matters stands."""

    item: Line
    state: Literal[tuple(State.values)]  # type: ignore[valid-type]
    note: Words
    held_on: Day | None = None
    with_whom: MaybeWords = ""


LISTS = {"answers": RequestAnswer, "sides": SideEvidence, "items": CheckedItem}
"""Asked JSON by name: the shape of one of its rows."""


def body_of(kind: Kind, name: str) -> type[Sent]:
    """The pydantic model of an act's body: what it asks, and `seen`, the version that was looked at."""
    fields: dict[str, Any] = {asked.name: _field(asked) for asked in asked_by(kind)}
    seen = Field(
        None, description="the matter's version when it was looked at; 409 where a stage moved since"
    )
    title = "".join(word.capitalize() for word in name.split("-"))
    return create_model(f"{title}Body", __base__=Sent, **fields, seen=(Version | None, seen))


def taken(sent: Any, kind: Kind, subject: Any, actor: Actor) -> dict[str, Any]:
    """The verb's arguments: ids as rows that this actor may name. Raises Refused, naming the field."""
    return dict(_taken(sent, kind, subject, actor))


def _taken(sent: Any, kind: Kind, subject: Any, actor: Actor) -> Iterator[tuple[str, Any]]:
    for asked in asked_by(kind):
        if asked.name not in sent.model_fields_set:
            continue
        value = getattr(sent, asked.name)
        if asked.chosen_from is not None and value is not None:
            value = _row(asked, value, subject, actor)
        if asked.name in LISTS:
            value = [row.model_dump(mode="json", exclude_none=True) for row in value]
        yield asked.name, value


def _row(asked: Asked, pk: Any, subject: Any, actor: Actor) -> Any:
    row = choosable(asked.chosen_from, subject, actor).filter(pk=pk).first()
    if row is None:
        raise Refused(422, "field", _("没有这一项，或不能选它。"), field=asked.name)
    return row


def _field(asked: Asked) -> tuple[Any, Any]:
    column = asked.column
    kind = _type(asked)
    said = {"title": str(column.verbose_name), "description": str(column.help_text) or None}
    if asked.required:
        return kind, Field(..., **said)
    if column.null:
        return kind | None, Field(None, **said)
    if isinstance(column, Several):
        return kind, Field([], **said)
    return kind, Field(None if isinstance(column, models.DateField) else "", **said)


def _type(asked: Asked) -> Any:
    column = asked.column
    if isinstance(column, models.ForeignKey):
        return Id
    if isinstance(column, EncryptedJSONField):
        return list[LISTS[asked.name]]
    if isinstance(column, Several):
        return list[Literal[tuple(column.of.values)]]  # type: ignore[valid-type, union-attr]
    if isinstance(column, models.BooleanField):
        return Yes
    if column.choices:
        values = tuple(value for value, _words in column.flatchoices if value is not None)
        return Literal[values if asked.required else ("", *values)]
    if isinstance(column, models.DateTimeField):
        return AwareDatetime
    if isinstance(column, models.DateField):
        return Day
    if isinstance(column, models.PositiveSmallIntegerField):
        return Small
    return _text(asked)


def _text(asked: Asked) -> Any:
    longest = getattr(asked.column, "max_length", None)
    if longest is None:
        longest = LINE if asked.name == "title" else LONG
    return text(longest, required=asked.required)
