"""Sheets out: a table as xlsx or csv, in which nothing that somebody typed becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import xlsxwriter

Cell = str | int | date | None
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take these for formulas
WIDEST = 40  # characters
LONGEST_MARK = 200  # a page's head holds 255 characters with all its codes


def as_text(words: str) -> str:
    """Words that a spreadsheet leaves alone."""
    return f"'{words}" if words.startswith(RISKY) else words


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[Cell]], *, marks: str = "") -> bytes:
    """UTF-8 with the mark that lets Excel read the letters; dates as 2026-11-23. A watermark is the first line."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if marks:
        writer.writerow([as_text(marks)])
    writer.writerow(headings)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_of(
    title: str,
    notes: Sequence[str],
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    marks: str = "",
) -> bytes:
    """One sheet: the title and notes above a ruled table that prints on A3, the title in every page's head.

    A watermark stands alone in the head and foot of every page (at most 200 characters) and in the note above.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False}) as book:
        formats = {
            "title": book.add_format({"bold": True, "font_size": 16}),
            "heading": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "words": book.add_format({"text_wrap": True, "valign": "top", "bottom": 4}),
            "day": book.add_format(
                {"num_format": "yyyy-mm-dd", "valign": "top", "bottom": 4, "align": "left"}
            ),
        }
        sheet = book.add_worksheet()
        notes = [marks, *notes] if marks else notes
        _lay_out(sheet, title, notes, headings)
        if marks:
            _mark(sheet, marks)
        sheet.write_string(0, 0, title, formats["title"])
        for line, note in enumerate(notes, 1):
            sheet.write_string(line, 0, note)
        top = len(notes) + 2
        for column, heading in enumerate(headings):
            sheet.write_string(top, column, heading, formats["heading"])
        for line, row in enumerate(rows, top + 1):
            _write(sheet, line, row, formats)
    return out.getvalue()


def _lay_out(sheet: Any, title: str, notes: Sequence[str], headings: Sequence[str]) -> None:
    top = len(notes) + 2
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.freeze_panes(top + 1, 2)
    sheet.set_header(f"&L{title.replace('&', '&&')}&R{'　'.join(notes).replace('&', '&&')[:150]}")
    sheet.set_footer("&C&P / &N")
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, min(WIDEST, max(11, 2 * len(heading) + 2)))


def _mark(sheet: Any, marks: str) -> None:
    words = marks.replace("&", "&&")[:LONGEST_MARK]
    sheet.set_header(f"&C{words}")
    sheet.set_footer(f"&C{words}　&P / &N")


def _write(sheet: Any, line: int, row: Sequence[Cell], formats: dict[str, Any]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, date):
            sheet.write_datetime(line, column, cell, formats["day"])
        elif isinstance(cell, int):
            sheet.write_number(line, column, cell, formats["words"])
        else:
            sheet.write_string(line, column, cell or "", formats["words"])


def _plain(cell: Cell) -> str:
    return "" if cell is None else as_text(str(cell))
