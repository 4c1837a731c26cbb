"""Drafting a dirty workbook: every line is written down together with what it means."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter

from tests.mailroom.dirty.cast import FIELDS, Petition


@dataclass(frozen=True)
class Book:
    """A file, how its columns are named, what it means by row and field, and what cannot be known from it."""

    name: str
    file_name: str
    content: bytes
    named: dict[str, str]
    truth: dict[int, Petition]
    spoilt: frozenset[tuple[int, str]]
    left_out: frozenset[int]


@dataclass
class Draft:
    """The lines of a sheet so far; `blank` columns stand to the left of it."""

    fields: Sequence[str] = tuple(FIELDS)
    headings: dict[str, str] = field(default_factory=lambda: dict(FIELDS))
    blank: int = 0
    lines: list[list[Any]] = field(default_factory=list)
    truth: dict[int, Petition] = field(default_factory=dict)
    spoilt: set[tuple[int, str]] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)

    def line(self, *cells: object, left_out: bool = False) -> int:
        """A line that is no petition; answers the number a spreadsheet gives it."""
        self.lines.append([*[""] * self.blank, *cells])
        self.left_out |= {len(self.lines)} if left_out else set()
        return len(self.lines)

    def heading(self, *, left_out: bool = False) -> int:
        """The line of headings."""
        return self.line(*(self.headings[name] for name in self.fields), left_out=left_out)

    def petition(self, means: Petition, spoilt: Iterable[str] = (), **written: object) -> int:
        """A petition, with other words in some cells than it means, and cells from which nobody can know."""
        row = self.line(*({**means, **written}[name] for name in self.fields))
        self.truth[row] = means
        self.spoilt |= {(row, name) for name in spoilt}
        return row

    def petitions(self, all_of_them: Iterable[Petition], **dress: Callable[[str], object]) -> None:
        """Petitions that all wear the same dress."""
        for means in all_of_them:
            self.petition(means, **{name: put_on(means[name]) for name, put_on in dress.items()})

    def at(self, name: str) -> int:
        """The column of a field, from 0."""
        return self.blank + list(self.fields).index(name)

    def book(self, name: str, file_name: str, content: bytes, **named: str) -> Book:
        """The finished book."""
        known = {field: self.headings[field] for field in self.fields} | named
        frozen = frozenset(self.spoilt), frozenset(self.left_out)
        return Book(name, file_name, content, known, self.truth, *frozen)

    def text(self, encoding: str, delimiter: str = ",") -> bytes:
        """The lines as a text file."""
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=delimiter).writerows(self.lines)
        return file.getvalue().encode(encoding)

    def xlsx(self, more: Callable[[Any, Any], None] = lambda book, page: None, **options: Any) -> bytes:
        """The lines as a workbook; `more` merges, hides, adds sheets; sheets named in `before` come first."""
        before = options.pop("before", ())
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"strings_to_formulas": False, **options}) as book:
            for name in before:
                book.add_worksheet(name)
            page = book.add_worksheet("台账")
            days = book.add_format({"num_format": "yyyy-mm-dd"})
            for row, line in enumerate(self.lines):
                for column, cell in enumerate(line):
                    _write(page, (row, column), cell, days)
            more(book, page)
        return file.getvalue()


def _write(page: Any, place: tuple[int, int], cell: object, days: Any) -> None:
    if isinstance(cell, date):
        page.write_datetime(*place, cell, days)
    elif cell != "":
        page.write(*place, cell)


def moment(text: str) -> datetime:
    """A cell that is a real date and time."""
    return datetime.fromisoformat(text)
