"""A PDF of a paper: complete, tagged, in Chinese, fetched from nowhere, the same bytes each time."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject
from weasyprint.urls import FatalURLFetchingError

from huiyin.papers import typeset
from huiyin.papers.paper import Paper, Paragraph
from huiyin.papers.pdf import WHY_NOT, PdfMissing, available, letter_html, render_pdf
from tests.papers.samples import LATER, OPINION, TRANSFER

RARE = "㛃𬱖𠅤䶮"
A4 = (595.28, 841.89)


@cache
def opened(paper: Paper) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(paper)))


def text(paper: Paper) -> str:
    """Everything said, without the breaks of lines and pages."""
    return "".join("".join(page.extract_text().split()) for page in opened(paper).pages)


@pytest.mark.parametrize("paper", [OPINION, LATER, TRANSFER], ids=lambda paper: paper.kind)
def test_the_same_paper_is_the_same_file(paper: Paper) -> None:
    assert render_pdf(paper) == render_pdf(paper)


def test_the_page_is_a4() -> None:
    box = opened(OPINION).pages[0].mediabox

    assert (float(box.width), float(box.height)) == pytest.approx(A4, abs=0.1)


def test_it_is_a_tagged_chinese_document_with_its_title() -> None:
    pdf = opened(OPINION)
    root = cast(DictionaryObject, pdf.trailer["/Root"].get_object())

    assert pdf.metadata is not None
    assert pdf.metadata.title == "信访事项处理意见书"
    assert str(root["/Lang"]).startswith("zh")
    assert cast(DictionaryObject, root["/MarkInfo"])["/Marked"]
    assert b"pdfuaid" in cast(StreamObject, root["/Metadata"].get_object()).get_data()


def test_an_opinion_answers_every_request_and_names_the_remedy() -> None:
    said = text(OPINION)

    assert all(part in said for part in ("处理意见：支持。", "处理意见：解释说明。", "处理意见：不支持。"))
    assert "向明川市人民政府申请复查" in said
    assert said.index("一、您的请求") < said.index("查明的事实") < said.index("二、您的请求")


def test_a_long_letter_runs_on_over_three_pages_and_counts_them() -> None:
    long = replace(LATER, blocks=tuple(Paragraph("经调查，" + "事情的经过是这样的，" * 14) for _ in range(8)))

    assert len(opened(long).pages) == 3
    assert "第3页，共3页" in text(long)


def test_signature_and_date_are_never_alone_on_a_page() -> None:
    letters = [opened(replace(LATER, blocks=(Paragraph("句。"),) * count)) for count in (10, 11, 12, 13)]
    pages = [letter.pages[-1].extract_text() for letter in letters]

    assert {len(letter.pages) for letter in letters} == {1, 2}
    assert all("句。" in page for page in pages)


def test_attachments_and_signature_take_a_line_of_the_text_with_them() -> None:
    assert "请依法办理" in opened(TRANSFER).pages[-1].extract_text()


def test_an_official_document_is_paged_with_dashes() -> None:
    assert "—1—" in text(TRANSFER)


def test_rare_characters_survive() -> None:
    assert RARE in text(replace(OPINION, addressee=RARE))


def test_a_name_with_markup_in_it_stays_a_name() -> None:
    assert "<b>&甲：" in text(replace(OPINION, addressee="<b>&甲"))
    assert "<b>" not in letter_html(replace(OPINION, blocks=(), addressee="<b>"))


def test_nothing_is_ever_fetched() -> None:
    with pytest.raises(FatalURLFetchingError):
        typeset.pdf('<html lang="zh"><title>x</title><img src="file:///etc/hostname" alt="">')


def test_larger_print_takes_more_pages() -> None:
    assert len(opened(replace(OPINION, large=True)).pages) > len(opened(OPINION).pages)


def test_where_the_library_is_missing_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "HTML", None)

    assert not available()
    with pytest.raises(PdfMissing, match="docx"):
        render_pdf(LATER)
    assert "libpango" in WHY_NOT
