"""A sheet of petitions: which of its columns means what."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from huiyin.mailroom.incoming import heading
from huiyin.mailroom.incoming.heading import Heading
from huiyin.mailroom.incoming.table import IncomingSheet, Table
from huiyin.people.grid import grids
from huiyin.people.refusal import Wrong
from huiyin.people.sheet import letters

FIELDS = (
    "id", "title", "body", "received", "person", "phone", "address", "id_number", "place", "channel"
)  # fmt: skip
NEEDED = ("body", "received")
HALF_SEEN = (".xlsb", ".ods")
OLD_FORMAT = b"\xd0\xcf\x11\xe0"


class MapWrong(Wrong):
    """The columns named do not fit the file, or do not say enough."""


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


def read(content: bytes, file_name: str, named: Mapping[str, str], *, only: str = "") -> IncomingSheet:
    """The first sheet that has every named heading, a hidden one last; raises SheetWrong or MapWrong."""
    tables = [Table(grid, named) for grid in grids(content, file_name) if any(map(any, grid.lines))]
    tables = sorted(tables, key=lambda table: table.grid.is_hidden)
    asked = [table for table in tables if only in ("", table.name)]
    if only and not asked:
        known = {"sheet": only, "known": "、".join(table.name for table in tables)}
        raise MapWrong(_("没有“%(sheet)s”表，有的是：%(known)s。") % known)
    fitting = [table for table in asked if table.heading]
    if not fitting or fitting[0].heading is None:
        raise _not_found(asked, named)
    found = fitting[0]
    columns = {field: _only_column(fitting[0].heading, name) for field, name in named.items()}
    others = [_not_read(table) for table in tables if table.heading and table is not found]
    return found.sheet(columns, (*_about_format(content, file_name), *others))


def _only_column(found: Heading, name: str) -> int:
    columns = found.columns(name)
    if len(columns) > 1:
        places = {"name": name, "columns": "、".join(map(letters, columns)), "known": "、".join(found.said())}
        raise MapWrong(
            _("“%(name)s”这个列名有几列（%(columns)s），请在表里改成不同的名字。现有：%(known)s。") % places
        )
    return columns[0]


def _not_found(tables: list[Table], named: Mapping[str, str]) -> MapWrong:
    nearest = [heading.closest(table.lines, named.values(), table.grid.merged) for table in tables]
    said = [[name for name in named.values() if not found.columns(name)] for found in nearest]
    lacking, found = min(zip(said, nearest, strict=True), key=_how_much, default=(list(named.values()), None))
    known = {"lacking": "、".join(lacking), "headings": "、".join(found.said() if found else ())}
    return MapWrong(_("表里没有“%(lacking)s”这一列，有的是：%(headings)s。") % known)


def _how_much(pair: tuple[list[str], Heading]) -> int:
    return len(pair[0])


def _not_read(table: Table) -> str:
    return _("“%(sheet)s”表也有这些列，这次没有读；要读它，加 --sheet。") % {"sheet": table.name}


def _about_format(content: bytes, file_name: str) -> tuple[str, ...]:
    if content.startswith(OLD_FORMAT) or file_name.lower().endswith(HALF_SEEN):
        return (_("这种格式里出错的格子和合并的单元格看不全，会当成空的；最好另存为 .xlsx 再导入。"),)
    return ()
