"""A QR code as SVG that a strict Content-Security-Policy lets through: attributes only, no style."""

import segno

QUIET = 4


def svg(text: str, scale: int = 4, title: str = "") -> str:
    """Draw `text` (a public address) as black modules of `scale` px on white, with its quiet zone of 4.

    Error correction M, so a folded or smudged receipt still reads. A title makes it an image with a name;
    without one it is hidden from screen readers, because the address stands beside it.
    """
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    side = len(rows) + 2 * QUIET
    name = f'role="img" aria-label="{_escaped(title)}"' if title else 'aria-hidden="true"'
    px = side * scale
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" {name} width="{px}" height="{px}"'
        f' viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{_modules(rows)}" fill="#000"/></svg>'
    )


def _modules(rows: list[bytes]) -> str:
    """One path of horizontal runs: shorter than a square for each module, and without hairlines between."""
    return "".join(
        f"M{QUIET + start} {QUIET + y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )


def _runs(row: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
