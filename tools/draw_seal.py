"""Draw the letters of the seal once: outlines from Noto Serif CJK SC Bold into huiyin/papers/seal.toml.

Run by hand with the path of NotoSerifCJK-Bold.ttc; the result is kept, so no page needs the font.
"""

import sys
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection, TTFont

CELLS = {"回": (45.2, 20.1), "音": (45.2, 44.5), "封": (18.8, 20.1), "存": (18.8, 44.5)}
"""Middle of each letter in the 64-unit square: right column first."""
SIDE = 23.6
HEAD = """# The letters of the seal 回音封存 as outlines, made by tools/draw_seal.py.
# Source: Noto Serif CJK SC Bold, (c) Adobe, SIL Open Font License 1.1.
# Units: the seal is 64 wide and high, y down.
"""


def main(font_path: str) -> None:
    """Write the data file beside the module that reads it."""
    fonts = TTCollection(font_path).fonts
    font = next(one for one in fonts if one["name"].getDebugName(1) == "Noto Serif CJK SC")
    lines = [f'"{letter}" = "{outline(font, letter)}"' for letter in CELLS]
    target = Path(__file__).parents[1] / "huiyin" / "papers" / "seal.toml"
    target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def outline(font: TTFont, letter: str) -> str:
    """The letter scaled by its longer side to SIDE and centred on its cell."""
    glyphs = font.getGlyphSet()
    glyph = glyphs[font.getBestCmap()[ord(letter)]]
    bounds = BoundsPen(glyphs)
    glyph.draw(bounds)
    left, low, right, high = bounds.bounds
    scale = SIDE / max(right - left, high - low)
    x, y = CELLS[letter]
    pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.1f}".rstrip("0").rstrip("."))
    move = (scale, 0, 0, -scale, x - scale * (left + right) / 2, y + scale * (low + high) / 2)
    glyph.draw(TransformPen(pen, move))
    return pen.getCommands()


if __name__ == "__main__":
    main(sys.argv[1])
