"""Where the headings of a sheet stand: below titles, in one to three lines, with line breaks or merged groups."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

LOOKED_AT = 50  # lines
HIGHEST = 3
Line = Sequence[str]
Range = tuple[int, int, int, int]


@dataclass(frozen=True)
class Heading:
    """The lines from `first` to `last` (from 0), and for each column all that it may be called by."""

    first: int
    last: int
    names: tuple[tuple[str, ...], ...]

    def columns(self, name: str) -> list[int]:
        """The columns that answer to a name."""
        return [at for at, names in enumerate(self.names) if plain(name) in names]

    def said(self) -> list[str]:
        """Each column's fullest name."""
        return [names[-1] for names in self.names if names]

    def is_repeated_in(self, line: Line) -> bool:
        """Whether a line says nothing but headings, each in its own column: pages were pasted together."""
        said = [(at, plain(cell)) for at, cell in enumerate(line) if plain(cell)]
        return bool(said) and all(self._stands_above(at, words) for at, words in said)

    def _stands_above(self, at: int, words: str) -> bool:
        """Whether a column is called this, or stands in the group that is."""
        names = self.names[at] if at < len(self.names) else ()
        return words in names or any(full.removeprefix(words) in names for full in names[1:])


def plain(text: str) -> str:
    """A heading without spaces and line breaks, in narrow letters, without a mark for `required` or a colon."""
    return "".join(unicodedata.normalize("NFKC", text).split()).strip("*:")


def find(lines: Sequence[Line], wanted: Collection[str], merged: Collection[Range] = ()) -> Heading | None:
    """The first lines that have every wanted name, the fewest that will do; None if there are none."""
    for height in range(1, HIGHEST + 1):
        for first in range(min(len(lines), LOOKED_AT)):
            found = _heading(lines, first, first + height - 1)
            if _fit(found, wanted) < len(set(wanted)):
                continue
            found = _heading(lines, first, _end(found, merged))
            if _fit(found, wanted) == len(set(wanted)):
                return found
    return None


def closest(lines: Sequence[Line], wanted: Collection[str], merged: Collection[Range] = ()) -> Heading:
    """The line that has most of the wanted names; among equals the first that says anything."""
    nothing = Heading(0, 0, ())
    found = [_heading(lines, at, at) for at, line in enumerate(lines[:LOOKED_AT]) if any(line)]
    best = max(found, key=lambda heading: _fit(heading, wanted), default=nothing)
    return _heading(lines, best.first, _end(best, merged))


def _end(heading: Heading, merged: Collection[Range]) -> int:
    """The last line of the merged cells that begin in a heading: its groups' columns stand there."""
    ends = [bottom for top, _left, bottom, _right in merged if heading.first <= top <= heading.last]
    return min(max([heading.last, *ends]), heading.first + HIGHEST - 1)


def _fit(heading: Heading, wanted: Collection[str]) -> int:
    return sum(bool(heading.columns(name)) for name in set(wanted))


def _heading(lines: Sequence[Line], first: int, last: int) -> Heading:
    block = [_spread(lines, at, last) for at in range(first, min(last + 1, len(lines)))]
    width = max((len(line) for line in block), default=0)
    names = [_names([line[at] for line in block if at < len(line)]) for at in range(width)]
    return Heading(first, last, tuple(names))


def _spread(lines: Sequence[Line], at: int, last: int) -> list[str]:
    """A line of headings with each group's name over all its columns: where the line below says something."""
    said = [plain(cell) for cell in lines[at]]
    below = lines[at + 1] if at < last and at + 1 < len(lines) else ()
    for column in range(1, len(said)):
        if not said[column] and column < len(below) and plain(below[column]):
            said[column] = said[column - 1]
    return said


def _names(parts: list[str]) -> tuple[str, ...]:
    """`信访人` above `姓名` may be called 姓名 or 信访人姓名."""
    said = [part for part in parts if part]
    return tuple("".join(said[at:]) for at in reversed(range(len(said))))
