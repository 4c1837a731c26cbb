"""Labels under the band, and which of them give way when there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from huiyin.papers import words
from huiyin.papers.ruler import svg
from huiyin.papers.ruler.axis import Axis
from huiyin.papers.ruler.sentence import LABELS
from huiyin.papers.ruler.span import Span

GIVES_WAY = (
    ("received", "date"), ("accepted", "date"), ("longest", "date"), ("longest", "word"),
    ("received", "word"), ("old", "date"), ("accepted", "word"), ("old", "word"),
)  # fmt: skip
GAP = 10


@dataclass(frozen=True)
class Label:
    """One label: its mark, the day it stands at, how it is anchored there and on which row under the band."""

    mark: str
    day: date
    said: str
    anchor: str
    row: int = 0


def below(span: Span, axis: Axis, size: int, lang: str) -> list[Label]:
    """The labels under the band that fit at nominal width, in calendar order; 法定 always stays."""
    labels = _all(span, lang)
    for mark, part in GIVES_WAY:
        if not _collide(labels, axis, size):
            break
        labels = _without(labels, mark, part, lang)
    return [placed(label, axis, size) for label in labels]


def placed(label: Label, axis: Axis, size: int) -> Label:
    """A centred label near an edge turns to stand against that edge."""
    if label.anchor != "middle":
        return label
    half, at = svg.measure(label.said, size) / 2, axis.px(label.day)
    if at < half:
        return replace(label, anchor="start", day=axis.first)
    if at + half > axis.nominal:
        return replace(label, anchor="end", day=axis.last)
    return label


def said(mark: str, day: date, lang: str) -> str:
    """A label in full: 受理 9月30日."""
    return f"{LABELS[lang][mark]} {words.short(day, lang)}"


def _all(span: Span, lang: str) -> list[Label]:
    moved = span.asked or span.old_due
    marks: list[tuple[str, date | None, str, int]] = [
        ("received", span.received, "start", 0),
        ("accepted", span.accepted if span.accepted != span.received else None, "start", 0),
        ("old", span.due if span.asked else span.old_due, "middle", 0),
        ("new" if span.asked else "due", span.asked or span.due, "middle", 1 if moved else 0),
        ("longest", span.longest_open, "end", 0),
    ]
    return [Label(mark, day, said(mark, day, lang), anchor, row) for mark, day, anchor, row in marks if day]


def _without(labels: Sequence[Label], mark: str, part: str, lang: str) -> list[Label]:
    if part == "word":
        return [label for label in labels if label.mark != mark]
    return [replace(label, said=LABELS[lang][mark]) if label.mark == mark else label for label in labels]


def _collide(labels: Sequence[Label], axis: Axis, size: int) -> bool:
    boxes = [(label.row, *_box(placed(label, axis, size), axis, size)) for label in labels]
    leaders = [(0, axis.px(label.day) + 3, axis.px(label.day) - 3) for label in labels if label.row]
    boxes = sorted(boxes + leaders)
    pairs = zip(boxes, boxes[1:], strict=False)
    return any(one[0] == two[0] and one[2] + GAP > two[1] for one, two in pairs)


def _box(label: Label, axis: Axis, size: int) -> tuple[float, float]:
    at, width = axis.px(label.day), svg.measure(label.said, size)
    left = at - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, left + width
