"""时尺 in full: one matter's legal time, drawn on its own axis."""

from dataclasses import dataclass
from datetime import date

from huiyin.papers.ruler import labels, sentence, svg
from huiyin.papers.ruler.axis import Axis, axis_of
from huiyin.papers.ruler.sentence import Row
from huiyin.papers.ruler.span import Span


@dataclass(frozen=True)
class Size:
    """What differs between places: the px labels are fitted to, the band's height, the labels' size."""

    nominal: int
    band: int
    label: int
    today_runs_down: bool = False

    @property
    def top(self) -> int:
        """The top edge of the band: today's label and flag stand above it."""
        return self.label + 20

    @property
    def bottom(self) -> int:
        """The lower edge of the band."""
        return self.top + self.band


SIZES = {
    "phone": Size(nominal=328, band=10, label=16),
    "large": Size(nominal=328, band=10, label=22),
    "narrow": Size(nominal=364, band=8, label=14),
    "desk": Size(nominal=700, band=12, label=14),
    "matter": Size(nominal=1100, band=12, label=14, today_runs_down=True),
}


@dataclass(frozen=True)
class Ruler:
    """The drawing and its words: `left` (还有 41 天) then `day`, or `sentence` alone; `rows` for a list."""

    svg: str
    state: str
    left: str
    day: str
    sentence: str
    rows: tuple[Row, ...]


def full(span: Span, width: str = "desk", lang: str = "zh") -> Ruler:
    """Draw a span for a place: phone, large (大字), narrow (peek), desk, or matter (over its tracks)."""
    size = SIZES[width]
    axis = axis_of(span, size.nominal)
    below = labels.below(span, axis, size.label, lang)
    rows = 1 + max((label.row for label in below), default=0)
    height = size.bottom + 11 + round(size.label * (0.35 + 1.6 * (rows - 1) + 1))
    body = _bands(span, axis, size) + _ticks(span, axis, size) + _marks(span, axis, size)
    body += "".join(_below(label, axis, size) for label in below) + _above(span, axis, (size, height), lang)
    return Ruler(
        svg=svg.drawing("100%", height, body, width),
        state=span.state,
        left=sentence.left(span, lang),
        day=sentence.day(span, lang),
        sentence=sentence.text(span, lang),
        rows=sentence.rows(span, lang),
    )


def _bands(span: Span, axis: Axis, size: Size) -> str:
    """Lines where no clock runs, solid where it ran, hatch where it runs on, red hatch past the end."""
    middle, due = size.top + size.band / 2, span.due or span.until
    run = min(span.until, due)
    drawn = []
    if span.accepted and span.accepted > span.received:
        drawn.append(svg.level((axis.x(span.received), axis.x(span.accepted)), middle, 2, "ruler-idle"))
    if span.until < due:
        still = span.today if span.state == "paused" else span.until
        idle = due if span.ended else still
        if idle > run:
            drawn.append(svg.level((axis.x(run), axis.x(idle)), middle, 2, "ruler-idle"))
        if not span.ended:
            drawn.append(_hatch((max(still, run), due), axis, size, "to-come"))
    if span.longest_open and span.due:
        dots = (axis.x(span.asked or span.due), axis.x(span.longest_open))
        drawn.append(svg.level(dots, middle, 2, "ruler-longest"))
    if span.until > due:
        drawn.append(_hatch((max(due, span.start), span.until), axis, size, "late"))
    if span.asked and span.due:
        room = (axis.width(span.due, span.asked), size.band - 1)
        drawn.append(svg.rect(axis.x(span.due), size.top + 0.5, room, "ruler-asked"))
    ran = (axis.width(span.start, run), size.band)
    drawn.append(svg.rect(axis.x(span.start), size.top, ran, "ruler-elapsed"))
    return "".join(drawn)


def _hatch(days: tuple[date, date], axis: Axis, size: Size, kind: str) -> str:
    where = (axis.x(days[0]), size.top, (axis.width(*days), size.band))
    tile, definition = svg.pattern(f"{where}{axis}", f"ruler-hatch ruler-{kind}")
    return f"<defs>{definition}</defs>" + svg.hatched(*where, f"ruler-frame ruler-{kind}", tile)


def _ticks(span: Span, axis: Axis, size: Size) -> str:
    under = size.bottom + 3
    return "".join(
        svg.vertical(x, (under, under + (7 if long else 3)), 1, "ruler-tick")
        for x, long in axis.ticks(span.start, span.last)
    )


def _marks(span: Span, axis: Axis, size: Size) -> str:
    low, high = size.bottom + 10, size.top - 4
    thin = [span.received, span.accepted, span.old_due, span.due if span.asked else None]
    drawn = [svg.vertical(axis.x(day), (high, low), 1.5, "ruler-mark") for day in thin if day]
    if span.old_due:
        drawn.insert(0, svg.vertical(axis.x(span.old_due), (size.top, size.bottom), 4.5, "ruler-gap"))
    if span.longest_open:
        drawn.append(svg.vertical(axis.x(span.longest_open), (high, low), 1.5, "ruler-tick"))
    strong = span.asked or span.due
    if strong:
        colour = f"ruler-mark ruler-due ruler-is-{span.state}"
        drawn.append(svg.vertical(axis.x(strong), (high - 4, low), 3, colour))
        if span.asked or span.old_due:
            drawn.append(svg.vertical(axis.x(strong), (low, low + 20), 1, "ruler-mark"))
    return "".join(drawn)


def _below(label: labels.Label, axis: Axis, size: Size) -> str:
    kind = "ruler-label ruler-strong" if label.mark in ("due", "new") else "ruler-label"
    y = size.bottom + 11 + size.label + label.row * 1.6 * size.label
    return svg.label(axis.x(label.day), y, label.said, kind, anchor=label.anchor, size=size.label)


def _above(span: Span, axis: Axis, room: tuple[Size, int], lang: str) -> str:
    """Today, or the day it ended, with its flag over the band."""
    size, height = room
    mark, day = ("ended", span.ended) if span.ended else ("today", max(span.today, span.received))
    label = labels.placed(labels.Label(mark, day, labels.said(mark, day, lang), "middle"), axis, size.label)
    foot = height if size.today_runs_down and mark == "today" else size.bottom + 4
    x, kind = axis.x(label.day), f"ruler-label ruler-{mark}"
    return (
        svg.vertical(axis.x(day), (size.top - 10, foot), 1.5, f"ruler-{mark}")
        + svg.flag(axis.x(day), size.top - 12)
        + svg.label(x, size.label + 1, label.said, kind, anchor=label.anchor, size=size.label)
    )
