"""Reading sheets: Excel, LibreOffice and CSV files become rows of plain text under their headings."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineWorkbook

from huiyin.people.refusal import Wrong

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
csv.field_size_limit(LARGEST_FILE)


class SheetWrong(Wrong):
    """The file cannot be read as sheets."""


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


def read(content: bytes, file_name: str, *, text: Callable[[object], str] | None = None) -> list[Sheet]:
    """The sheets of a file, empty ones left out; `text` says how a cell reads. Raises SheetWrong."""
    if len(content) > LARGEST_FILE:
        raise SheetWrong(_("文件超过 20 MB，请分成几份再传。"))
    if PurePath(file_name).suffix.lower() in (".csv", ".txt", ".tsv"):
        tables = [(PurePath(file_name).stem, _csv_rows(_decoded(content)))]
    else:
        tables = _workbook_tables(content)
    return [sheet for name, rows in tables if (sheet := _sheet(name, rows, text or _text))]


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetWrong(_("看不懂这个文件的文字编码，请另存为 UTF-8 的 CSV 或 Excel 文件。"))


def _csv_rows(text: str) -> list[list[str]]:
    first_line = text.partition("\n")[0]
    delimiter = max(",\t;", key=first_line.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _workbook_tables(content: bytes) -> list[tuple[str, list[list[object]]]]:
    _require_modest_zip(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = ((name, book.get_sheet_by_name(name)) for name in book.sheet_names)
        return [(name, sheet.to_python(skip_empty_area=False)) for name, sheet in sheets]
    except CalamineError as error:
        raise SheetWrong(_("打不开这个文件，请另存为 .xlsx 再传。")) from error


def _require_modest_zip(content: bytes) -> None:
    """Refuse a file that unpacks to more than 200 MB, before anything is unpacked."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise SheetWrong(_("打不开这个文件，请另存为 .xlsx 再传。")) from error
    if unpacked > LARGEST_UNPACKED:
        raise SheetWrong(_("文件展开后超过 200 MB，请分成几份再传。"))


def _sheet(name: str, table: Iterable[Sequence[object]], text: Callable[[object], str]) -> Sheet | None:
    lines = [(number, [text(cell) for cell in line]) for number, line in enumerate(table, start=1)]
    lines = [(number, line) for number, line in lines if any(line)]
    if not lines:
        return None
    headings = lines[0][1]
    columns = {heading: _letters(at) for at, heading in enumerate(headings) if heading}
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


def _letters(at: int) -> str:
    """The spreadsheet's name of a column: 0 is A, 26 is AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
