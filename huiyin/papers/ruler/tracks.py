"""The two tracks under a matter's ruler, on the same axis: in whose hands it was, and when people came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from huiyin.papers import words
from huiyin.papers.ruler import svg
from huiyin.papers.ruler.axis import Axis, axis_of
from huiyin.papers.ruler.full import SIZES
from huiyin.papers.ruler.span import Span

HEIGHT = 44
LABEL = 14
OVERHANG = 100
"""How far in px a label may reach past the end of its stretch and push the next one along."""
NOTES = {
    "zh": {"days": "{n} 天", "here": "{n} 天，在手里", "people": "{n}人", "transit": "途中", "now": "至今"},
    "en": {
        "days": "{n} days",
        "here": "{n} days, here now",
        "people": "{n}",
        "transit": "moving",
        "now": "now",
    },
}


@dataclass(frozen=True)
class Hop:
    """The matter lay with one organ from start to end (None: till now); in_transit: nobody worked on it."""

    name: str
    start: date
    end: date | None = None
    in_transit: bool = False


@dataclass(frozen=True)
class Visit:
    """A group that came about this matter on a day."""

    day: date
    people: int


@dataclass(frozen=True)
class Tracks:
    """Two drawings of equal width to stack under the ruler without a gap, and their words for a table."""

    hops: str
    visits: str
    hop_rows: tuple[tuple[str, str, str], ...]
    visit_rows: tuple[tuple[str, str], ...]


def tracks(hops: Sequence[Hop], visits: Sequence[Visit], span: Span, lang: str = "zh") -> Tracks:
    """Draw who held the matter and who came, on the axis of full(span, "matter")."""
    axis = axis_of(span, SIZES["matter"].nominal)
    today = "" if span.ended else svg.vertical(axis.x(span.today), (0, HEIGHT), 1.5, "ruler-today")
    return Tracks(
        hops=svg.drawing("100%", HEIGHT, today + _hops(hops, span, axis, lang), "hops"),
        visits=svg.drawing("100%", HEIGHT, today + _visits(visits, axis, lang), "visits"),
        hop_rows=tuple(_hop_row(hop, span, lang) for hop in hops),
        visit_rows=tuple((words.table(one.day, lang), _said("people", one.people, lang)) for one in visits),
    )


def _hops(hops: Sequence[Hop], span: Span, axis: Axis, lang: str) -> str:
    drawn, free = "", 0.0
    for hop in hops:
        end = hop.end or span.until
        kind = "ruler-transit" if hop.in_transit else "ruler-worked"
        drawn += svg.level((axis.x(hop.start), axis.x(end)), 10, 4, kind)
        drawn += svg.vertical(axis.x(hop.start), (3, 17), 1.5, "ruler-mark")
        at = max(axis.px(hop.start), free)
        room = (axis.nominal if hop is hops[-1] else axis.px(end) + OVERHANG) - at
        said = _fitting(_labels(hop, span, lang), room)
        if said:
            shift = at - axis.px(hop.start)
            drawn += svg.label(axis.x(hop.start), 34, said, f"ruler-label {kind}", dx=shift)
            free = at + svg.measure(said, LABEL) + 12
    return drawn


def _labels(hop: Hop, span: Span, lang: str) -> tuple[str, str]:
    days = _said("days" if hop.end else "here", _days(hop, span), lang)
    return f"{hop.name} {days}", _said("days", _days(hop, span), lang)


def _fitting(choices: Sequence[str], room: float) -> str:
    return next((said for said in choices if svg.measure(said, LABEL) <= room), "")


def _visits(visits: Sequence[Visit], axis: Axis, lang: str) -> str:
    drawn, free = "", 0.0
    for visit in visits:
        at, said = axis.px(visit.day), _said("people", visit.people, lang)
        place = f'cx="{axis.x(visit.day)}" cy="14" r="5" transform="translate(6 0)"'
        drawn += f'<circle class="ruler-ring" {place} stroke-width="1.5"/>'
        if at >= free:
            drawn += svg.label(axis.x(visit.day), 19, said, "ruler-label", dx=15)
            free = at + 15 + svg.measure(said, LABEL)
    return drawn


def _hop_row(hop: Hop, span: Span, lang: str) -> tuple[str, str, str]:
    until = words.short(hop.end, lang) if hop.end else NOTES[lang]["now"]
    days = _said("days", _days(hop, span), lang)
    note = f"{days} {NOTES[lang]['transit']}" if hop.in_transit else days
    return hop.name, f"{words.short(hop.start, lang)}–{until}", note


def _days(hop: Hop, span: Span) -> int:
    return ((hop.end or span.until) - hop.start).days


def _said(phrase: str, count: int, lang: str) -> str:
    said = NOTES[lang][phrase].format(n=count)
    return said.replace("1 days", "1 day") if count == 1 else said
