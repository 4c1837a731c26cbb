"""Filling a home for measuring: patterns go through the gate, and their copies are written in bulk."""

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from huiyin.config import roles
from huiyin.config.bench import course
from huiyin.config.bench.city import City
from huiyin.config.bench.copying import Pattern, Registers, columns
from huiyin.config.bench.course import Place, Step
from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from huiyin.matters.search import Words, tokenize
from huiyin.people.actor import Actor

BATCH = 500
SHARES = (1, 1, 3, 8, 3, 2, 2, 2, 3, 2)
"""Of how many matters each number of steps is done: most wait for acceptance, for an act that is measured needs them."""


def fill(city: City, matters: int, *, seed: int = 1) -> Iterator[int]:
    """Write matters until `matters` stand, spread over units and stages; yields how many stand after each batch."""
    chance = random.Random(f"{seed} {Matter.system.count()}")  # noqa: S311
    patterns = [(_pattern(unit, course.STEPS[:done], chance), SHARES[done]) for unit, done in places(city)]
    written, registers = Matter.system.count(), Registers()
    while written < matters:
        count = min(BATCH, matters - written)
        chosen = chance.choices(*zip(*patterns, strict=True), k=count)
        numbered = [(one, f"测{written + place:07d}") for place, one in enumerate(chosen)]
        with transaction.atomic():
            _write(numbered, registers, chance)
        written += count
        yield written
    registers.close()


def places(city: City) -> Iterator[tuple[Place, int]]:
    """Each unit with each number of steps after which a matter of its stands; what has not left the office, once."""
    for unit in city.units:
        for done in range(len(course.STEPS) + 1):
            if done >= course.AT_THE_UNIT or unit == city.units[0]:
                yield Place(city, unit), done


def _pattern(place: Place, steps: list[Step], chance: random.Random) -> Pattern:
    at = timezone.now() - timedelta(days=3)
    matter = register(filing(chance), by=Actor.petitioner("import"), organ=place.city.office, at=at).matter
    for hour, step in enumerate(steps, 1):
        step(matter, place, at + timedelta(hours=hour))
    return Pattern(matter)


def filing(chance: random.Random) -> Filing:
    """What somebody files who asks for one thing."""
    people = (Person(name="廖秀英", phone="13900000001", address="安平镇河湾村三组"),)
    told = {"title": words(chance, 12), "text": words(chance, 160), "wishes": ("重新量一次",)}
    return Filing(people=people, channel="web", **told)


def _write(several: list[tuple[Pattern, str]], registers: Registers, chance: random.Random) -> None:
    """So many copies, each of its pattern and under its number."""
    rows: dict[Any, list[Any]] = {}
    tokens = []
    for pattern, number in several:
        title, text = words(chance, 12), words(chance, 160)
        own = pattern.copy(number, title, text, registers)
        for model, values in chain(own.rows(), own.record()):
            rows.setdefault(model, []).append(values)
        said = f"{number}\n{title}\n{pattern.matter.place_text}\n{text}"
        tokens.append((own.pk, " ".join(tokenize(said))))
    with connection.cursor() as cursor:
        for model, written in rows.items():
            cursor.executemany(_insertion(model), written)
        index = Words.objects.bulk_create([Words(matter_id=pk) for pk, _ in tokens])
        cursor.executemany(
            "INSERT INTO matters_tokens (rowid, tokens) VALUES (%s, %s)",
            [(word.pk, told) for word, (_, told) in zip(index, tokens, strict=True)],
        )


def _insertion(model: Any) -> str:
    names = [field.column for field in columns(model)]
    quoted = ", ".join(map(connection.ops.quote_name, names))
    marks = ", ".join(["%s"] * len(names))
    return f"INSERT INTO {model._meta.db_table} ({quoted}) VALUES ({marks})"  # noqa: S608


def analyse() -> None:
    """Let the database count what has been filled, after the last batch is committed: it plans by those figures."""
    with roles.as_owner(), connection.cursor() as cursor:  # PostgreSQL lets none but the owner
        cursor.execute("ANALYZE")


def words(chance: random.Random, length: int) -> str:
    """Text of `length` characters whose pairs are as unevenly frequent as those of real messages."""
    return "".join(chance.choices(ALPHABET, WEIGHTS, k=length))


ALPHABET = "".join(chr(0x4E00 + n * 7) for n in range(1500))
WEIGHTS = [1 / (rank + 3) for rank in range(1500)]
