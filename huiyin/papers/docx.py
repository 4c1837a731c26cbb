"""A paper as a docx an office can open, correct and print. The same paper always makes the same bytes."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from huiyin.papers import flow, layout, marking, ooxml
from huiyin.papers.layout import Print
from huiyin.papers.paper import Paper

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Papers carry their own date in their text; the file's is fixed, so that equal papers are equal files."""
STYLES = {
    "text": (layout.BODY, 0),
    "heading1": (layout.HEADING, 1),
    "heading2": (layout.SUBHEADING, 2),
    "heading3": (layout.BODY, 3),
    "item": (layout.BODY, 0),
    "point": (layout.BODY, 0),
    "note": (layout.HEADING, 0),
}


def render_docx(paper: Paper, watermark: str = "") -> bytes:
    """Set the paper in Word's own terms: named fonts, real styles, the grid of 22 lines by 28 characters.

    With a watermark, its words lie across every page and stand at its head.
    """
    sizes = layout.print_of(paper.large)
    document = docx.Document()
    _page(document, paper, sizes)
    _head(document, paper, sizes)
    _body(document, paper, sizes)
    _foot(document, paper, sizes)
    if watermark:
        marking.put(document, watermark)
    _properties(document, paper)
    return _fixed(document)


def _page(document: Document, paper: Paper, sizes: Print) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in layout.PAGE)
    top, right, bottom, left = (Mm(margin) for margin in layout.MARGINS)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        top,
        right,
        bottom,
        left,
    )
    section.header_distance, section.footer_distance = Mm(15), Mm(25)
    ooxml.grid(section, sizes)
    ooxml.normal(document, sizes)
    for name, (face, level) in STYLES.items():
        ooxml.style(document, name, face=face, level=level)
    if paper.style == "official_doc":
        document.settings.odd_and_even_pages_header_footer = True
        ooxml.page_number(section.footer, sizes, "right")
        ooxml.page_number(section.even_page_footer, sizes, "left")
    else:
        ooxml.page_count(section.footer, sizes)


def _head(document: Document, paper: Paper, sizes: Print) -> None:
    mark = _centred(document, paper.organ, layout.TITLE, sizes.mark)
    mark.runs[0].font.color.rgb = RGBColor.from_string(layout.RED)
    if paper.style == "official_doc":
        _blank(document, 2)
        ooxml.rule(_centred(document, flow.number(paper), layout.BODY, sizes.body), "single")
        _blank(document, 2)
        _title(document, paper, sizes)
    else:
        ooxml.rule(mark, "thickThinSmallGap")
        _title(document, paper, sizes)
        _centred(document, flow.number(paper), layout.BODY, sizes.small)
    _blank(document, 1)
    if paper.addressee:
        document.add_paragraph(f"{paper.addressee}：", style="Normal")


def _title(document: Document, paper: Paper, sizes: Print) -> None:
    title = _centred(document, paper.title, layout.TITLE, sizes.title)
    title.paragraph_format.line_spacing = Pt(sizes.title * 1.5)
    ooxml.outline(title, 0)


def _body(document: Document, paper: Paper, sizes: Print) -> None:
    for line in flow.lines(paper):
        paragraph = document.add_paragraph(style=line.role)
        paragraph.paragraph_format.first_line_indent = Pt(2 * sizes.body)
        if line.lead:
            lead = paragraph.add_run(line.lead)
            ooxml.face(lead, layout.HEADING)
        paragraph.add_run(line.text)
        paragraph.paragraph_format.keep_with_next = line.role.startswith("heading")
    if paper.attachments:
        _kept(document)
    for named in flow.attachments(paper):
        _kept(document, named).paragraph_format.first_line_indent = Pt(2 * sizes.body)


def _foot(document: Document, paper: Paper, sizes: Print) -> None:
    """Signature and date stay together with the last line of the text, so a page never holds them alone."""
    for _ in range(2):
        _kept(document)
    signed = _right(document, paper.signed_by, flow.signature_indent(paper) * sizes.body)
    signed.paragraph_format.keep_with_next = True
    _right(document, flow.dated(paper), 4 * sizes.body)
    if paper.copies:
        document.add_paragraph(style="Normal")
        copies = document.add_paragraph(style="Normal")
        ooxml.face(copies.add_run(flow.copies(paper)), layout.BODY, sizes.small)
        ooxml.box(copies)


def _blank(document: Document, lines: int) -> None:
    for _ in range(lines):
        document.add_paragraph(style="Normal")


def _kept(document: Document, said: str = "") -> Paragraph:
    """A paragraph that stays on one page with the one before it and the one after."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    paragraph = document.add_paragraph(said, style="Normal")
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _centred(document: Document, said: str, face: str, size: float) -> Paragraph:
    paragraph = document.add_paragraph(style="Normal")
    paragraph.alignment = ALIGN.CENTER
    ooxml.face(paragraph.add_run(said), face, size)
    if size > layout.STANDARD.title:
        paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
    return paragraph


def _right(document: Document, said: str, indent: float) -> Paragraph:
    paragraph = document.add_paragraph(said, style="Normal")
    paragraph.alignment = ALIGN.RIGHT
    paragraph.paragraph_format.right_indent = Pt(indent)
    return paragraph


def _properties(document: Document, paper: Paper) -> None:
    core = document.core_properties
    core.title, core.author, core.subject = paper.title, paper.organ, paper.number
    core.language, core.comments, core.last_modified_by, core.revision = "zh-CN", "", "", 1
    core.created = core.modified = EPOCH


def _fixed(document: Document) -> bytes:
    """The same parts in the same order with one time stamp."""
    raw, fixed = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, date_time=EPOCH.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return fixed.getvalue()
