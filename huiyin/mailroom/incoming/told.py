"""What is told of a sheet: cells to mend, cells that were read in a plainer form, and lines that were left out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bad:
    """Something to mend: the row as the spreadsheet numbers it, the column's heading, and how."""

    row: int
    column: str
    cure: str


@dataclass(frozen=True)
class Plainer:
    """A cell that says the same with less: narrow digits, no apostrophe in front. Its words are not repeated here."""

    row: int
    column: str


@dataclass(frozen=True)
class LeftOut:
    """A line that is no petition, and why it is thought to be none."""

    row: int
    why: str
