"""Every address by its name: how its arguments are made, and who is let in. An address that is not here fails the build."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from huiyin.api.acts import offered
from huiyin.desk.nouns import nouns
from huiyin.matters.matter import Matter
from huiyin.matters.review import Review
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


REDIRECTS = frozenset({200, 302})
POSTED = page(EVERYBODY, 405)
WRITTEN = page(OFFICERS, 405)
VISIT = page(
    VISITORS, 200, 302, refusals=frozenset({404, 405, 403})
)  # 403 asks for the code again, keeping the words
ADMIN = page(having("administer"))


def api(may: frozenset[str] = OFFICERS, *answers: int, **more: Any) -> Address:
    """An address of the API: 401 without a token, 400 or 422 for a body that says nothing, whoever sends it."""
    told = {"answers": frozenset(answers or {200}), "refusals": frozenset({400, 401, 404, 405, 422})}
    return Address(may, **told | more)


def api_matter(*answers: int, few: bool = False, **parts: str) -> Address:
    """An address of the API about one matter, or a part of it."""
    return api(OFFICERS, *answers, args=one(id="pk", **parts), of_thing=True, few=few)


API = {
    "api:openapi-json": api(EVERYBODY),
    "api:api-root": api(EVERYBODY, 404),
    "api-nothing": api(EVERYBODY, 404),
    "api:petitions": api(OFFICERS, 405),
    **dict.fromkeys(("api:matters", "api:organs"), api()),
    "api:due": api(EVERYBODY, 200, 422, args=lambda world, thing: [{"rules": "cn-2022"}]),
    **dict.fromkeys(("api:matter", "api:timeline", "api:clocks", "api:documents", "api:acts"), api_matter()),
    "api:document": api_matter(document="document"),
    **{f"api:{noun}": api_matter(405, few=True) for _, noun in offered(Matter)},
    **{f"api:{noun}": api_matter(405, few=True, review="review") for _, noun in offered(Review)},
    **dict.fromkeys(("api:approval", "api:sending_back"), api_matter(405, few=True, proposal="proposal")),
}

ADDRESSES: dict[str, Address] = API | {
    "healthz": page(EVERYBODY, 200, 503),
    **dict.fromkeys(
        ("portal:start", "portal:help", "portal:contact", "portal:accessibility", "portal:privacy"), page()
    ),
    "portal:track": page(),
    "portal:report": page(),
    "portal:display": POSTED,
    "portal:leave": POSTED,
    "portal:report_leave": POSTED,
    "portal:file": page(EVERYBODY, 302),
    "portal:check": page(EVERYBODY, 302),
    "portal:receipt": page(EVERYBODY, 302),
    "portal:receipt_pdf": page(EVERYBODY, 404),
    "portal:report_receipt": page(EVERYBODY, 302),
    "portal:step": Address(EVERYBODY, _steps, answers=REDIRECTS),
    **dict.fromkeys(
        ("portal:keep", "portal:later", "portal:files"),
        Address(EVERYBODY, _steps, answers=frozenset({405})),
    ),
    **dict.fromkeys(
        (
            "portal:matter",
            "portal:supplement",
            "portal:question",
            "portal:withdrawal",
            "portal:reopening",
            "portal:rating",
            "portal:review",
            "portal:delivery",
            "portal:transcript",
        ),
        VISIT,
    ),
    "portal:document": Address(
        VISITORS,
        one(id="opinion"),
        of_thing=True,
        let_in=lambda thing: frozenset({"other" if thing.seen_by == {"stranger"} else "holder"}),
    ),
    "desk:sign-in": page(),
    "desk:second-factor": page(EVERYBODY, 302),
    "desk:sign-out": POSTED,
    "desk:password": page(OFFICERS),
    "desk:keys": WRITTEN,
    "desk:look": WRITTEN,
    "desk:jotting": WRITTEN,
    "desk:posts": page(OFFICERS),
    "desk:inbox": page(OFFICERS),
    "desk:search": page(OFFICERS),
    "desk:proposals": page(OFFICERS),
    "desk:counter": page(having("register")),
    "desk:counter-likeness": page(having("register"), 200, 405),
    "desk:counter-receipt": Address(
        having("register"), one(pk="registration"), of_thing=True, let_in=_counter_sees
    ),
    "desk:counter-receipt-pdf": Address(
        having("register"),
        one(pk="registration"),
        of_thing=True,
        let_in=_counter_sees,
        answers=frozenset({200, 404}),
    ),
    "desk:admin": page(having("administer"), 200, 302),
    **dict.fromkeys(
        (
            "desk:admin-organs",
            "desk:admin-organ-new",
            "desk:admin-posts",
            "desk:admin-post-new",
            "desk:admin-officers",
            "desk:admin-officer-new",
            "desk:admin-roster",
            "desk:admin-recoveries",
            "desk:admin-categories",
            "desk:admin-category-new",
            "desk:admin-rules",
        ),
        ADMIN,
    ),
    "desk:admin-organ": named(pk="organ"),
    "desk:admin-post": named(pk="post"),
    "desk:admin-officer": named(pk="officer"),
    "desk:admin-officer-password": named(pk="officer"),
    "desk:admin-officer-holdings": named(pk="officer"),
    "desk:admin-officer-holding": named(pk="holding"),
    "desk:admin-recovery-agreement": named(pk="recovery"),
    "desk:admin-category": named(pk="category"),
    "desk:proposal": Address(OFFICERS, one(pk="proposal"), of_thing=True, let_in=_same_office),
    "desk:matter": matter(ref="ref"),
    "desk:peek": matter(ref="ref"),
    "desk:material": matter(ref="ref", piece="material"),
    "desk:document": Address(OFFICERS, _papers, of_thing=True, answers=frozenset({200, 404})),
    "desk:review-act": Address(OFFICERS, _review_acts, of_thing=True, answers=frozenset({200, 422})),
    "desk:act": Address(OFFICERS, _acts, of_thing=True, answers=frozenset({200, 404, 422})),
}
