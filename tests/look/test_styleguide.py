"""Every component is accessible in every mode and width, and its targets are large enough to press."""

from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.look.examples import everything

STATIC = Path(__file__).parents[2] / "huiyin/static/huiyin"
MODES = ("", "large", "contrast", "dark", "large contrast")
SMALL = """least => [...document.querySelectorAll("a[href], button, input, select, textarea")]
  .filter((one) => { const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.height < least && !one.closest("label, .pages, .ledger"); })
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def guide(page: Page, tmp_path: Path):
    """Opens the style guide in a mode, from a file beside its style sheets."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static/huiyin").symlink_to(STATIC)

    def opened(mode: str) -> Page:
        html = render_to_string("styleguide.html", everything() | {"display_mode": mode})
        (tmp_path / "guide.html").write_text(html.replace('"/static/', '"static/'), "utf-8")
        page.goto(f"file://{tmp_path}/guide.html")
        return page

    return opened


@pytest.mark.browser
@pytest.mark.parametrize("mode", MODES)
def test_the_style_guide_has_no_axe_violation(guide, mode: str) -> None:
    found = Axe().run(guide(mode))["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.browser
@pytest.mark.parametrize("mode", MODES)
def test_the_style_guide_reflows_at_320(guide, mode: str) -> None:
    page = guide(mode)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.browser
@pytest.mark.parametrize(("mode", "least"), [("", 44), ("large", 60)])
def test_what_is_pressed_is_large_enough(guide, mode: str, least: int) -> None:
    assert guide(mode).evaluate(SMALL, least) == []
