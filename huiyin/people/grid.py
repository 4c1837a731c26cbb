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
MARK = "\x1e"
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
    """The last line is a mark of ours: a quotation mark left open would swallow it with all lines before it."""
    delimiter = max(",\t;", key=lambda character: _agreement(text, character))
    *lines, last = csv.reader(io.StringIO(f"{text}\n{MARK}", newline=""), delimiter=delimiter)
    if last != [MARK]:
        raise SheetWrong(_("有一个引号没有成对，后面的行都落进了一格；请用表格软件打开，另存为 .xlsx 再传。"))
    return [list(line) for line in lines]


def _agreement(text: str, delimiter: str) -> int:
    """How many separators the first lines have where they agree how many there are.

    A comma in somebody's words or a title of one cell so never outweighs the tabs of all other lines.
    """
    lines = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), LOOKED_AT)
    widths = Counter(map(len, lines))
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def _workbook(content: bytes) -> list[Grid]:
    _require_modest_zip(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        lost = unreadable.cells(content)
        known = [(book.get_sheet_by_name(sheet.name), sheet) for sheet in book.sheets_metadata]
        return [_grid(sheet, about, lost.get(about.name, {})) for sheet, about in known]
    except OverflowError as error:
        raise SheetWrong(_("表里有一格的日期或时长大得读不出来，请把那一列的格式改成文本再传。")) from error
    except (CalamineError, zipfile.BadZipFile) as error:
        raise SheetWrong(_("打不开这个文件，请另存为 .xlsx 再传。")) from error


def _grid(sheet: CalamineSheet, about: SheetMetadata, lost: dict[tuple[int, int], str]) -> Grid:
    lines: list[list[object]] = [list(line) for line in sheet.to_python(skip_empty_area=False)]
    for (row, column), shown in lost.items():
        lines += [[] for _missing in range(row + 1 - len(lines))]
        lines[row] += [""] * (column + 1 - len(lines[row]))
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
