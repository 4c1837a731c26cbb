"""Every real page, by name: whose browser opens it, where it stands, and what is pressed to bring it into its state."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from huiyin.desk.finding import act_address, address_of
from tests.addresses.world import World
from tests.desk.signed_in import signed_in
from tests.matters import stages

GO = "main form button.solid, main form button.danger, .actbar button.solid"


def still(page: Page) -> None:
    """The page as it opens."""


def sent_empty(page: Page) -> None:
    """After its form was sent as it stands."""
    page.locator(GO).last.click()


def act_sent_empty(page: Page) -> None:
    """After the act's button at the foot was pressed on an empty form."""
    page.locator(".actbar button.solid").click()


def looked_up_wrongly(page: Page) -> None:
    """After number and code that open nothing."""
    page.get_by_label("案号").fill("明信2026-01-9999")
    page.get_by_label("查询码").fill("4821 7730 5196 0380")
    page.locator(GO).click()


@dataclass(frozen=True)
class Place:
    """One page in one state."""

    part: str  # whose browser: of the cast, a petitioner of tests.addresses.world, or "writer" with a draft
    path: str
    state: Callable[[Page], None] = still


def first_places(world: World, matters: dict[str, Any]) -> dict[str, Place]:
    """The pages that change most: seen by `make test`."""
    fresh, accepted = matters["fresh"], matters["accepted"]
    return {
        "start": Place("nobody", "/"),
        "story, refused": Place("blank", "/file/story/", sent_empty),
        "receipt": Place("filed", "/file/receipt/"),
        "track, not found": Place("nobody", "/track/", looked_up_wrongly),
        "progress": Place("holder", "/track/matter/"),
        "inbox": Place("handler", "/desk/"),
        "matter": Place("handler", address_of(accepted)),
        "act, refused": Place("triager", act_address(fresh, "triage"), act_sent_empty),
        "counter": Place("registrar", "/desk/counter/"),
    }


def all_places(world: World, matters: dict[str, Any]) -> dict[str, Place]:
    """Every page, but for the acts."""
    steps = ("kind", "story", "letter", "place", "who", "contacts")
    petitioner = ("supplement", "question", "withdrawal", "rating", "review", "recusal", "conduct", "agent")
    admin = ("organs", "organs/new", "organs/successions", "organs/successions/new",
             "posts", "posts/new", "officers", "officers/new", "roster", "recoveries",
             "categories", "categories/new", "policies", "policies/new", "routing",
             "routing/new", "routing/dry-run", "rules", "templates", "templates/D06")  # fmt: skip
    places = first_places(world, matters)
    for words in ("help", "contact", "accessibility", "privacy", "report", "track", "no-such-page"):
        places[words] = Place("nobody", f"/{words}/")
    places["start, in English"] = Place("nobody", "/en/")
    places["report, refused"] = Place("nobody", "/report/", sent_empty)
    places["receipt of a report"] = Place("reporter", "/report/receipt/")
    places["track, refused"] = Place("nobody", "/track/", sent_empty)
    for step in steps:
        places[f"step {step}"] = Place("writer", f"/file/{step}/")
        places[f"step {step}, refused"] = Place("blank", f"/file/{step}/", sent_empty)
    places["check"] = Place("writer", "/file/check/")
    places["check, refused"] = Place("writer", "/file/check/", sent_empty)
    for act in petitioner:
        places[f"petitioner's {act}"] = Place("answered", f"/track/matter/{act}/")
        places[f"petitioner's {act}, refused"] = Place("answered", f"/track/matter/{act}/", sent_empty)
    places["own data"] = Place("answered", "/track/matter/own-data/")
    places["contact correction"] = Place("answered", "/track/matter/own-data/contact/")
    places["clocks"] = Place("answered", "/track/matter/clocks/")
    places["clocks on the desk"] = Place("handler", f"{address_of(matters['drafted'])}clocks/")
    places["delivery"] = Place("waiter", "/track/matter/delivery/")
    places["linked progress"] = Place("linked", "/track/matter/")
    places["petitioner's unlinking"] = Place("linked", "/track/matter/unlinking/")
    places["petitioner's unlinking, refused"] = Place("linked", "/track/matter/unlinking/", sent_empty)
    places["perhaps the same"] = Place("triager", f"{address_of(matters['triaged'])}likeness/")
    places["progress of one of two"] = Place("halved", "/track/matter/")
    places["sign-in"] = Place("nobody", "/desk/sign-in/")
    places["sign-in, refused"] = Place("nobody", "/desk/sign-in/", sent_empty)
    for place in ("password/", "posts/", "search/?q=水渠", "search/?q=", "proposals/", "?view=all"):
        places[f"desk {place}"] = Place("handler", f"/desk/{place}")
    for part in ("triager", "supervisor", "leader", "keeper", "stranger", "bureau_head"):
        places[f"inbox of {part}"] = Place(part, "/desk/")
    for place in admin:
        places[f"admin {place}"] = Place("administrator", f"/desk/admin/{place}/")
    places["admin organ"] = Place("administrator", f"/desk/admin/organs/{world.named['organ']}/")
    places["admin post"] = Place("administrator", f"/desk/admin/posts/{world.named['post']}/")
    places["admin officer"] = Place("administrator", f"/desk/admin/officers/{world.named['officer']}/")
    places["admin routing rule"] = Place("administrator", f"/desk/admin/routing/{world.named['routing']}/")
    places["admin holding"] = Place("administrator", f"/desk/admin/holdings/{world.named['holding']}/")
    policy, version = world.named["policy"], world.named["policy_version"]
    places["admin policy"] = Place("administrator", f"/desk/admin/policies/{policy}/")
    places["admin policy version"] = Place(
        "administrator", f"/desk/admin/policies/{policy}/versions/{version}/"
    )
    places["policy"] = Place("handler", f"/desk/policies/{version}/")
    places["book"] = Place("triager", "/desk/book/?since=2026-01-01")
    places["book, refused"] = Place("triager", "/desk/book/?since=2026-12-01&until=2026-01-01")
    named = world.named
    places["batches"] = Place("registrar", "/desk/batches/")
    places["arrival, new"] = Place("registrar", "/desk/batches/arrivals/new/")
    places["arrival, refused"] = Place("registrar", "/desk/batches/arrivals/new/", sent_empty)
    places["arrival"] = Place("registrar", f"/desk/batches/arrivals/{named['arrival']}/")
    places["batch"] = Place("registrar", f"/desk/batches/{named['batch']}/")
    places["batch, refused"] = Place("registrar", f"/desk/batches/{named['batch']}/", sent_empty)
    places["answers"] = Place("registrar", "/desk/batches/answers/")
    places["book with names"] = Place("handler", "/desk/book/names/")
    places["book with names, refused"] = Place("handler", "/desk/book/names/", sent_empty)
    places["asking for names"] = Place("head", f"/desk/book/names/{named['unmasking']}/")
    places["figures"] = Place("supervisor", "/desk/figures/?since=2026-01-01&until=2026-12-31")
    places["figures, refused"] = Place("supervisor", "/desk/figures/?since=2026-12-01&until=2026-01-01")
    places["figure methods"] = Place("supervisor", "/desk/figures/methods/")
    places["figure by organ"] = Place(
        "supervisor", "/desk/figures/replied/?since=2026-01-01&until=2026-12-31"
    )
    places["figure rows"] = Place(
        "supervisor",
        "/desk/figures/answered/answered+unanswered+still_time/?since=2026-01-01&until=2026-12-31",
    )
    places["annual report"] = Place("supervisor", "/desk/annual-report/?year=2026")
    places["annual report, refused"] = Place("supervisor", "/desk/annual-report/?year=1")
    places["inspection packs"] = Place("keeper", "/desk/inspection-packs/")
    places["inspection packs, refused"] = Place("keeper", "/desk/inspection-packs/", sent_empty)
    places["letters"] = Place("registrar", "/desk/letters/")
    places["counter, refused"] = Place("registrar", "/desk/counter/", sent_empty)
    places["counter receipt"] = Place("registrar", f"/desk/counter/receipts/{world.home.registration}/")
    places["proposal"] = Place("head", f"/desk/proposals/{world.home.proposal}/")
    places["reviewed matter"] = Place("reviewer", f"/desk/matters/{world.home.ref}/")
    places["sealed matter"] = Place("keeper", f"/desk/matters/{world.sealed.ref}/")
    places["no such matter"] = Place("stranger", f"/desk/matters/{world.home.ref}/")
    return places


def act_places(village: Any, matters: dict[str, Any]) -> dict[str, Place]:
    """Each act's page once, as the matter's own page offers it at some stage, and the same refused."""
    found: dict[str, Place] = {}
    for part, matter in (
        (part, matter) for matter in matters.values() for part in ("triager", "handler", "reviewer")
    ):
        page = signed_in(getattr(village, part)).get(address_of(matter))
        for act in page.context["acts"] if page.status_code == 200 else ():
            noun = act["url"].rstrip("/").rpartition("/")[2]
            found.setdefault(f"act {noun}", Place(part, act["url"]))
            found.setdefault(f"act {noun}, refused", Place(part, act["url"], act_sent_empty))
    return found


def matters_at_stages(village: Any) -> dict[str, Any]:
    """A matter at each stage that has acts of its own."""
    made = {
        "fresh": stages.registered_matter,
        "triaged": stages.triaged_matter,
        "forwarded": stages.forwarded_matter,
        "notified": stages.notified_matter,
        "accepted": stages.accepted_matter,
        "investigated": stages.investigated_matter,
        "drafted": stages.drafted_matter,
        "replied": stages.replied_matter,
        "delivered": stages.delivered_matter,
    }
    return {name: make(village) for name, make in made.items()}
