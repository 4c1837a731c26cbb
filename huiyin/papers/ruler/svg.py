"""The few shapes a ruler is made of, as SVG text: colours by class (ruler.css), geometry by attribute."""

from hashlib import blake2s

NS = "http://www.w3.org/2000/svg"
TILE = 5
"""Distance of the hatch lines in px, measured across the line."""


def drawing(width: str, height: int, body: str, kind: str) -> str:
    """One hidden drawing: its words stand beside it in the page, so a screen reader passes it by."""
    return (
        f'<svg xmlns="{NS}" class="ruler ruler-{kind}" aria-hidden="true" focusable="false"'
        f' overflow="visible" width="{width}" height="{height}">{body}</svg>'
    )


def rect(x: str, y: float, size: tuple[str, float], kind: str) -> str:
    """A band from x over size = (width, height)."""
    return f'<rect class="{kind}" x="{x}" y="{num(y)}" width="{size[0]}" height="{num(size[1])}"/>'


def hatched(x: str, y: float, size: tuple[str, float], kind: str, tile: str) -> str:
    """A band filled with the pattern `tile` inside a frame of 1 px; kind says whose colour."""
    return (
        f'<rect class="{kind}" x="{x}" y="{num(y + 0.5)}" width="{size[0]}" height="{num(size[1] - 1)}"'
        f' fill="url(#{tile})" stroke-width="1"/>'
    )


def vertical(x: str, ends: tuple[float, float], stroke: float, kind: str) -> str:
    """An upright line at x between two heights."""
    return _line(kind, (x, x), ends, stroke)


def level(xs: tuple[str, str], y: float, stroke: float, kind: str) -> str:
    """A level line at height y."""
    return _line(kind, xs, (y, y), stroke)


def flag(x: str, y: float) -> str:
    """The 10 by 6 flag of today, its point on x, its top at y; nested so that x may be a percentage."""
    return f'<svg x="{x}" y="{num(y)}" overflow="visible"><path class="ruler-flag" d="M-5 0H5L0 6z"/></svg>'


def pattern(body: str, kind: str) -> tuple[str, str]:
    """A 45° hatch, 1.5 px every 5, with an id made from what it fills: returns (id, definition)."""
    tile = "h" + blake2s(f"{kind}|{body}".encode(), digest_size=6).hexdigest()
    return tile, (
        f'<pattern id="{tile}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)">'
        f'<line class="{kind}" x1="0.75" x2="0.75" y1="0" y2="{TILE}" stroke-width="1.5"/></pattern>'
    )


def strokes(box: tuple[float, float, float, float], kind: str) -> str:
    """The same hatch as lines cut to box = (x, y, width, height): no id, for drawings in exact px."""
    x, y, width, height = box
    step = TILE * 2**0.5
    lines = []
    for at in range(int((width + height) / step) + 1):
        low, high = max(0.0, at * step - height), min(width, at * step)
        if high - low > 0.4:
            run = num(high - low)
            lines.append(f"M{num(x + low)} {num(y + at * step - low)}l{run} -{run}")
    frame = f"M{num(x)} {num(y + 0.5)}h{num(width)}M{num(x)} {num(y + height - 0.5)}h{num(width)}"
    return (
        f'<path class="{kind}" d="{"".join(lines)}" stroke-width="1.2"/>'
        f'<path class="{kind}" d="{frame}" stroke-width="1"/>'
    )


def label(
    x: str, y: float, said: str, kind: str, *, anchor: str = "start", size: int = 14, dx: float = 0
) -> str:
    """A word of the drawing; kind carries weight and colour."""
    shift = f' dx="{num(dx)}"' if dx else ""
    place = f'x="{x}" y="{num(y)}" text-anchor="{anchor}" font-size="{size}"{shift}'
    return f'<text class="{kind}" {place}>{escaped(said)}</text>'


def _line(kind: str, xs: tuple[str, str], ys: tuple[float, float], stroke: float) -> str:
    ends = f'x1="{xs[0]}" x2="{xs[1]}" y1="{num(ys[0])}" y2="{num(ys[1])}"'
    return f'<line class="{kind}" {ends} stroke-width="{num(stroke)}"/>'


def measure(said: str, size: int) -> float:
    """Width of a label in px, on the safe side: a wide character is 1 em, any other 0.6."""
    return sum(1.0 if ord(letter) > 0x2E7F else 0.6 for letter in said) * size


def num(value: float) -> str:
    """A number as short as it can be written."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """A share of the width: 0.5 is 50%."""
    return f"{num(100 * share)}%"


def escaped(text: str) -> str:
    """Text for an element or an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
