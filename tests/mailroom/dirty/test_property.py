"""Whatever dress an identity number comes in, it comes back the same or flagged; never as another number."""

import csv
import io
from datetime import date

import pytest
import xlsxwriter
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyin.mailroom.incoming import sheet
from huiyin.mailroom.incoming.row import Reading
from huiyin.people.id_number import check_digit
from tests.mailroom.dirty.contents import wide

NAMED = {"body": "内容", "received": "时间", "id_number": "证件"}
ANSWER = ("same", "flagged")
DRESSES = {
    "bare": str,
    "wide": wide,
    "small x": str.lower,
    "apostrophe": lambda number: f"'{number}",
    "armour": lambda number: f'="{number}"',
    "spaces around": lambda number: f"\u3000{number}\u00a0",
    "spaces within": lambda number: f"{number[:6]} {number[6:14]}\u3000{number[14:]}",
    "hyphens": lambda number: f"{number[:6]}-{number[6:14]}-{number[14:]}",
    "line break": lambda number: f"{number[:14]}\n{number[14:]}",
    "bracket": lambda number: f"{number}（本人）",
    "unseen": lambda number: f"{number[:6]}\u200b{number[6:]}",
    "scientific": lambda number: f"{_as_number(number):.2E}",
    "long scientific": lambda number: f"{_as_number(number):.14E}",
    "rounded": lambda number: f"{_as_number(number) // 1000}000",
    "with point": lambda number: f"{number}.0",
    "cut": lambda number: number[:-1],
    "first zero lost": lambda number: number.removeprefix("0").removeprefix("9"),
    "twice": lambda number: f"{number}、{number}",
    "ditto": lambda number: "同上",
    "letter O": lambda number: number.replace("0", "O"),
}


@st.composite
def numbers(draw):
    """Any identity number of somebody born since 1900."""
    born = draw(st.dates(date(1900, 1, 1), date(2020, 1, 1)))
    first_17 = f"{draw(st.integers(110000, 990999))}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return first_17 + check_digit(first_17)


@pytest.mark.parametrize("dress", DRESSES)
@given(number=numbers())
@settings(deadline=None, max_examples=60)
def test_a_number_in_a_text_file_comes_back_the_same_or_flagged(dress, number):
    file = io.StringIO(newline="")
    csv.writer(file).writerows([NAMED.values(), ["内容", "2019-2-14", DRESSES[dress](number)]])
    assert _answer(file.getvalue().encode(), "台账.csv", number) in ANSWER


@pytest.mark.parametrize("is_number", [True, False])
@given(number=numbers())
@settings(deadline=None, max_examples=60)
def test_a_number_in_a_workbook_comes_back_the_same_or_flagged(is_number, number):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, list(NAMED.values()))
        page.write_row(1, 0, ["内容", "2019-2-14", _as_number(number) if is_number else number])
    assert _answer(file.getvalue(), "台账.xlsx", number) in ANSWER


@given(number=numbers().filter(lambda number: not number.endswith("000")))
@settings(deadline=None, max_examples=60)
def test_a_sound_number_is_not_flagged(number):
    assert _answer(f"内容,时间,证件\n内容,2019-2-14,{number}\n".encode(), "台账.csv", number) == "same"


def _as_number(number: str) -> int:
    return int(number.replace("X", "0"))


def _answer(content: bytes, file_name: str, number: str) -> str:
    (row,) = sheet.read(content, file_name, NAMED).rows
    reading = Reading(row, NAMED, timezone.now(), "")
    reading.incoming()
    if "证件" in {bad.column for bad in reading.bad}:
        return "flagged"
    return "same" if reading.text("id_number") == number else "altered"
