"""A watermark in a docx: words across every page, and the same words small at its head, for programs that draw none."""

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

GREY = "BFBFBF"
SHAPE = """
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape type="#_x0000_t136" fillcolor="#BFBFBF" stroked="f" style="position:absolute;width:480pt;height:36pt;
rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin"><v:fill opacity=".5"/><v:textpath/></v:shape>
</w:pict>"""
"""Word's own kind of watermark (VML WordArt), which other programs draw too."""


def put(document: Document, words: str) -> None:
    """Put the words on every page, odd and even."""
    for section in document.sections:
        for header in (section.header, section.even_page_header):
            _mark(header, words)


def _mark(header: Any, words: str) -> None:
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    shape = parse_xml(SHAPE)
    shape[-1][-1].set("string", words)
    paragraph.add_run()._r.append(shape)
    said = paragraph.add_run(words)
    said.font.size, said.font.color.rgb = Pt(9), RGBColor.from_string(GREY)
