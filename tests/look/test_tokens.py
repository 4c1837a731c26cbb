"""Every pair of colours is readable in every mode, computed from the style sheet and not by eye (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "huiyin/static/huiyin/tokens.css"
TEXT, SHAPE = 4.5, 3.0

GROUNDS = ("paper", "sheet", "sunk", "qing-tint")
TEXTS = [
    (ink, ground)
    for ink in ("ink", "ink2")
    for ground in (*GROUNDS, "zhu-tint", "zhe-tint", "song-tint", "dai-tint")
]
TEXTS += [("ink3", ground) for ground in ("paper", "sheet", "sunk", "qing-tint")]
TEXTS += [
    (colour, ground)
    for colour in ("qing", "link", "visited", "zhu", "zhe", "song")
    for ground in ("paper", "sheet")
]
TEXTS += [
    ("qing", "qing-tint"),
    ("link", "qing-tint"),
    ("link", "song-tint"),
    ("zhu", "qing-tint"),
    ("zhe", "qing-tint"),
]
TEXTS += [(colour, f"{colour}-tint") for colour in ("zhu", "zhe", "song", "dai")]
TEXTS += [("on-act", "act"), ("on-act", "act-down"), ("on-seal", "seal")]
SHAPES = [
    ("field", "paper"),
    ("field", "sheet"),
    ("ring", "paper"),
    ("ring", "sheet"),
    ("act", "paper"),
    ("act", "sheet"),
]
SHAPES += [("seal", "paper"), ("seal", "qing-tint"), ("qing", "sunk")]

BLOCKS = {
    "light": r":root \{(.*?)\n\}",
    "dark": r'\n:root\[data-mode~="dark"\] \{(.*?)\n\}',
    "auto": r'  :root\[data-mode~="auto"\] \{(.*?)\n  \}',
    "contrast": r'\n:root\[data-mode~="contrast"\] \{(.*?)\n\}',
    "print": r"  :root:root \{(.*?)\n  \}",
}


def tokens(mode: str) -> dict[str, str]:
    """The colours of a mode by name, as six hexadecimal digits; what a mode leaves out it takes from light."""
    found = re.search(BLOCKS[mode], CSS.read_text("utf-8"), re.S)
    assert found, f"tokens.css has no block for {mode}"
    named = {name: _six(value) for name, value in re.findall(r"--([\w-]+): #([0-9A-Fa-f]{3,6})\b", found[1])}
    return named if mode == "light" else tokens("light") | named


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", BLOCKS)
def test_text_is_readable_on_every_ground(mode: str) -> None:
    colours = tokens(mode)
    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXTS}
    assert {pair: round(ratio, 2) for pair, ratio in faint.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("mode", [mode for mode in BLOCKS if mode != "print"])
def test_borders_buttons_and_focus_are_seen(mode: str) -> None:
    colours = tokens(mode)
    pairs = [pair for pair in SHAPES if not (mode == "dark" and pair[0] == "act")]
    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in faint.items() if ratio < SHAPE} == {}


def test_a_desk_that_follows_its_system_is_as_dark_as_a_chosen_one() -> None:
    assert tokens("auto") == tokens("dark")


def test_high_contrast_has_no_tints() -> None:
    colours = tokens("contrast")
    assert {colours[name] for name in colours if name.endswith("-tint")} == {colours["paper"]}


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _six(value: str) -> str:
    return value if len(value) == 6 else "".join(2 * digit for digit in value)
