"""An act: a legal step with an author, a date and a row of its own; and the decorator that puts a verb under the gate."""

import functools
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.ledger.entry import canonical
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import gate
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.actor import Actor
from huiyin.people.labels import LabelWrong, refuse_labels


class Act(models.Model):
    """What every act records: by which post, through and approved by whom, when, and its number in the record.

    `asks` names the fields that whoever acts fills in; forms, the API's schema and the verb's arguments are made
    from it. `quotes` names those of them that hold somebody else's own words. `bearer` is the assignment whose stage
    the act moved, `opened` the assignment it opened.
    """

    asks: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    stream = models.UUIDField(editable=False)
    number = models.PositiveIntegerField(editable=False)
    by_post = models.ForeignKey("people.Post", models.PROTECT, null=True, editable=False, related_name="+")
    through = models.ForeignKey("people.Officer", models.PROTECT, null=True, editable=False, related_name="+")
    capacity = models.CharField(max_length=12, editable=False)
    approved_post = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, editable=False, related_name="+"
    )
    approved_through = models.ForeignKey(
        "people.Officer", models.PROTECT, null=True, editable=False, related_name="+"
    )
    bearer = models.ForeignKey(
        "matters.Assignment", models.PROTECT, null=True, editable=False, related_name="+"
    )
    opened = models.ForeignKey(
        "matters.Assignment", models.PROTECT, null=True, editable=False, related_name="+"
    )
    occurred_at = models.DateTimeField(editable=False)

    move_id = ""  # set by the gate for the record: which move this was, and until when what it started runs
    runs_until = ""

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["stream", "number"], name="one_%(class)s_per_number")]

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.number}"

    @property
    def on(self) -> date:
        """The legal day of the act (Asia/Shanghai)."""
        return timezone.localdate(self.occurred_at)

    def stamp(self, deed: Deed) -> None:
        """Write on the row who did it, when, and where in the record."""
        self.stream, self.number, self.occurred_at = deed.subject.pk, deed.number, deed.at
        self.move_id = deed.move.id
        self.by_post, self.through, self.capacity = deed.by.post, deed.by.officer, deed.by.capacity
        if deed.approved:
            self.approved_post, self.approved_through = deed.approved.post, deed.approved.officer
        self.bearer, self.opened = deed.assignment, deed.opened_assignment

    def require_asked(self) -> None:
        """Raise NotAllowed, naming the field, where something asked is missing, too long or not among its choices."""
        for name in self.asks:
            field = self._meta.get_field(name)
            value = getattr(self, field.attname)
            if value is None and field.null or value is not None and field.is_relation:
                continue
            try:
                field.run_validators(value)
                field.validate(value.strip() if isinstance(value, str) else value, self)
            except ValidationError as wrong:
                told = {"label": field.verbose_name, "wrong": "；".join(wrong.messages)}
                raise NotAllowed(_("“%(label)s”：%(wrong)s") % told, field=name) from wrong

    def refuse_labels(self) -> None:
        """Raise NotAllowed, naming the field, where an officer's own words label people."""
        for name in self.asks:
            if name not in self.quotes:
                try:
                    refuse_labels("\n".join(words_in(getattr(self, name))))
                except LabelWrong as wrong:
                    raise NotAllowed(str(wrong), field=name) from wrong

    def sections(self) -> dict[str, bytes]:
        """The payload of the act's ledger entry: by default one section holding every field that was asked."""
        asked = {name: _plain(getattr(self, name)) for name in self.asks}
        return {"act": canonical(asked | self.told() | {"move": self.move_id, "due": self.runs_until})}

    def told(self) -> dict[str, Any]:
        """Further plain values that a timeline needs to say what was done."""
        return {}


@dataclass(frozen=True)
class Kind:
    """What is known of an act by its name: the row it leaves and the verb that does it."""

    name: str
    row: type[Act]
    verb: Callable[..., Act]


kinds: dict[str, Kind] = {}


def act(name: str, row: type[Act]) -> Callable[[Callable[..., Act]], Callable[..., Any]]:
    """Put a verb under the gate. The verb takes (subject, deed, **asked) and returns the unsaved row of its act.

    The method that callers see takes (by, at=None, seen=None, approved=None, **asked) and returns the saved row:
    `at` is when it happened (now, if not said), `seen` the version that the actor's page showed, `approved` the
    second post where the statute wants one.
    """

    def gated(verb: Callable[..., Act]) -> Callable[..., Any]:
        kind = Kind(name, row, verb)
        kinds.setdefault(name, kind)

        @functools.wraps(verb)
        def perform(
            subject: Any,
            *,
            by: Actor,
            at: datetime | None = None,
            seen: int | None = None,
            approved: Actor | None = None,
            **asked: Any,
        ) -> Any:
            return gate.perform(subject, kind, by=by, at=at, seen=seen, approved=approved, asked=asked)

        return perform

    return gated


def words_in(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from words_in(part)


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, datetime | date | uuid.UUID):
        return str(value)
    return value
