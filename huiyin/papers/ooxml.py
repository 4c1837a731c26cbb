"""The corners of a docx that python-docx has no words for: East Asian fonts, the grid, rules, page fields."""

from typing import Any, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.font import Font
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from huiyin.papers import layout
from huiyin.papers.layout import Print

CHARACTER_UNIT = 4096
"""The grid counts what is added to a character in 1/4096 point."""


def grid(section: Section, sizes: Print) -> None:
    """So many lines by so many characters on a page (GB/T 9704-2012 §5.2.2)."""
    made = _element("w:docGrid", type="linesAndChars", linePitch=round(sizes.line * 20))
    made.set(qn("w:charSpace"), str(round(sizes.spacing * CHARACTER_UNIT)))
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    properties.append(made)


def normal(document: Document, sizes: Print) -> None:
    """The ground of every style: 仿宋 in the paper's size, fixed line height, no space between paragraphs."""
    style = cast(ParagraphStyle, document.styles["Normal"])
    _fonts(style.font, layout.BODY)
    style.font.size = Pt(sizes.body)
    style.paragraph_format.line_spacing = Pt(round(sizes.line, 1))
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.widow_control = True
    _properties(style).append(_element("w:lang", val="zh-CN", eastAsia="zh-CN"))


def style(document: Document, name: str, *, face: str, level: int) -> None:
    """A named paragraph style in a face; level 1 to 3 makes it a heading in the outline."""
    made = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    made.base_style = document.styles["Normal"]
    _fonts(made.font, face)
    if level:
        made.element.get_or_add_pPr().append(_element("w:outlineLvl", val=level))


def face(run: Run, name: str, size: float = 0) -> None:
    """Set a run in a face, for Chinese by its East Asian name; size in points, 0 for its style's."""
    _fonts(run.font, name)
    if size:
        run.font.size = Pt(size)


def outline(paragraph: Paragraph, level: int) -> None:
    """Make a paragraph findable in the outline, 0 being the document's title."""
    paragraph._p.get_or_add_pPr().append(_element("w:outlineLvl", val=level))


def rule(paragraph: Paragraph, kind: str) -> None:
    """The red rule under the head: single on a document, thick over thin on a letter."""
    line = _element("w:bottom", val=kind, sz=24 if kind != "single" else 12, space=8, color=layout.RED)
    _borders(paragraph, line)


def box(paragraph: Paragraph) -> None:
    """The two black lines of the 版记."""
    _borders(
        paragraph,
        *(_element(f"w:{side}", val="single", sz=8, space=4, color="000000") for side in ("top", "bottom")),
    )


def page_number(footer: Any, sizes: Print, side: str) -> None:
    """— 1 — on the outer side (GB/T 9704-2012 §7.5)."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = ALIGN.RIGHT if side == "right" else ALIGN.LEFT
    edge = "right_indent" if side == "right" else "left_indent"
    setattr(paragraph.paragraph_format, edge, Pt(sizes.small))
    _pieces(paragraph, sizes, "— ", "PAGE", " —")


def page_count(footer: Any, sizes: Print) -> None:
    """第 1 页，共 3 页: a reader sees at once when a page is missing."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    _pieces(paragraph, sizes, "第 ", "PAGE", " 页，共 ", "NUMPAGES", " 页")


def _pieces(paragraph: Paragraph, sizes: Print, *pieces: str) -> None:
    for piece in pieces:
        run = paragraph.add_run("" if piece.isupper() else piece)
        face(run, layout.PAGE_NUMBER, sizes.small)
        if piece.isupper():
            _field(run, piece)


def _field(run: Run, code: str) -> None:
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = code
    shown = OxmlElement("w:t")
    shown.text = "1"
    parts = [
        _element("w:fldChar", fldCharType="begin"),
        instruction,
        _element("w:fldChar", fldCharType="separate"),
    ]
    run._r.extend([*parts, shown, _element("w:fldChar", fldCharType="end")])


def _fonts(font: Font, name: str) -> None:
    """Letters in the Latin face, Chinese in its own; the hint gives “ ” … — to the Chinese one."""
    font.name = layout.LATIN
    fonts = _properties(font).get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:hint"), "eastAsia")
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _properties(holder: Any) -> Any:
    return holder.element.get_or_add_rPr()


def _borders(paragraph: Paragraph, *lines: Any) -> None:
    borders = OxmlElement("w:pBdr")
    borders.extend(lines)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def _element(tag: str, **attributes: object) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made
