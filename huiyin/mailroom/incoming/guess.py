"""Which heading of a file is which field, by the headings that a mapping knows: a first guess, or a fixed reading."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from huiyin.mailroom.exchange.mapping import Mapping
from huiyin.mailroom.incoming import heading
from huiyin.mailroom.incoming.sheet import MapWrong
from huiyin.mailroom.incoming.table import as_written
from huiyin.people.grid import Grid, grids


@dataclass(frozen=True)
class Guess:
    """Field → heading as far as they were found, all headings of the sheet, and the sheet's name."""

    named: dict[str, str]
    headings: tuple[str, ...]
    sheet: str

    def lacks(self, mapping: Mapping) -> list[str]:
        """The needed fields that no heading was found for."""
        return [name for name in mapping.needs if name not in self.named]


def guess(content: bytes, file_name: str, mapping: Mapping) -> Guess:
    """The sheet with the most known headings, a hidden one last; raises SheetWrong, or MapWrong for an empty file."""
    tables = [grid for grid in grids(content, file_name) if any(map(any, grid.lines))]
    if not tables:
        raise MapWrong(_("文件里没有内容。"))
    guesses = [_guess(grid, mapping) for grid in sorted(tables, key=lambda grid: grid.is_hidden)]
    return max(guesses, key=lambda one: len(one.named))


def required(content: bytes, file_name: str, mapping: Mapping) -> Guess:
    """The same where nobody looks it over; raises MapWrong where a needed column is not there."""
    found = guess(content, file_name, mapping)
    if lacking := found.lacks(mapping):
        known = {
            "lacking": "、".join("/".join(mapping.fields[name]) for name in lacking),
            "headings": "、".join(found.headings),
        }
        raise MapWrong(_("表里没有“%(lacking)s”这一列，有的是：%(headings)s。") % known)
    return found


def _guess(grid: Grid, mapping: Mapping) -> Guess:
    lines = _even([[as_written(cell) for cell in line] for line in grid.lines[: heading.LOOKED_AT]])
    known = [name for names in mapping.fields.values() for name in names]
    found = heading.closest(lines, known, grid.merged)
    named, taken = {}, set()
    for field, names in mapping.fields.items():
        fitting = [name for name in names if found.columns(name) and heading.plain(name) not in taken]
        if fitting:
            named[field] = fitting[0]
            taken.add(heading.plain(fitting[0]))
    return Guess(named, tuple(dict.fromkeys(found.said())), grid.name.strip())


def _even(lines: list[list[str]]) -> list[list[str]]:
    width = max(map(len, lines), default=0)
    return [[*line, *[""] * (width - len(line))] for line in lines]
