"""Sheets: whatever office software saved, the rows are the same."""

import io
from datetime import date

import pytest
import xlsxwriter

from huiyin.people.sheet import SheetWrong, read

TABLE = [["名称", "电话"], ["安平镇人民政府", "12345"]]


def workbook(**sheets):
    """An xlsx file with these tables."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, table in sheets.items():
            page = book.add_worksheet(name)
            for at, line in enumerate(table):
                for column, cell in enumerate(line):
                    page.write_datetime(at, column, cell, day) if isinstance(cell, date) else page.write(
                        at, column, cell
                    )
    return file.getvalue()


CSV = "\r\n".join(",".join(line) for line in TABLE)


@pytest.mark.parametrize(
    ("content", "file_name"),
    [
        (CSV.encode(), "机构.csv"),
        (CSV.encode("utf-8-sig"), "机构.csv"),
        (CSV.encode("gb18030"), "机构.CSV"),
        (CSV.replace(",", "\t").encode(), "机构.txt"),
        (CSV.replace(",", ";").encode(), "机构.csv"),
        (workbook(机构=TABLE), "随便.xlsx"),
    ],
)
def test_every_kind_of_file_gives_the_same_rows(content, file_name):
    (sheet,) = read(content, file_name)
    assert (sheet.name, sheet.columns) == ("机构", {"名称": "A", "电话": "B"})
    assert sheet.rows[0].cells == {"名称": "安平镇人民政府", "电话": "12345"}


def test_a_rare_character_survives_gb18030():
    (sheet,) = read("姓名\n𬱖娜".encode("gb18030"), "人员.csv")
    assert sheet.rows[0].cells["姓名"] == "𬱖娜"


def test_numbers_and_dates_read_as_an_officer_reads_them():
    (sheet,) = read(workbook(人员=[["区划代码", "自"], [990101, date(2026, 1, 2)]]), "x.xlsx")
    assert sheet.rows[0].cells == {"区划代码": "990101", "自": "2026-01-02"}


def test_rows_keep_the_numbers_the_spreadsheet_shows():
    (sheet,) = read(workbook(机构=[[], ["名称"], [], ["安平镇"]]), "x.xlsx")
    assert [row.number for row in sheet.rows] == [4]


def test_empty_sheets_are_left_out():
    assert [sheet.name for sheet in read(workbook(机构=TABLE, 空=[]), "x.xlsx")] == ["机构"]


@pytest.mark.parametrize(
    ("content", "file_name", "cure"),
    [
        (b"PK\x03\x04 not a workbook", "x.xlsx", "另存为 .xlsx"),
        (b"hello", "x.xlsx", "另存为 .xlsx"),
        (b"\xff\xff\xff", "x.csv", "另存为 UTF-8"),
        ('姓名,电话\n"阿依,1\n阿里,2\n'.encode(), "x.csv", "引号"),
        (b"0" * (20 * 1024 * 1024 + 1), "x.csv", "分成几份"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_cure(content, file_name, cure):
    with pytest.raises(SheetWrong, match=cure):
        read(content, file_name)


def test_a_cell_that_shows_an_error_is_not_taken_for_empty():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("人员")
        page.write_row(0, 0, ["姓名", "电话"])
        page.write_formula(1, 1, "=A9", None, "#REF!")
    (sheet,) = read(file.getvalue(), "x.xlsx")
    assert sheet.rows[0].cells == {"姓名": "", "电话": "#REF!"}


def test_a_duration_beyond_all_days_gets_a_cure():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        hours = book.add_format({"num_format": "[h]:mm"})
        book.add_worksheet("人员").write_number(0, 0, 340123195603120021, hours)
    with pytest.raises(SheetWrong, match="改成文本"):
        read(file.getvalue(), "x.xlsx")


def test_utf_16_and_a_title_above_the_tabs_are_read():
    (sheet,) = read("花名册, 2026年\n姓名\t电话\n阿依\t1\n阿里\t2\n".encode("utf-16"), "人员.txt")
    assert sheet.rows[1].cells["花名册, 2026年"] == "阿依"
