"""The receipt is one A5 page whatever is written on it, and an accusation's looks like nothing."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from huiyin.papers.receipt import Receipt, plain_pdf, receipt_pdf, slip_pdf
from huiyin.papers.ruler import Step
from tests.papers.samples import RECEIPT, STEPS

A5 = (148 * 72 / 25.4, 210 * 72 / 25.4)
LONG = replace(
    RECEIPT,
    organ="明川市人民政府信访工作联席会议办公室",
    petitioner="某" * 60,
    people=74,
    summary="长" * 2000,
    materials=tuple(f"第{count}份材料" for count in range(60)),
    heard_by="听" * 90,
    handled_by="办" * 90,
    helped_by="帮" * 90,
    address="址" * 300,
    hours="时" * 100,
    steps=(*STEPS[:2], Step(20, "12月13日前", "转" * 80), Step(35, "12月28日前", "说" * 90), STEPS[2]),
)
BARE = Receipt(
    organ="明川市信访局",
    number="明信 2026-11-0417",
    code=RECEIPT.code,
    received_at=RECEIPT.received_at,
    summary="噪声",
    steps=STEPS,
    url=RECEIPT.url,
    phone="12345",
)


@cache
def printed(receipt: Receipt) -> bytes:
    return receipt_pdf(receipt)


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in opened(pdf).pages)


@pytest.mark.parametrize("receipt", [RECEIPT, LONG, BARE], ids=["usual", "long", "bare"])
def test_it_is_exactly_one_a5_page(receipt: Receipt) -> None:
    pages = opened(printed(receipt)).pages

    assert len(pages) == 1
    assert (float(pages[0].mediabox.width), float(pages[0].mediabox.height)) == pytest.approx(A5, abs=0.1)


def test_the_codes_are_never_cut_however_long_the_rest_is() -> None:
    said = text(printed(LONG))

    assert all(code in said for code in ("2026-11-0417", "48217730", "51960384", "K7QX-M2D9-4HTR-P6WN"))


def test_it_says_who_heard_who_handles_and_who_helps() -> None:
    said = text(printed(RECEIPT))

    assert all(part in said for part in ("谁听的", "钱立", "谁来办", "谁帮您", "法律援助"))


def test_the_number_stands_above_the_tear_and_the_code_below() -> None:
    said = text(printed(RECEIPT))

    assert said.index("2026-11-0417") < said.index("查询码")
    assert "48217730" not in said[: said.index("接下来")]


def test_it_is_black_on_white() -> None:
    content = opened(printed(RECEIPT)).pages[0].get_contents()
    assert content is not None
    colours = [
        line.split()
        for line in content.get_data().decode("latin-1").splitlines()
        if line.endswith((" rg", " RG"))
    ]

    assert all(red == green == blue for red, green, blue, _ in colours)


def test_the_same_receipt_is_the_same_file() -> None:
    assert printed(RECEIPT) == receipt_pdf(RECEIPT)


def test_the_slip_is_80_mm_wide_and_one_piece() -> None:
    pages = opened(slip_pdf(RECEIPT)).pages

    assert len(pages) == 1
    assert float(pages[0].mediabox.width) == pytest.approx(80 * 72 / 25.4, abs=0.1)
    assert len(opened(slip_pdf(LONG)).pages) == 1


def test_an_accusations_receipt_has_digits_and_a_telephone_number_and_nothing_else() -> None:
    pdf = opened(plain_pdf("48217730519603841122", "0399-555 0100"))

    assert pdf.pages[0].extract_text().split() == ["4821", "7730", "5196", "0384", "1122", "0399-555", "0100"]
    assert len(pdf.pages) == 1
    assert pdf.metadata is not None
    assert pdf.metadata.title == "4821 7730 5196 0384 1122"
    assert pdf.metadata.author is None
