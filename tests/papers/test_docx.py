"""A docx is set by the measures of GB/T 9704-2012 and is the same file each time."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from huiyin.papers.docx import render_docx
from huiyin.papers.paper import Heading, Paper, Paragraph
from tests.papers.samples import LATER, OPINION, TRANSFER

RARE = "㛃𬱖𠅤䶮"


def opened(paper: Paper) -> Document:
    return docx.Document(BytesIO(render_docx(paper)))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def east_asian(document: Document, style: str) -> str:
    return str(document.styles[style].element.rPr.rFonts.get(qn("w:eastAsia")))


@pytest.mark.parametrize("paper", [OPINION, LATER, TRANSFER], ids=lambda paper: paper.kind)
def test_the_same_paper_is_the_same_file(paper: Paper) -> None:
    assert render_docx(paper) == render_docx(paper)


def test_the_page_is_a4_with_the_margins_of_the_standard() -> None:
    section = opened(TRANSFER).sections[0]

    measures = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )

    assert measures == pytest.approx((Mm(210), Mm(297), Mm(37), Mm(26), Mm(35), Mm(28)), abs=Mm(0.1))


def test_the_body_is_fangsong_of_16_points_on_22_lines() -> None:
    document = opened(TRANSFER)
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))

    assert east_asian(document, "Normal") == "仿宋"
    assert document.styles["Normal"].font.size == Pt(16)
    assert grid is not None
    assert int(grid.get(qn("w:linePitch"))) * 22 / 20 == pytest.approx(225 * 72 / 25.4, abs=1)
    assert 28 * (16 + int(grid.get(qn("w:charSpace"))) / 4096) == pytest.approx(156 * 72 / 25.4, abs=0.1)


def test_the_title_is_xiaobiaosong_of_22_points_and_centred() -> None:
    title = next(one for one in opened(TRANSFER).paragraphs if one.text == TRANSFER.title)

    assert title.runs[0]._r.xpath("w:rPr/w:rFonts/@w:eastAsia") == ["方正小标宋简体"]
    assert (title.runs[0].font.size, title.alignment) == (Pt(22), 1)


def test_headings_are_heiti_and_kaiti_and_in_the_outline() -> None:
    document = opened(
        replace(LATER, blocks=(Heading("一、经过"), Heading("（一）复量", 2), Paragraph("文。")))
    )

    assert (east_asian(document, "heading1"), east_asian(document, "heading2")) == ("黑体", "楷体")
    assert document.styles["heading1"].element.pPr.find(qn("w:outlineLvl")) is not None


def test_the_date_stands_four_characters_from_the_edge_unpadded() -> None:
    date = next(one for one in opened(OPINION).paragraphs if one.text == "2027年1月25日")

    assert date.paragraph_format.right_indent == Pt(64)


def test_attachments_are_numbered_without_a_full_stop() -> None:
    said = texts(opened(TRANSFER))

    assert "附件：1. 信访事项登记表" in said
    assert "　　　2. 信访人提交的材料（3页）" in said


def test_copies_stand_at_the_end() -> None:
    assert texts(opened(TRANSFER))[-1] == "抄送：明川市自然资源局，明川市人民政府督查室。"


def test_an_official_document_is_paged_with_dashes_on_the_outer_side() -> None:
    section = opened(TRANSFER).sections[0]

    assert section.footer.paragraphs[0].text == "— 1 —"
    assert section.even_page_footer.paragraphs[0].text == "— 1 —"
    assert (section.footer.paragraphs[0].alignment, section.even_page_footer.paragraphs[0].alignment) == (
        2,
        0,
    )


def test_every_request_gets_its_answer_opinion_first() -> None:
    said = texts(opened(OPINION))

    assert [one for one in said if "您的请求：" in one] == [
        "一、您的请求：重新测量被占的河湾水田，按实际亩数补发补偿款。",
        "二、您的请求：说明补偿款为什么比邻村低。",
        "三、您的请求：对2024年参与测量的人员给予行政处分。",
    ]
    assert [one for one in said if one.startswith("处理意见：")] == [
        "处理意见：支持。",
        "处理意见：解释说明。",
        "处理意见：不支持。",
    ]
    assert OPINION.notes[0] in said


def test_a_draft_says_what_is_still_to_come() -> None:
    said = texts(opened(replace(LATER, number="", dated=None)))

    assert {"（签发时编号）", "（签发后填日期、盖章）"} <= set(said)


def test_rare_characters_survive() -> None:
    assert any(RARE in one for one in texts(opened(replace(OPINION, addressee=RARE))))


def test_a_name_with_markup_in_it_stays_a_name() -> None:
    assert "<w:p>&甲：" in texts(opened(replace(OPINION, addressee="<w:p>&甲")))


def test_larger_print_is_larger() -> None:
    assert opened(replace(OPINION, large=True)).styles["Normal"].font.size == Pt(20)


def test_no_time_of_making_is_left_in_the_file() -> None:
    with ZipFile(BytesIO(render_docx(OPINION))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
