"""What an act asks of whoever does it: its row's fields, which of them it needs, and what may be chosen where."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from huiyin.matters.act import Kind
from huiyin.matters.designation import DUTY
from huiyin.matters.matter import Matter
from huiyin.matters.party import Party
from huiyin.people.actor import Actor
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.post import Post

OWN_ROWS = {
    "Agency": "agencies",
    "Fact": "facts",
    "Question": "questions",
    "Assistance": "assistances",
    "Clarification": "clarifications",
    "Execution": "executions",
    "Document": "documents",
}


@dataclass(frozen=True)
class Asked:
    """One thing that an act asks: the argument of its verb, the column with label and hint, and whether it must be given."""

    name: str
    column: Any
    required: bool

    @property
    def chosen_from(self) -> type[models.Model] | None:
        """The model whose rows are chosen from, where the answer is one of them."""
        return self.column.remote_field.model if isinstance(self.column, models.ForeignKey) else None


def asked_by(kind: Kind) -> Iterator[Asked]:
    """Everything that one act asks, in the order of its row."""
    taken = inspect.signature(kind.verb).parameters
    takes_all = any(each.kind is each.VAR_KEYWORD for each in taken.values())
    for name in kind.row.asks:
        column: Any = kind.row._meta.get_field(name)
        if name in taken:
            yield Asked(name, column, taken[name].default is inspect.Parameter.empty)
        elif takes_all:
            yield Asked(name, column, not column.blank)


def choosable(model: Any, subject: Any, actor: Actor) -> models.QuerySet:
    """The rows that this actor may name in an act on this subject: nothing foreign can be told from nothing at all."""
    matter = subject.matter_itself
    if model is Organ:
        return Organ.objects.open_on()
    if model is Matter:
        return Matter.objects.visible_to(actor.officer)
    if model is Post:
        return (
            Post.objects.active()
            .filter(organ=actor.organ)
            .with_duty(DUTY[getattr(subject, "track", "assignment")])
        )
    if model is Officer:
        here = Holding.objects.on().able().filter(post__organ=actor.organ)
        return Officer.objects.filter(pk__in=here.values("officer"))
    if model is Party:
        return matter.parties.all()
    rows: models.QuerySet = getattr(matter, OWN_ROWS[model.__name__]).all()
    return rows
