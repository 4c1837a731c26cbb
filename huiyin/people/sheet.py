"""Reading sheets: Excel, LibreOffice and CSV files become rows of plain text under their headings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from huiyin.people.grid import SheetWrong as SheetWrong
from huiyin.people.grid import grids


@dataclass(frozen=True)
class Row:
    """One line of a sheet, numbered as the spreadsheet shows it."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A named table; `columns` says which spreadsheet column (A, B …) a heading stands in."""

    name: str
    columns: dict[str, str]
    rows: tuple[Row, ...]


def read(content: bytes, file_name: str) -> list[Sheet]:
    """The sheets of a file, empty ones left out. Raises SheetWrong."""
    return [sheet for grid in grids(content, file_name) if (sheet := _sheet(grid.name, grid.lines))]


def _sheet(name: str, table: Iterable[Sequence[object]]) -> Sheet | None:
    lines = [(number, [_text(cell) for cell in line]) for number, line in enumerate(table, start=1)]
    lines = [(number, line) for number, line in lines if any(line)]
    if not lines:
        return None
    headings = lines[0][1]
    columns = {heading: letters(at) for at, heading in enumerate(headings) if heading}
    rows = (Row(number, dict(zip(headings, line, strict=False))) for number, line in lines[1:])
    return Sheet(name.strip(), columns, tuple(rows))


def _text(cell: object) -> str:
    """A cell as an officer would read it: whole numbers without `.0`, dates as 2026-11-23."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    return unicodedata.normalize("NFC", str("" if cell is None else cell)).strip()


def letters(at: int) -> str:
    """The spreadsheet's name of a column: 0 is A, 26 is AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
