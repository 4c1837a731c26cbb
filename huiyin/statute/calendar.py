"""Rest days and make-up workdays (放假调休) as the State Council published them, year by year."""

import tomllib
from calendar import SATURDAY
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from huiyin.statute.errors import StatuteError

OWN = Path(__file__).with_name("holidays.toml")


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Days off: `rest` and `work` are the published exceptions to the week; `fixed` holds (month, day)."""

    rest: Mapping[date, str]
    work: Mapping[date, str]
    years: frozenset[int]
    fixed: Mapping[tuple[int, int], str]

    def is_rest_day(self, day: date) -> bool:
        """Whether offices are closed: as published, else by the week and the fixed statutory days."""
        if day in self.rest:
            return True
        if day in self.work:
            return False
        if not self.published(day.year) and (day.month, day.day) in self.fixed:
            return True
        return day.weekday() >= SATURDAY

    def is_working(self, day: date) -> bool:
        """Whether the day counts in a term of working days; make-up workdays (调休上班) do."""
        return not self.is_rest_day(day)

    def published(self, year: int) -> bool:
        """Whether the State Council's notice for the year is in the table; else its dates are provisional."""
        return year in self.years

    def name(self, day: date) -> str:
        """The holiday's Chinese name, also of a make-up workday; empty on an ordinary day."""
        return self.rest.get(day) or self.work.get(day) or ""


@lru_cache(maxsize=8)
def national(extra: Path | None = None) -> Calendar:
    """The national calendar; `extra` is a folder whose holidays*.toml add or correct years, in order."""
    files = [OWN, *sorted(extra.glob("holidays*.toml"))] if extra else [OWN]
    rest: dict[date, str] = {}
    work: dict[date, str] = {}
    years: set[int] = set()
    fixed: dict[tuple[int, int], str] = {}
    for file in files:
        table = _read(file)
        try:
            for name, days in table.get("fixed", {}).items():
                fixed.update((_month_and_day(text), name) for text in days)
            for year, entry in table.get("year", {}).items():
                years.add(int(year))
                _add(entry.get("rest", {}), to=rest, instead_of=work)
                _add(entry.get("work", {}), to=work, instead_of=rest)
        except (AttributeError, TypeError, ValueError) as error:
            raise StatuteError(
                file.name, "holidays", f"write it as our own holidays.toml is written: {error}"
            ) from error
    return Calendar(MappingProxyType(rest), MappingProxyType(work), frozenset(years), MappingProxyType(fixed))


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StatuteError(file.name, "file", f"cannot be read as TOML: {error}") from error


def _month_and_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)


def _add(named: Mapping[str, list[date]], *, to: dict[date, str], instead_of: dict[date, str]) -> None:
    for name, days in named.items():
        for day in days:
            if type(day) is not date:
                raise TypeError(f"{day} is not a date")
            instead_of.pop(day, None)
            to[day] = name


def is_rest_day(day: date) -> bool:
    """Whether the national calendar closes offices on the day."""
    return national().is_rest_day(day)


def is_working(day: date) -> bool:
    """Whether the national calendar counts the day as a working day."""
    return national().is_working(day)


def published(year: int) -> bool:
    """Whether the national table of the year is known."""
    return national().published(year)
