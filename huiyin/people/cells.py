"""Reading one row of a sheet cell by cell; what is wrong is noted with its place and its cure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from huiyin.people.sheet import Row, Sheet


@dataclass(frozen=True)
class Fault:
    """Something to mend: sheet, row, cell (`D17`) and a sentence that says how."""

    sheet: str
    row: int
    cell: str
    sentence: str

    def __str__(self) -> str:
        place = _("“%(sheet)s”表第 %(row)d 行") % {"sheet": self.sheet, "row": self.row}
        return f"{place}{self.cell and f'（{self.cell}）'}：{self.sentence}"


@dataclass(frozen=True)
class Change:
    """One line of the difference: `+` added, `~` changed, `−` ended."""

    sign: str
    noun: str
    name: str


@dataclass
class Difference:
    """What loading the sheets changes, or what keeps them from being loaded.

    `spoiled` are names from rows with a fault of their own: pointing at one of them is no second fault.
    """

    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)

    def note(self, sign: str, noun: str | Promise, name: object) -> None:
        """Write one change down."""
        self.changes.append(Change(sign, str(noun), str(name)))

    def __str__(self) -> str:
        counted = [(sign, sum(change.sign == sign for change in self.changes)) for sign in "+~−"]
        return " ".join(f"{sign}{count}" for sign, count in counted)


class Cells:
    """The cells of one row; `is_sound` stays true while every cell read so far was right."""

    def __init__(self, sheet: Sheet, row: Row, difference: Difference) -> None:
        self.sheet, self.row, self.difference = sheet, row, difference
        self.is_sound = True

    def text(self, heading: str) -> str:
        """What the cell says, perhaps nothing."""
        return self.row.cells.get(heading, "")

    def required(self, heading: str) -> str:
        """What the cell says; nothing is a fault."""
        if not self.text(heading):
            self.fault(heading, _("“%(heading)s”还空着，请填写。") % {"heading": heading})
        return self.text(heading)

    def one_of(self, heading: str, known: Mapping, default: object = None) -> object:
        """The thing known by the cell's words, the default for an empty cell; an unknown word is a fault."""
        said = self.text(heading)
        if not said:
            return default
        self._require_known(heading, said, known)
        return known.get(said, default)

    def many_of(self, heading: str, known: Mapping) -> list:
        """The things known by the words of the cell, between 、 or commas."""
        said = [word for word in _words(self.text(heading)) if word]
        for word in said:
            self._require_known(heading, word, known)
        return list(dict.fromkeys(known[word] for word in said if word in known))

    def day(self, heading: str) -> date | None:
        """The date in the cell: 2026-11-23, 2026/11/23 or 2026年11月23日; anything else is a fault."""
        said = self.text(heading)
        for separator in "年月/.":
            said = said.replace(separator, "-")
        try:
            return date(*map(int, said.removesuffix("日").split("-"))) if said else None
        except (ValueError, TypeError):
            self.fault(
                heading, _("“%(said)s”不是日期，请写成 2026-11-23 这样。") % {"said": self.text(heading)}
            )
            return None

    def spoil(self, *headings: str) -> None:
        """Remember the names in these cells as belonging to a faulty row."""
        self.difference.spoiled |= {self.text(heading) for heading in headings} - {""}

    def _require_known(self, heading: str, said: str, known: Mapping) -> None:
        if said in known:
            return
        if said in self.difference.spoiled:
            self.is_sound = False
        else:
            self.fault(heading, _unknown(heading, said, known))

    def fault(self, heading: str, sentence: str | Promise) -> None:
        """Note what is wrong with a cell (or, with an unknown heading, with the row)."""
        self.is_sound = False
        column = self.sheet.columns.get(heading, "")
        cell = f"{column}{self.row.number}" if column else ""
        self.difference.faults.append(Fault(self.sheet.name, self.row.number, cell, str(sentence)))


def words_of(choices: type[Choices]) -> dict[str, object]:
    """Choices by their Chinese word, their word in the reader's language, and their code."""
    known = {str(choice.label): choice.value for choice in choices}
    with override("zh-hans"):
        chinese = {str(choice.label): choice.value for choice in choices}
    return {str(choice.value): choice.value for choice in choices} | known | chinese


def _words(text: str) -> list[str]:
    for separator in "，,；;/ ":
        text = text.replace(separator, "、")
    return text.split("、")


def _unknown(heading: str, said: str, known: Iterable[str]) -> str:
    names = {"heading": heading, "said": said}
    closest = difflib.get_close_matches(said, list(known), n=1, cutoff=0.4)
    if closest:
        names["closest"] = closest[0]
        return _("“%(heading)s”写的是“%(said)s”，最接近的是“%(closest)s”，请改成它。") % names
    return _("“%(heading)s”写的是“%(said)s”，没有这一项，请先添上它或改写。") % names
