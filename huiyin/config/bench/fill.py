"""Filling a home for measuring: patterns go through the gate, and their copies are written in bulk."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from huiyin.config import roles
from huiyin.config.bench.city import City
from huiyin.config.bench.copying import Copy, Pattern, Registers
from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from huiyin.matters.search import Words, tokenize
from huiyin.people.actor import Actor

BATCH = 500


def fill(city: City, matters: int, *, seed: int = 1) -> Iterator[int]:
    """Write `matters` matters, spread over the city's units and stages; yields how many stand after each batch."""
    chance = random.Random(seed)  # noqa: S311
    patterns = [_pattern(city, unit, steps, chance) for unit in range(len(city.units)) for steps in (2, 3, 4)]
    written, registers = Matter.system.count(), Registers()
    while written < matters:
        count = min(BATCH, matters - written)
        with transaction.atomic():
            copies = [
                _copied(chance.choice(patterns), written + place, registers, chance) for place in range(count)
            ]
            _write(copies)
        written += count
        yield written
    registers.close()


def _pattern(city: City, unit: int, steps: int, chance: random.Random) -> Pattern:
    at = timezone.now() - timedelta(days=3)
    people = (Person(name="廖秀英", phone="13900000001", address="安平镇河湾村三组"),)
    filing = Filing(title=words(chance, 12), text=words(chance, 160), people=people, channel="web")
    matter = register(filing, by=Actor.petitioner("import"), organ=city.office, at=at).matter
    for step in _steps(city, unit, at)[:steps]:
        step(matter)
    return Pattern(matter)


def _steps(city: City, unit: int, at: datetime) -> list[Any]:
    organ, handler = city.units[unit]
    later = [at + timedelta(hours=hour) for hour in range(1, 5)]
    return [
        lambda m: m.triage(by=city.triager, at=later[0], kind="appeal_claim", reports_wrongdoing=False),
        lambda m: m.forward(by=city.triager, at=later[1], to=organ, reason="归该单位管"),
        lambda m: m.notify(by=handler, at=later[2], route="L6", procedure="派人核实后书面答复"),
        lambda m: m.accept(by=handler, at=later[3], handler=handler.post),
    ]


def _copied(pattern: Pattern, place: int, registers: Registers, chance: random.Random) -> Copy:
    return pattern.copy(f"测{place:07d}", words(chance, 12), words(chance, 160), registers)


def _write(copies: list[Copy]) -> None:
    rows: dict[Any, list[Any]] = {}
    for own in copies:
        for row in own.rows:
            rows.setdefault(type(row), []).append(row)
        for entry, payloads in own.entries():
            rows.setdefault(Entry, []).append(entry)
            rows.setdefault(Payload, []).extend(payloads)
    for model, several in rows.items():
        model._base_manager.bulk_create(several)
    index = Words.objects.bulk_create([Words(matter=own.matter) for own in copies])
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO matters_tokens (rowid, tokens) VALUES (%s, %s)",
            [(word.pk, _tokens(own.matter)) for word, own in zip(index, copies, strict=True)],
        )


def _tokens(matter: Any) -> str:
    return " ".join(tokenize(f"{matter.number}\n{matter.title}\n{matter.place_text}\n{matter.text}"))


def analyse() -> None:
    """Let the database count what has been filled, after the last batch is committed: it plans by those figures."""
    with roles.as_owner(), connection.cursor() as cursor:  # PostgreSQL lets none but the owner
        cursor.execute("ANALYZE")


def words(chance: random.Random, length: int) -> str:
    """Text of `length` characters whose pairs are as unevenly frequent as those of real messages."""
    return "".join(chance.choices(ALPHABET, WEIGHTS, k=length))


ALPHABET = "".join(chr(0x4E00 + n * 7) for n in range(1500))
WEIGHTS = [1 / (rank + 3) for rank in range(1500)]
