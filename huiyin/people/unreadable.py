"""Cells of an .xlsx that show an error, or a formula without its result: the reader takes them for empty.

They are looked up in the file itself, so that nobody's number is lost unseen. Of .xls and .xlsb this is not known.
"""

import html
import io
import posixpath
import re
import zipfile

UNCOMPUTED = "#公式没有结果"
SHOWN = re.compile(
    r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|公式没有结果|##+)|Err:5\d\d"
)
Cells = dict[tuple[int, int], str]
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_CELL = re.compile(r"<(?:\w+:)?c\s([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(r"<(?:\w+:)?v>([^<]*)</")
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")


def cells(content: bytes) -> dict[str, Cells]:
    """By sheet and by (row, column) from 0, what such a cell shows; nothing for other kinds of file."""
    if not content.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: _cells(_read(archive, part)) for name, part in _parts(archive).items()}


def is_shown(text: str) -> bool:
    """Whether a cell's text is what a spreadsheet shows in place of a result."""
    return SHOWN.fullmatch(text) is not None


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where in the file each sheet stands."""
    names = set(archive.namelist())
    book, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if not {book, relations} <= names:
        return {}
    targets = {
        _attribute(found, "Id"): posixpath.normpath(posixpath.join("/xl", _attribute(found, "Target")))[1:]
        for found in _RELATION.findall(_read(archive, relations))
    }
    sheets = _SHEET.findall(_read(archive, book))
    named = {_attribute(found, "name"): targets.get(_attribute(found, r"\w+:id"), "") for found in sheets}
    return {name: part for name, part in named.items() if part in names}


def _read(archive: zipfile.ZipFile, part: str) -> str:
    return archive.read(part).decode("utf-8", "replace")


def _cells(page: str) -> Cells:
    found: Cells = {}
    if 't="e"' not in page and "t='e'" not in page and not re.search(r"<(?:\w+:)?f[\s>/]", page):
        return found
    for attributes, inside in _CELL.findall(page):
        place, shown = _PLACE.fullmatch(_attribute(attributes, "r")), _shown(attributes, inside)
        if place and shown:
            found[int(place[2]) - 1, _number(place[1]) - 1] = shown
    return found


def _shown(attributes: str, inside: str) -> str:
    value = _VALUE.search(inside)
    if _attribute(attributes, "t") == "e":
        return html.unescape(value[1]) if value and is_shown(value[1]) else "#N/A"
    is_formula = re.search(r"<(?:\w+:)?f[\s>/]", inside)
    has_result = value and value[1] or _attribute(attributes, "t") == "str"
    return UNCOMPUTED if is_formula and not has_result else ""


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""(?:^|\s){name}=(?:"([^"]*)"|'([^']*)')""", tag)
    return html.unescape(found[1] or found[2] or "") if found else ""


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
