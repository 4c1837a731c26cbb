"""Kinds of addresses: who may ask them, how their arguments are made, and what they answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from huiyin.desk.nouns import nouns
from tests.addresses.world import PETITIONERS, Thing, World
from tests.village import CAST

NOWHERE = UUID(int=0)
OFFICERS = frozenset(CAST)
VISITORS = frozenset({"holder", "other"})
EVERYBODY = OFFICERS | set(PETITIONERS)


def having(duty: str) -> frozenset[str]:
    """The parts of the cast whose post has a duty."""
    return frozenset(part for part, told in CAST.items() if duty in told[3])


@dataclass(frozen=True)
class Address:
    """`args` makes the arguments for a thing (None: no argument depends on a matter); nothing, where it has no such part.

    `may` are the parts let in: with a thing, those of them who see it. Where `let_in` is not the thing's own, it says.
    """

    may: frozenset[str]
    args: Callable[[World, Any], Iterable[dict[str, Any]]] = lambda world, thing: [{}]
    of_thing: bool = False
    answers: frozenset[int] = frozenset({200})
    let_in: Callable[[Thing], frozenset[str]] = lambda thing: thing.seen_by
    refusals: frozenset[int] = frozenset(
        {404, 405}
    )  # what those who are not let in may be told, beside the way in
    few: bool = False  # one of many alike: asked by one of each kind, by two methods


def page(may: frozenset[str] = EVERYBODY, *answers: int, **more: Any) -> Address:
    """A page without arguments."""
    return Address(may, answers=frozenset(answers or {200}), **more)


def named(**args: str) -> Address:
    """An administrator's page of one row."""

    def made(world: World, thing: Any) -> list[dict[str, Any]]:
        told = {arg: world.named[name] for arg, name in args.items()}
        return [told] if None not in told.values() else []

    return Address(having("administer"), made, answers=frozenset({200, 405}))


def one(**parts: str) -> Callable[[World, Any], list[dict[str, Any]]]:
    """Arguments taken from a thing's parts; none where it lacks one."""

    def made(world: World, thing: Thing) -> list[dict[str, Any]]:
        told = {arg: getattr(thing, part) for arg, part in parts.items()}
        return [told] if None not in told.values() else []

    return made


def matter(**parts: str) -> Address:
    """A page of one matter, or of a part of it."""
    return Address(OFFICERS, one(**parts), of_thing=True)


def _papers(world: World, thing: Thing) -> list[dict[str, Any]]:
    told = one(ref="ref", paper="document")(world, thing)
    return [args | {"kind": "docx"} for args in told] + [args | {"kind": "exe"} for args in told]


def _acts(world: World, thing: Thing) -> list[dict[str, Any]]:
    return [{"ref": thing.ref, "noun": noun} for noun in sorted(nouns().values())]


def _review_acts(world: World, thing: Thing) -> list[dict[str, Any]]:
    return [args | {"noun": "review-decision"} for args in one(ref="ref", review="review")(world, thing)]


def _counter_sees(thing: Thing) -> frozenset[str]:
    return thing.seen_by & having("register")


def _same_office(thing: Thing) -> frozenset[str]:
    return thing.seen_by & frozenset({"handler", "head", "second", "stranger"})


def _steps(world: World, thing: Any) -> list[dict[str, str]]:
    return [{"step": step} for step in ("kind", "story", "letter", "place", "who", "contacts")]
