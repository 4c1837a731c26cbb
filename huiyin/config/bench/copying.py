"""Copies of a matter, row by row: what the gate wrote for one is written in bulk for many, with their own numbers.

Everything that is its own is made anew (ids, numbers, codes, salts, hashes); everything else is what the gate wrote.
"""

import copy
import uuid
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from huiyin.ledger.entry import FIRST, Entry
from huiyin.ledger.payload import Payload
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import code
from huiyin.matters.document import Document
from huiyin.matters.matter import Matter
from huiyin.matters.numbering import Series
from huiyin.matters.petition import Petition
from huiyin.matters.receipt import Receipt
from huiyin.matters.search import Words
from huiyin.people.petitioner import Petitioner


class Pattern:
    """All rows of one matter that went through the gate, read once."""

    def __init__(self, matter: Matter) -> None:
        self.matter = Matter.system.get(pk=matter.pk)
        petitioners = matter.parties.values_list("petitioner", flat=True)
        self.rows: list[models.Model] = [self.matter, *Petitioner.objects.filter(pk__in=petitioners)]
        for model in _models_of_a_matter():
            self.rows += model._base_manager.filter(matter=matter).order_by("pk")
        streams = [matter.pk, *matter.reviews.values_list("pk", flat=True)]
        entries = Entry.objects.filter(stream__in=streams).order_by("stream", "number")
        self.entries = [
            (entry, [(payload.section, payload.content()) for payload in entry.payloads.all()])
            for entry in entries
        ]

    def copy(self, number: str, title: str, text: str, registers: "Registers") -> "Copy":
        """One more matter like this with its own number and words; its papers take the next numbers of their registers."""
        said = {self.matter.number: number, self.matter.title: title, self.matter.text: text}
        return Copy(self, said, registers)


class Registers:
    """The document registers while many are written: the next number of each organ, series and year."""

    def __init__(self) -> None:
        self.last: dict[tuple[Any, str], int] = {}

    def next(self, organ: Any, name: str) -> int:
        """The next number, counted on from the last one given through the gate."""
        place = (organ, name)
        if place not in self.last:
            self.last[place] = (
                Series.objects.filter(organ=organ, name=name).values_list("last", flat=True).first() or 0
            )
        self.last[place] += 1
        return self.last[place]

    def close(self) -> None:
        """Let the gate count on from here."""
        for (organ, name), last in self.last.items():
            Series.objects.update_or_create(organ_id=organ, name=name, defaults={"last": last})


class Copy:
    """The unsaved rows of one copy, by model, with every id its own."""

    def __init__(self, pattern: Pattern, said: dict[str, str], registers: Registers) -> None:
        self.pattern, self.said = pattern, said
        self.ids = {row.pk: uuid7() for row in pattern.rows if isinstance(row.pk, uuid.UUID)}
        self.rows = [self._own(row, registers) for row in pattern.rows]

    @property
    def matter(self) -> Any:
        """The copied matter."""
        return self.rows[0]

    def entries(self) -> Iterator[tuple[Entry, list[Payload]]]:
        """The record of the copy, sealed and chained anew."""
        before: dict[uuid.UUID, str] = {}
        for entry, sections in self.pattern.entries:
            own = copy.copy(entry)
            own.pk, own.stream = uuid7(), self.ids[entry.stream]
            own._state = copy.copy(entry._state)
            payloads = [
                Payload.sealing(own.stream, own.number, section, self._said(plain))
                for section, plain in sections
            ]
            own.previous = before.get(own.stream, FIRST)
            own.commitments = {payload.section: payload.commitment for payload in payloads}
            own.hash = before[own.stream] = own.computed_hash()
            for payload in payloads:
                payload.entry = own
            yield own, payloads

    def _said(self, plain: bytes) -> bytes:
        said = self._in_own_words(plain.decode())
        for old, new in self.ids.items():
            said = said.replace(str(old), str(new))
        return said.encode()

    def _in_own_words(self, value: Any) -> Any:
        if isinstance(value, str):
            for old, new in self.said.items():
                value = value.replace(old, new)
        elif isinstance(value, dict):
            return {name: self._in_own_words(part) for name, part in value.items()}
        elif isinstance(value, list):
            return [self._in_own_words(part) for part in value]
        return value

    def _own(self, row: models.Model, registers: Registers) -> models.Model:
        own = copy.copy(row)
        own._state = models.base.ModelState()
        own._state.fields_cache = {}
        own.pk = self.ids.get(row.pk)
        for field in row._meta.concrete_fields:
            value = getattr(own, field.attname)
            if field.is_relation or field.name == "stream":
                setattr(own, field.attname, self.ids.get(value, value))
            else:
                setattr(own, field.attname, self._in_own_words(value))
        self._number(own, registers)
        return own

    def _number(self, own: Any, registers: Registers) -> None:
        """Numbers, keys and codes that no two rows share."""
        if isinstance(own, Document):
            own.sequence = registers.next(own.organ_id, f"{own.series} {own.year}")
            own.number = f"{own.number.split('〕')[0]}〕{own.sequence}号"
        if isinstance(own, Petition):
            own.key = uuid.uuid4()
        if isinstance(own, Receipt):
            own.code_hmac = code.sealed(code.fresh())


def _models_of_a_matter() -> Iterator[Any]:
    for model in apps.get_app_config("matters").get_models():
        if model is not Words and any(field.name == "matter" for field in model._meta.concrete_fields):
            yield model
