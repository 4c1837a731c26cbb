"""One sheet as text below its headings: every cell exactly as it was written, or with what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from huiyin.mailroom.incoming import heading
from huiyin.mailroom.incoming.heading import Heading
from huiyin.mailroom.incoming.omission import Omission
from huiyin.mailroom.incoming.repeated import PERSONAL, Repeated
from huiyin.mailroom.incoming.told import Bad, LeftOut
from huiyin.people.grid import Grid
from huiyin.people.sheet import Row, Sheet, letters
from huiyin.people.unreadable import is_shown

EXACT_WHOLE_NUMBERS = 2**53  # beyond this a spreadsheet's numbers have lost their last digits
AROUND = (
    " \t\r\n\u00a0\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"  # space that nobody sees around words
)


@dataclass(frozen=True)
class IncomingRow(Row):
    """One line, and what is already known to be wrong with its cells."""

    bad: tuple[Bad, ...] = ()


@dataclass(frozen=True)
class IncomingSheet(Sheet):
    """The rows to be read, under the headings that were asked for; lines left out; what else is to be known."""

    rows: tuple[IncomingRow, ...]
    headings_at: int = 0
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


class Table:
    """A grid as text, with its headings if it has all that are named."""

    def __init__(self, grid: Grid, named: Mapping[str, str]) -> None:
        self.grid, self.named = grid, named
        self.name = grid.name.strip()
        width = max(map(len, grid.lines))
        texts = [[as_written(cell) for cell in line] for line in grid.lines]
        self.lines = [[*line, *[""] * (width - len(line))] for line in texts]
        self.heading: Heading | None = heading.find(self.lines, named.values(), grid.merged)

    def sheet(self, columns: dict[str, int], remarks: tuple[str, ...]) -> IncomingSheet:
        """The rows below the headings, by the column of each field."""
        found = self.heading or Heading(0, 0, ())
        merged = [place for place in self.grid.merged if place[0] > found.last]
        omission = Omission(found, self.lines[: found.first], merged)
        repeated = Repeated(self.lines, columns, merged)
        rows, left_out = [], []
        for at in range(found.last + 1, len(self.lines)):
            why = omission.why(at, self.lines[at], columns) if any(self.lines[at]) else ""
            if why:
                left_out.append(LeftOut(at + 1, why))
            elif any(self.lines[at]):
                rows.append(self._row(at, columns, repeated))
        places = {self.named[field]: letters(column) for field, column in columns.items()}
        return IncomingSheet(self.name, places, tuple(rows), found.last + 1, tuple(left_out), remarks)

    def _row(self, at: int, columns: dict[str, int], repeated: Repeated) -> IncomingRow:
        cells, bad = {}, []
        for name, column in columns.items():
            text, cure = repeated.cell(at, name)
            cells[self.named[name]] = text
            cure = cure or _cure(name, text, self._cell(at, column))
            bad += [Bad(at + 1, self.named[name], cure)] if cure else []
        return IncomingRow(at + 1, cells, tuple(bad))

    def _cell(self, at: int, column: int) -> object:
        line = self.grid.lines[at]
        return line[column] if column < len(line) else ""


def _cure(name: str, text: str, cell: object) -> str:
    """What is wrong with a cell before anybody asks what it means."""
    if is_shown(text):
        return _("这一格显示的是“%(shown)s”，原来的内容已经没有了，请重新填写。") % {"shown": text}
    if name in PERSONAL and isinstance(cell, date | time | timedelta):
        return _("表格软件把这一格变成了日期；请把这一列设为文本后重新填写。")
    return ""


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
    return str(cell).strip(AROUND)
