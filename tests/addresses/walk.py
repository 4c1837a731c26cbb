"""Asking one address as everybody, by every method, in both languages, and noting what should not have been answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from tests.addresses.kinds import NOWHERE, Address
from tests.addresses.table import ADDRESSES
from tests.addresses.world import CANARIES, Thing, World

WITHOUT_LANGUAGE = ("healthz", "api", "api-nothing")
METHODS = ("get", "head", "options", "post")
KEEPERS = ("keeper", "other_keeper")
NEVER = frozenset({403, *range(500, 600)})
# One of each kind of asker, for what is asked too often to let all twenty ask it
FEW = ("nobody", "handler", "stranger", "keeper")
FEWEST = ("handler", "stranger")
SOME = (
    "nobody",
    "holder",
    "other",
    "handler",
    "triager",
    "administrator",
    "bureau_head",
    "stranger",
    "keeper",
)
READERS_OF_ENGLISH = ("nobody", "handler", "stranger")


@dataclass(frozen=True)
class Asking:
    """One part asks one path by one method; `thing` is what it is about, None for pages of no matter."""

    part: str
    method: str
    path: str
    thing: Thing | None
    missing: str  # the same address of something that does not exist


def findings(world: World, name: str) -> list[str]:
    """Everything wrong with one address, as sentences."""
    address = ADDRESSES[name]
    found = []
    for part in FEWEST if address.few else world.cookies:
        with transaction.atomic():
            for asking in _askings(world, name, address, part):
                found += _judged(world, address, asking)
            transaction.set_rollback(True)
    return found


def _askings(world: World, name: str, address: Address, part: str) -> Iterator[Asking]:
    things = (world.home, world.elsewhere, world.sealed) if address.of_thing else (None,)
    for thing in things:
        for place, args in enumerate(address.args(world, thing)):
            if place and part not in FEWEST:
                break
            with translation.override("zh-hans"):
                path, missing = reverse(name, kwargs=args), reverse(name, kwargs=_missing(args))
            for method in _methods(address, part, place):
                yield Asking(part, method, path, thing, missing)
            if part in READERS_OF_ENGLISH and not place and not name.startswith(WITHOUT_LANGUAGE):
                yield Asking(part, "get", f"/en{path}", thing, f"/en{missing}")


def _methods(address: Address, part: str, place: int) -> tuple[str, ...]:
    if address.few:
        return ("post",)
    return METHODS if part in SOME and not place else METHODS[:1]


def _missing(args: dict[str, Any]) -> dict[str, Any]:
    """The same arguments, naming nothing."""
    kept = ("noun", "kind", "step")
    return {
        key: value if key in kept else 0 if isinstance(value, int) else NOWHERE for key, value in args.items()
    }


def _judged(world: World, address: Address, asking: Asking) -> list[str]:
    answer = _asked(world, asking, asking.path)
    said = f"{asking.part} {asking.method} {asking.path}: {answer.status_code}"
    wrong = []
    if answer.status_code not in address.answers | address.refusals and answer.status_code in NEVER:
        wrong.append(f"{said} is never an answer")
    if asking.part not in KEEPERS and (seen := _canaries(answer)):
        wrong.append(f"{said} shows {seen}")
    if _is_theirs(address, asking):
        is_look = asking.method == "get" or asking.method == "head" and not asking.path.startswith("/api/")
        if is_look and answer.status_code not in address.answers:
            wrong.append(f"{said}, should be one of {set(address.answers)}")
    else:
        wrong += _refused(world, address, asking, answer, said)
    return wrong


def _is_theirs(address: Address, asking: Asking) -> bool:
    if asking.thing is None:
        return asking.part in address.may
    return asking.part in address.let_in(asking.thing)


def _refused(world: World, address: Address, asking: Asking, answer: Any, said: str) -> list[str]:
    """What is not theirs answers as what is not there: 404 to officers, and to the public the way to sign in or look up."""
    if asking.thing is not None and asking.part in SOME:
        nothing = _asked(world, asking, asking.missing)
        if (nothing.status_code, _body(nothing)) != (
            answer.status_code,
            _told(answer, asking),
        ) and not _is_way_in(answer):
            return [f"{said}, but {nothing.status_code} for what does not exist"]
    if _is_way_in(answer) or answer.status_code in address.refusals:
        return []
    return [f"{said}, should be refused"]


def _is_way_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer["Location"].split("?")[0].removeprefix("/en") in (
        "/desk/sign-in/",
        "/track/",
    )


def _asked(world: World, asking: Asking, path: str) -> Any:
    if path.startswith("/api/"):
        asked = {"data": "{}", "content_type": "application/json"} if asking.method == "post" else {}
        return getattr(world.program(asking.part), asking.method)(path, **asked)
    return getattr(world.browser(asking.part), asking.method)(path)


def _body(answer: Any) -> bytes:
    return b"".join(answer) if answer.streaming else bytes(answer.content)


def _told(answer: Any, asking: Asking) -> bytes:
    """What was answered, but for the address that was asked, which an answer may repeat."""
    return _body(answer).replace(asking.path.encode(), asking.missing.encode())


def _canaries(answer: Any) -> list[str]:
    told = _body(answer) + str(answer.headers).encode()
    return [canary for canary in CANARIES if canary.encode() in told]
