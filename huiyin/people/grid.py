"""The grids of a file: every sheet of an Excel, LibreOffice or text file, cell by cell, as it stands there."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetMetadata, SheetVisibleEnum

from huiyin.people import unreadable
from huiyin.people.refusal import Wrong

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
LOOKED_AT = 40  # lines, to see what separates the cells of a text file
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
csv.field_size_limit(LARGEST_FILE)


class SheetWrong(Wrong):
    """The file cannot be read as sheets."""


@dataclass(frozen=True)
class Grid:
    """One sheet: its lines from the first on, and its merged ranges (top, left, bottom, right), all from 0."""

    name: str
    lines: list[list[object]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    is_hidden: bool = False


def grids(content: bytes, file_name: str) -> list[Grid]:
    """The sheets of a file, empty ones too; raises SheetWrong."""
    if len(content) > LARGEST_FILE:
        raise SheetWrong(_("文件超过 20 MB，请分成几份再传。"))
    if PurePath(file_name).suffix.lower() in (".csv", ".txt", ".tsv"):
        return [Grid(PurePath(file_name).stem, _text_lines(_decoded(content)))]
    return _workbook(content)


def _decoded(content: bytes) -> str:
    """UTF-16 only with its mark, for without one it cannot be told from other letters."""
    encodings = ("utf-16",) if content.startswith(UTF_16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetWrong(_("看不懂这个文件的文字编码，请另存为 UTF-8 的 CSV 或 Excel 文件。"))


def _text_lines(text: str) -> list[list[object]]:
    delimiter = max(",\t;", key=lambda character: _agreement(text, character))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))  # type: ignore[arg-type]


def _agreement(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first lines have the commonest number of cells, and that number.

    A comma in somebody's words or a title of one cell so never outweighs the tabs of all other lines.
    """
    lines = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), LOOKED_AT)
    widths = Counter(len(line) for line in lines if len(line) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _workbook(content: bytes) -> list[Grid]:
    _require_modest_zip(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        lost = unreadable.cells(content)
        known = [(book.get_sheet_by_name(sheet.name), sheet) for sheet in book.sheets_metadata]
        return [_grid(sheet, about, lost.get(about.name, {})) for sheet, about in known]
    except (CalamineError, zipfile.BadZipFile) as error:
        raise SheetWrong(_("打不开这个文件，请另存为 .xlsx 再传。")) from error


def _grid(sheet: CalamineSheet, about: SheetMetadata, lost: dict[tuple[int, int], str]) -> Grid:
    lines: list[list[object]] = [list(line) for line in sheet.to_python(skip_empty_area=False)]
    for (row, column), shown in lost.items():
        if row < len(lines) and column < len(lines[row]):
            lines[row][column] = shown
    merged = tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ())
    return Grid(about.name, lines, merged, about.visible != SheetVisibleEnum.Visible)


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
