"""Copies of a matter, row by row: what the gate wrote for one is written in bulk for many, with their own numbers.

Everything that is its own is made anew (ids, numbers, codes, salts, hashes); everything else is what the gate wrote.
"""

import copy
import json
import re
import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

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
            (entry, [(payload.section, payload.content().decode()) for payload in entry.payloads.all()])
            for entry in entries
        ]
        self.ids = [row.pk for row in self.rows if isinstance(row.pk, uuid.UUID)]
        theirs = [self.matter.number, self.matter.title, self.matter.text, *map(str, self.ids)]
        self.theirs = re.compile("|".join(re.escape(one) for one in theirs if one))
        self.forms = [(row, list(self._changing(row)), prepared(row)) for row in self.rows]

    def _changing(self, row: models.Model) -> Iterator[str]:
        """The fields of a row that hold an id, or words, which every copy has its own."""
        for field in row._meta.concrete_fields:
            value = getattr(row, field.attname)
            told = value if isinstance(value, str) else str(value) if isinstance(value, uuid.UUID) else ""
            told = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else told
            if not field.primary_key and self.theirs.search(told):
                yield field.attname

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
    """The rows of one copy as the database takes them, by model, with every id its own."""

    def __init__(self, pattern: Pattern, said: dict[str, str], registers: Registers) -> None:
        self.pattern, self.registers = pattern, registers
        self.ids = {pk: uuid7() for pk in pattern.ids}
        self.said = said | {str(old): str(new) for old, new in self.ids.items()}

    @property
    def pk(self) -> uuid.UUID:
        """The id of the copied matter."""
        return self.ids[self.pattern.matter.pk]

    def rows(self) -> Iterator[tuple[Any, list[Any]]]:
        """Every row but the record: its model, and its columns in the order of `columns`."""
        for row, changing, as_it_is in self.pattern.forms:
            own = {name: self._in_own_words(getattr(row, name)) for name in changing}
            own |= self._own(row, own)
            values = list(as_it_is)
            for place, field in enumerate(columns(type(row))):
                if field.attname in own:
                    values[place] = field.get_db_prep_save(own[field.attname], connection)
            yield type(row), values

    def record(self) -> Iterator[tuple[Any, list[Any]]]:
        """The record of the copy, sealed and chained anew."""
        before: dict[uuid.UUID, str] = {}
        for entry, sections in self.pattern.entries:
            own = copy.copy(entry)
            own.pk, own.stream = uuid7(), self.ids[entry.stream]
            payloads = [
                Payload.sealing(own.stream, own.number, section, self._in_own_words(plain).encode())
                for section, plain in sections
            ]
            own.previous = before.get(own.stream, FIRST)
            own.commitments = {payload.section: payload.commitment for payload in payloads}
            own.hash = before[own.stream] = own.computed_hash()
            yield Entry, prepared(own)
            for payload in payloads:
                payload.entry_id = own.pk
                yield Payload, prepared(payload)

    def _in_own_words(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.pattern.theirs.sub(lambda found: self.said[found[0]], value)
        if isinstance(value, dict):
            return {name: self._in_own_words(part) for name, part in value.items()}
        if isinstance(value, list):
            return [self._in_own_words(part) for part in value]
        return self.ids.get(value, value)

    def _own(self, row: Any, own: dict[str, Any]) -> dict[str, Any]:
        """Ids, numbers, keys, codes and phones that no two rows share."""
        told = {"id": self.ids[row.pk]} if row.pk in self.ids else {}
        if isinstance(row, Document):
            sequence = self.registers.next(row.organ_id, f"{row.series} {row.year}")
            return told | {"sequence": sequence, "number": f"{row.number.split('〕')[0]}〕{sequence}号"}
        if isinstance(row, Petition):
            return told | {"key": uuid.uuid4()}
        if isinstance(row, Receipt):
            return told | {"code_hmac": code.sealed(code.fresh())}
        if isinstance(row, Petitioner):
            person = Petitioner()
            person.write(phone=f"139{told['id'].int % 10**8:08d}")
            return told | {"phone": person.phone, "phone_index": person.phone_index}
        return told


@cache
def columns(model: Any) -> list[Any]:
    """The fields of a model that are written: all, but for a key that the database gives."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]


def prepared(row: models.Model) -> list[Any]:
    """The columns of a row as the database takes them."""
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in columns(type(row))]


def _models_of_a_matter() -> Iterator[Any]:
    for model in apps.get_app_config("matters").get_models():
        if model is not Words and any(field.name == "matter" for field in model._meta.concrete_fields):
            yield model
