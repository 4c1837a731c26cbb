"""axe finds nothing on any real page: on a phone of 320 pixels, on a desk of 1280, in every mode."""

from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError

from tests.addresses.world import SEALED, World, world
from tests.look import pages
from tests.matters import stages
from tests.portal.walk import fill_in, hand_in, look_up

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (320, 1280)
PATIENCE = 10_000  # ms
# Large letters are tightest on a phone; what contrast and dark change, they change at every width.
LOOKS = (("", 320), ("", 1280), ("large", 320), ("contrast", 1280), ("dark", 1280))


@pytest.fixture
def city(live_server, village) -> World:
    """Everybody's browsers: the cast's, the petitioners', and of people who are still writing."""
    made = world(village)
    made.cookies["writer"], made.cookies["filed"], made.cookies["blank"] = _writing()
    made.cookies["reporter"] = _reporting()
    made.cookies["waiter"] = _waiting(village)
    made.cookies["answered"] = _answered(village)
    made.cookies["linked"] = _linked(village)
    made.cookies["halved"] = _halved(village)
    return made


def _writing() -> tuple[Any, Any, Any]:
    writer, filed, blank = Client(), Client(), Client()
    fill_in(writer)
    fill_in(filed)
    hand_in(filed)
    blank.post("/file/kind/", {"kind": "claim"})
    return writer.cookies, filed.cookies, blank.cookies


def _reporting() -> Any:
    client = Client()
    client.post("/report/", SEALED)
    return client.cookies


def _waiting(village: Any) -> Any:
    """Somebody whose answer waits to be collected."""
    matter = stages.replied_matter(village, e_delivery=True)
    matter.attempt_delivery(by=village.actor(village.handler), method="electronic")
    return _following(matter)


def _linked(village: Any) -> Any:
    """Somebody who came again about what is being answered."""
    live, again = stages.accepted_matter(village), stages.triaged_matter(village)
    again.link(by=village.actor(village.triager), live=live, reason="石桥村同一条灌溉渠")
    return _following(again)


def _halved(village: Any) -> Any:
    """Somebody who raised two matters in one."""
    matter = stages.triaged_matter(village, wishes=("修好灌溉渠", "补发低保"))
    told = {"title": "低保停发", "text": "去年十月停发了低保。", "reason": "两个单位办"}
    matter.split(by=village.actor(village.triager), positions="2", **told)
    return _following(matter)


def _answered(village: Any) -> Any:
    """Somebody whose answer has come, and who may rate it or ask for a review."""
    return _following(stages.delivered_matter(village, at=timezone.now()))


def _following(matter: Any) -> Any:
    client = Client()
    look_up(client, matter.number, matter.receipts.get().shown)
    return client.cookies


@pytest.fixture
def found(chromium: Browser, live_server, city: World):
    """Opens every place at a width in a mode; what axe finds there, by the place's name."""

    def on(places: dict[str, pages.Place], width: int, mode: str = "") -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for part in {place.part for place in places.values()}:
            context = chromium.new_context(viewport={"width": width, "height": 800}, locale="zh-CN")
            context.add_cookies(_cookies(city, part, mode, live_server.url))
            for name, place in places.items():
                if place.part == part:
                    seen[name] = _violations(context, live_server.url, place)
            context.close()
        return {name: violations for name, violations in seen.items() if violations}

    return on


def told(found: dict[str, Any]) -> str:
    """What was found, a line a page."""
    return "\n".join(f"{name}: {violations}" for name, violations in found.items())


def _violations(context: BrowserContext, url: str, place: pages.Place) -> list[Any]:
    with context.new_page() as page:
        return _on_page(page, url, place)


def _on_page(page: Page, url: str, place: pages.Place) -> list[Any]:
    page.set_default_timeout(PATIENCE)
    page.goto(url + place.path)
    try:
        place.state(page)
    except TimeoutError as error:
        return [("cannot be brought into its state", str(error))]
    page.wait_for_load_state()
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = [
        (one["id"], [node["target"] for node in one["nodes"]][:4]) for one in Axe().run(page)["violations"]
    ]
    return found + ([("scrolls sideways", wide)] if wide > 0 else [])


def _cookies(city: World, part: str, mode: str, url: str) -> list[dict[str, str]]:
    kept = {name: morsel.value for name, morsel in city.cookies.get(part, {}).items()}
    kept |= {"display": "" if mode == "dark" else mode, "desk-display": mode} if mode else {}
    return [{"name": name, "value": value, "url": url} for name, value in kept.items()]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_that_change_most_have_no_violation(found, city, village, width) -> None:
    matters = {"fresh": stages.registered_matter(village), "accepted": stages.accepted_matter(village)}
    assert told(found(pages.first_places(city, matters), width)) == ""


@pytest.mark.long
@pytest.mark.sqlite  # what a page looks like is the same on both engines
@pytest.mark.parametrize(("mode", "width"), LOOKS)
def test_no_page_has_a_violation(found, city, village, mode, width) -> None:
    matters = pages.matters_at_stages(village)
    assert told(found(pages.all_places(city, matters), width, mode)) == ""


@pytest.mark.long
@pytest.mark.sqlite  # what a page looks like is the same on both engines
@pytest.mark.parametrize("width", WIDTHS)
def test_no_act_has_a_violation(found, city, village, width) -> None:
    matters = pages.matters_at_stages(village)
    places = pages.act_places(village, matters)
    assert len(places) > 40
    assert told(found(places, width)) == ""
