"""A sheet of petitions: which column means what, and every cell exactly as it was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from huiyin.people import sheet as people_sheet
from huiyin.people.refusal import Wrong
from huiyin.people.sheet import Sheet

FIELDS = (
    "id", "title", "body", "received", "person", "phone", "address", "id_number", "place", "channel"
)  # fmt: skip
NEEDED = ("body", "received")
EXACT_WHOLE_NUMBERS = 2**53  # beyond this a spreadsheet's numbers have lost their last digits


class MapWrong(Wrong):
    """The columns named do not fit the file, or do not say enough."""


@dataclass(frozen=True)
class Bad:
    """Something to mend: the row as the spreadsheet numbers it, the column's heading, and how."""

    row: int
    column: str
    cure: str


def mapping(text: str) -> dict[str, str]:
    """`title=标题,body=内容` as field → heading; raises MapWrong."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    named = {field.strip(): heading.strip() for field, _equals, heading in pairs}
    unknown = [field for field in named if field not in FIELDS or not named[field]]
    if unknown:
        known = {"unknown": "、".join(unknown), "known": "、".join(FIELDS)}
        raise MapWrong(_("--map 里的“%(unknown)s”不对，可以写：%(known)s。") % known)
    missing = [field for field in NEEDED if field not in named]
    if missing:
        raise MapWrong(_("--map 还要写明“%(missing)s”是哪一列。") % {"missing": "、".join(missing)})
    return named


def read(content: bytes, file_name: str, named: Mapping[str, str]) -> Sheet:
    """The first sheet that has every named heading; raises SheetWrong or MapWrong."""
    sheets = people_sheet.read(content, file_name, text=as_written)
    for sheet in sheets:
        if set(named.values()) <= sheet.columns.keys():
            return sheet
    headings = "、".join(sheets[0].columns) if sheets else ""
    lacking = "、".join(
        heading for heading in named.values() if not sheets or heading not in sheets[0].columns
    )
    raise MapWrong(
        _("表里没有“%(lacking)s”这一列，有的是：%(headings)s。") % {"lacking": lacking, "headings": headings}
    )


def as_written(cell: object) -> str:
    """A cell's words untouched but for space around them; a number that lost digits shows it: 3.40E+17."""
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell)
    if isinstance(cell, int | float) and abs(cell) >= EXACT_WHOLE_NUMBERS:
        return f"{cell:.2E}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell).strip(" \t\r\n\u00a0\u3000\ufeff")
