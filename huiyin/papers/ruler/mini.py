"""时尺 in a list: every row on one shared axis, so today is one line through all of them."""

from datetime import date, timedelta
from functools import lru_cache

from huiyin.papers import words
from huiyin.papers.ruler import svg
from huiyin.papers.ruler.sentence import LABELS
from huiyin.papers.ruler.span import Span

WIDTH = 264
DAYS = 120
TODAY = 136
BAND = 8
ARROW = 8
DAY = WIDTH / DAYS


def mini(span: Span, height: int = 60) -> str:
    """One row of the list: 264 px wide, 2.2 px a day, today at x 136; rows stand without a gap."""
    top = (height - BAND) / 2
    due = span.due or span.until
    start, until, end = (_x(day, span.today) for day in (span.start, span.until, due))
    drawn = [_months(span.today, (0, height))]
    drawn.append(_band((start, min(until, end)), top, "elapsed"))
    if span.state == "paused":
        drawn.append(svg.level((svg.num(max(until, 0.0)), str(TODAY)), height / 2, 2, "ruler-idle"))
        until = max(until, TODAY)
    if until < end and not span.ended:
        drawn.append(_band((until, end), top, "to-come"))
    if until > end:
        drawn.append(_band((max(end, start), until), top, "late"))
    drawn.append(svg.vertical(str(TODAY), (0, height), 1.5, "ruler-today"))
    drawn.append(_marks(span, height))
    return svg.drawing(str(WIDTH), height, "".join(drawn), "mini")


def mini_head(today: date, lang: str = "zh", height: int = 44) -> str:
    """The head of the column: today's flag and date above, the months below, on the axis of the rows."""
    said = f"{LABELS[lang]['today']} {words.short(today, lang)}"
    body = svg.label(str(TODAY), 14, said, "ruler-label ruler-today", anchor="middle")
    body += svg.flag(str(TODAY), 20) + svg.vertical(str(TODAY), (20, height), 1.5, "ruler-today")
    for day in _firsts(today):
        x = _x(day, today)
        name = words.short(day, lang).split("月")[0] + "月" if lang == "zh" else words.short(day, lang)[2:]
        body += svg.vertical(svg.num(x), (height - 8, height), 1, "ruler-tick")
        if x + svg.measure(name, 14) < WIDTH and not x < TODAY < x + svg.measure(name, 14):
            body += svg.label(svg.num(x + 4), height - 3, name, "ruler-label ruler-month")
    return svg.drawing(str(WIDTH), height, body, "mini-head")


def _x(day: date, today: date) -> float:
    return TODAY + (day - today).days * DAY


def _band(ends: tuple[float, float], top: float, kind: str) -> str:
    """One stretch cut to the window; an arrow says that it goes on outside."""
    left, right = max(ends[0], float(ARROW) if ends[0] < 0 else 0.0), min(ends[1], float(WIDTH))
    arrow = ""
    if ends[0] < 0 and ends[1] > 0:
        arrow = f'<path class="ruler-arrow ruler-{kind}" d="M6 {svg.num(top - 1)}l-5 5l5 5"/>'
    if right <= left:
        return arrow
    if kind == "elapsed":
        return arrow + svg.rect(svg.num(left), top, (svg.num(right - left), BAND), "ruler-elapsed")
    return arrow + svg.strokes((left, top, right - left, BAND), f"ruler-hatch ruler-{kind}")


def _marks(span: Span, height: int) -> str:
    middle, drawn = height / 2, ""
    if span.old_due and 0 <= (x := _x(span.old_due, span.today)) <= WIDTH:
        drawn += svg.vertical(svg.num(x), (middle - BAND, middle + BAND), 4.5, "ruler-gap")
        drawn += svg.vertical(svg.num(x), (middle - BAND, middle + BAND), 1.5, "ruler-mark")
    if span.due and 0 <= (x := _x(span.due, span.today)) <= WIDTH:
        kind = f"ruler-mark ruler-due ruler-is-{span.state}"
        drawn += svg.vertical(svg.num(x), (middle - 11, middle + 11), 3, kind)
    return drawn


@lru_cache(maxsize=8)  # the same for every row of a list
def _months(today: date, ends: tuple[float, float]) -> str:
    xs = [svg.num(_x(day, today)) for day in _firsts(today)]
    return "".join(svg.vertical(x, ends, 1, "ruler-month-line") for x in xs)


def _firsts(today: date) -> list[date]:
    """The first days of months inside the window."""
    first = today - timedelta(days=int(TODAY / DAY))
    days = [first + timedelta(days=day) for day in range(DAYS)]
    return [day for day in days if day.day == 1]
