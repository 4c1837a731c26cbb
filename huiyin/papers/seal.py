"""印: the square seal 回音封存, only where something is sealed; outlines, so no font is needed."""

import tomllib
from functools import cache
from pathlib import Path

SIDE = 64
SMALL = 24


def seal(side: int = 68, name: str = "回音封存") -> str:
    """The seal as an image of `side` px (68 on screen, 74 on paper) in the current colour on its own ground.

    The classes `inner` and `bare` let a style sheet change the colour of line and letters; without one
    they are white.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="seal" role="img" aria-label="{name}"'
        f' width="{side}" height="{side}" viewBox="0 0 {SIDE} {SIDE}">{_ground(SIDE, 3)}'
        f'<path class="inner" d="M4 4h56v56H4z" fill="none" stroke="#fff" stroke-width="1.5"/>'
        f'<path class="bare" d="{_letters()}" fill="#fff"/></svg>'
    )


def mark(side: int = SMALL) -> str:
    """The seal in a line of text (24) or a table (16): one glyph, hidden, for a word stands beside it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="seal" aria-hidden="true"'
        f' width="{side}" height="{side}" viewBox="0 0 {SMALL} {SMALL}">{_ground(SMALL, 2)}'
        '<path class="inner" d="M4 4h16v16H4z" fill="none" stroke="#fff" stroke-width="1.5"/>'
        '<path class="bare" d="M7.5 7.5h9v2h-3.4v5h3.4v2h-9v-2h3.4v-5H7.5z" fill="#fff"/></svg>'
    )


def _ground(side: int, radius: int) -> str:
    return f'<rect width="{side}" height="{side}" rx="{radius}" fill="currentColor"/>'


@cache
def _letters() -> str:
    drawn = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return "".join(drawn.values())
