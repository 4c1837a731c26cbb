"""Every address by its name: how its arguments are made, and who is let in. An address that is not here fails the build."""

from typing import Any

from huiyin.api.acts import offered
from huiyin.matters.matter import Matter
from huiyin.matters.review import Review
from tests.addresses.kinds import (
    EVERYBODY,
    NOWHERE,
    OFFICERS,
    VISITORS,
    Address,
    _acts,
    _counter_sees,
    _papers,
    _review_acts,
    _same_office,
    _steps,
    having,
    matter,
    named,
    one,
    page,
)

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
            "portal:clocks",
            "portal:supplement",
            "portal:question",
            "portal:clarification",
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
    "desk:book": page(OFFICERS),
    "desk:book-file": Address(OFFICERS, lambda world, thing: [{"kind": "csv"}, {"kind": "xlsx"}]),
    "desk:letters": page(having("register")),
    "desk:letter-posted": Address(
        having("register"), lambda world, thing: [{"pk": NOWHERE}], answers=frozenset({404, 405})
    ),
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
            "desk:admin-organ-successions",
            "desk:admin-organ-succession-new",
            "desk:admin-posts",
            "desk:admin-post-new",
            "desk:admin-officers",
            "desk:admin-officer-new",
            "desk:admin-roster",
            "desk:admin-recoveries",
            "desk:admin-categories",
            "desk:admin-category-new",
            "desk:admin-policies",
            "desk:admin-policy-new",
            "desk:admin-routing",
            "desk:admin-routing-new",
            "desk:admin-routing-dry-run",
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
    "desk:admin-policy": named(pk="policy"),
    "desk:admin-policy-version-new": named(pk="policy"),
    "desk:admin-policy-version": named(pk="policy", version="policy_version"),
    "desk:policy": Address(OFFICERS, lambda world, thing: [{"pk": world.named["policy_version"]}]),
    **dict.fromkeys(("desk:admin-routing-rule", "desk:admin-routing-ending"), named(pk="routing")),
    "desk:proposal": Address(OFFICERS, one(pk="proposal"), of_thing=True, let_in=_same_office),
    "desk:matter": matter(ref="ref"),
    **dict.fromkeys(("desk:peek", "desk:clocks"), matter(ref="ref")),
    "desk:material": matter(ref="ref", piece="material"),
    "desk:document": Address(OFFICERS, _papers, of_thing=True, answers=frozenset({200, 404})),
    "desk:review-act": Address(OFFICERS, _review_acts, of_thing=True, answers=frozenset({200, 422})),
    "desk:act": Address(OFFICERS, _acts, of_thing=True, answers=frozenset({200, 404, 422})),
}
