"""Keys act for those who asked for them, and never on what an input method is still composing."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

KEYS = Path(__file__).parents[2] / "huiyin/static/huiyin/keys.js"
LIST = """<body data-keys="{on}"><input id="q" data-key-focus="/">
<a href="#one" data-row>one</a><a href="#two" data-row>two</a>
<a href="#extension" data-key="x">x</a><a href="#inbox" data-key="g d">g d</a>
<button data-chord="Control+Enter" onclick="location.hash='registered'">go</button></body>"""


@pytest.fixture
def desk(page: Page):
    """A page with a short list, for an officer with single keys on or off."""

    def opened(on: str) -> Page:
        page.goto("about:blank")
        page.set_content(LIST.format(on=on))
        page.add_script_tag(content=KEYS.read_text("utf-8"), type="module")
        return page

    return opened


def reached(page: Page) -> str:
    """Where the last key led, a moment after it: a browser follows a link only then."""
    return page.evaluate("new Promise(done => setTimeout(() => done(location.hash), 100))")


def leads_to(page: Page, place: str) -> None:
    """The last key led to a place."""
    page.wait_for_function("place => location.hash === place", arg=place)


@pytest.mark.browser
def test_j_and_k_walk_the_list(desk) -> None:
    page = desk("on")
    for key in "jjk":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "one"


@pytest.mark.browser
def test_two_letters_one_after_another_go_to_a_place(desk) -> None:
    page = desk("on")
    page.keyboard.press("g")
    page.keyboard.press("d")
    leads_to(page, "#inbox")


@pytest.mark.browser
def test_a_letter_typed_into_a_field_is_a_letter(desk) -> None:
    page = desk("on")
    page.keyboard.press("/")
    page.keyboard.type("x")
    assert (reached(page), page.input_value("#q")) == ("", "x")


@pytest.mark.browser
def test_single_letters_rest_when_they_are_switched_off(desk) -> None:
    page = desk("")
    page.keyboard.press("x")
    assert reached(page) == ""


@pytest.mark.browser
def test_a_chord_works_while_typing(desk) -> None:
    page = desk("")
    page.focus("#q")
    page.keyboard.press("Control+Enter")
    leads_to(page, "#registered")


@pytest.mark.browser
@pytest.mark.parametrize("busy", ["isComposing: true", "keyCode: 229", "key: 'Process'"])
def test_enter_that_chooses_a_character_does_nothing_else(desk, busy: str) -> None:
    page = desk("on")
    page.evaluate(
        f"document.getElementById('q').dispatchEvent(new KeyboardEvent('keydown', "
        f"{{bubbles: true, ctrlKey: true, key: 'Enter', {busy}}}))"
    )
    assert reached(page) == ""
