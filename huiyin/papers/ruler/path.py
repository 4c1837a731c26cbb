"""时尺 of what is still to come: the steps the law sets, before anything has happened; upright or level."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from huiyin.papers.ruler import svg

SCALE = 4
BAND = 10
LONG = 34


@dataclass(frozen=True)
class Step:
    """One step, `days` after the first by law. clock: a legal clock runs from the step before to this."""

    days: int
    title: str
    note: str = ""
    clock: bool = False


@dataclass(frozen=True)
class Stretch:
    """A step and the piece of ruler that hangs below it, down to the next step."""

    svg: str
    title: str
    note: str


def vertical(steps: Sequence[Step], scale: int = SCALE) -> tuple[Stretch, ...]:
    """The upright ruler for a phone, one stretch for each <li>; 4 px a day, 6 for large print."""
    drawn = [_stretch(one, two, scale) for one, two in pairwise(steps)]
    end = svg.drawing(str(LONG), 3, _mark(1.5, 3), "upright")
    pieces = zip([*drawn, end], steps, strict=True)
    return tuple(Stretch(piece, step.title, step.note) for piece, step in pieces)


def level(steps: Sequence[Step], width: int, band: int = 12) -> str:
    """The same steps lying down over `width` px, a tick a day: the start page and the printed receipt."""
    day, height = width / max(steps[-1].days, 1), band + 34
    body = ""
    for one, two in pairwise(steps):
        x, wide = one.days * day, (two.days - one.days) * day
        if two.clock:
            body += svg.strokes((x, 8, wide, band), "ruler-hatch ruler-to-come")
        else:
            body += svg.level((svg.num(x), svg.num(x + wide)), 8 + band / 2, 2, "ruler-idle")
    for count in range(1, steps[-1].days):
        long = 14 if count % 10 == 0 else 8 if count % 5 == 0 else 4
        body += svg.vertical(svg.num(count * day), (band + 10, band + 10 + long), 1, "ruler-tick")
    for step in steps:
        last = step is steps[-1]
        x = min(max(step.days * day, 0.75), width - 1.5)
        body += svg.vertical(svg.num(x), (1, height), 3 if last else 1.5, "ruler-mark")
    return svg.drawing(str(width), height, body, "level")


def _stretch(one: Step, two: Step, scale: int) -> str:
    days = two.days - one.days
    height = days * scale
    if two.clock:
        body = svg.strokes((0, 0, BAND, height), "ruler-hatch ruler-to-come")
        sides = f"M0.5 0v{height}M{BAND - 0.5} 0v{height}"
        body += f'<path class="ruler-hatch ruler-to-come" d="{sides}" stroke-width="1"/>'
    else:
        body = svg.vertical(str(BAND / 2), (0, height), 2, "ruler-idle")
    for day in range(5, days, 5):
        x = ("22", "32") if day % 10 == 0 else ("27", "32")
        body += svg.level(x, day * scale, 1, "ruler-tick")
    return svg.drawing(str(LONG), height, body + _mark(0.75, 1.5), "upright")


def _mark(y: float, stroke: float) -> str:
    return svg.level(("0", str(LONG)), y, stroke, "ruler-mark")
