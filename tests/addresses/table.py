"""Every address by its name: how its arguments are made, and who is let in. An address that is not here fails the build."""

from typing import Any

from tests.addresses.api_table import API
from tests.addresses.kinds import (
    EVERYBODY,
    NOWHERE,
    OFFICERS,
    Address,
    _acts,
    _counter_sees,
    _papers,
    _review_acts,
    _same_office,
    having,
    matter,
    named,
    one,
    page,
)
from tests.addresses.portal_table import PORTAL, POSTED

WRITTEN = page(OFFICERS, 405)
READ_FIGURES = having("supervise") | having("head") | having("triage") | having("lead")
OFFICE = frozenset(
    {"triager", "supervisor", "county_triager", "stranger"}
)  # they decide at a petition office
ADMIN = page(having("administer"))


BATCH_READERS = frozenset({"registrar", "triager", "administrator", "other_administrator"})


def _of_file(name: str, may: Any, **more: str) -> Address:
    """A page of a file that came in or goes out: for those of its own office."""
    answers = frozenset({200, 302, 405, 422})
    return Address(frozenset(may), lambda world, thing: [{"pk": world.named[name]} | more], answers=answers)


ADDRESSES: dict[str, Address] = (
    API
    | PORTAL
    | {
        "healthz": page(EVERYBODY, 200, 503),
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
        "desk:batches": page(having("register") | having("administer")),
        "desk:batches-arrival-new": page(having("register")),
        "desk:batches-arrival": _of_file("arrival", {"registrar"}),
        "desk:batches-batch": _of_file("batch", BATCH_READERS),
        "desk:batches-undoing": _of_file("batch", BATCH_READERS & having("register")),
        "desk:batches-answers": page(having("register")),
        "desk:batches-answers-file": Address(
            having("register"), lambda world, thing: [{"kind": "csv"}], answers=frozenset({404})
        ),
        "desk:book-unmaskings": page(OFFICERS),
        "desk:book-unmasking": _of_file("unmasking", {"handler", "head"}),
        "desk:book-unmasked-file": _of_file("unmasking", {"handler", "head"}, kind="csv"),
        **dict.fromkeys(("desk:figures", "desk:figures-methods"), page(READ_FIGURES)),
        "desk:annual-report": page(OFFICE),
        "desk:annual-report-file": Address(OFFICE, lambda world, thing: [{"year": 2026, "kind": "docx"}]),
        "desk:inspection-packs": page(having("seal_keeper")),
        **dict.fromkeys(
            ("desk:inspection-pack-approval", "desk:inspection-pack-taking"),
            Address(
                having("seal_keeper"),
                lambda world, thing: [{"stream": NOWHERE}],
                answers=frozenset({404, 405}),
            ),
        ),
        "desk:figures-at-organs": Address(READ_FIGURES, lambda world, thing: [{"indicator": "replied"}]),
        "desk:figures-rows": Address(
            READ_FIGURES, lambda world, thing: [{"indicator": "replied", "part": "in_time+late"}]
        ),
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
                "desk:admin-templates",
            ),
            ADMIN,
        ),
        "desk:admin-template": Address(having("administer"), lambda world, thing: [{"kind": "D06"}]),
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
        "desk:likeness": Address(OFFICERS, one(ref="ref"), of_thing=True, answers=frozenset({404})),
        "desk:material": matter(ref="ref", piece="material"),
        "desk:case-file": Address(
            OFFICERS,
            lambda world, thing: [{"ref": thing.ref, "kind": "zip"}, {"ref": thing.ref, "kind": "pdf"}],
            of_thing=True,
            answers=frozenset({200, 404}),
        ),
        "desk:document": Address(OFFICERS, _papers, of_thing=True, answers=frozenset({200, 404})),
        "desk:review-act": Address(OFFICERS, _review_acts, of_thing=True, answers=frozenset({200, 422})),
        "desk:act": Address(OFFICERS, _acts, of_thing=True, answers=frozenset({200, 404, 422})),
    }
)
