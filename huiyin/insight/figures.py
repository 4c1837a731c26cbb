"""Figures: the rows of an indicator sorted into its parts, and their numbers. A number is the count of its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, DateField, QuerySet, Value, When

from huiyin.insight.counted import Days
from huiyin.insight.indicators import INDICATORS, Indicator, Rate
from huiyin.insight.parts import Part
from huiyin.people.organ import Organ


@dataclass(frozen=True)
class Asked:
    """Which matters the asker may see, from which day to which, perhaps at one organ; `today` decides what is due."""

    matters: QuerySet
    days: Days
    today: date
    organ: Any = None


@dataclass(frozen=True)
class Figure:
    """One indicator with the number of rows in each part."""

    indicator: Indicator
    counts: Mapping[str, int]

    def count(self, parts: Iterable[Part]) -> int:
        """How many rows these parts hold."""
        return sum(self.counts.get(part.name, 0) for part in parts)

    def percent(self, rate: Rate) -> float | None:
        """A rate in percent with one decimal, half up; None where nothing is there to divide by."""
        over = self.count(rate.denominator)
        return (2000 * self.count(rate.numerator) // over + 1) // 2 / 10 if over else None


def rows(indicator: Indicator, asked: Asked, parts: Iterable[str] = ()) -> QuerySet:
    """The rows of an indicator, each with its `part`; of these parts alone, where some are named. Nothing sealed."""
    later = timedelta(days=indicator.later)
    days = Days(
        asked.days.since - later, min(asked.days.until, asked.today) - later if later else asked.days.until
    )
    found = indicator.rows(asked.matters.filter(sealed=False).order_by(), days)
    found = found.filter(day__range=(days.since, days.until)).order_by()
    if asked.organ is not None:
        found = found.filter(at_organ=asked.organ.pk)
    found = found.annotate(today=Value(asked.today, output_field=DateField())).annotate(
        part=_sorted(indicator)
    )
    return found.filter(part__in=list(parts)) if parts else found


def figure(indicator: Indicator, asked: Asked) -> Figure:
    """One indicator's numbers, in one query."""
    return Figure(indicator, dict(rows(indicator, asked).values_list("part").annotate(Count("pk"))))


def figures(asked: Asked) -> list[Figure]:
    """Every indicator's numbers, in the order of the table."""
    return [figure(indicator, asked) for indicator in INDICATORS]


def by_organ(indicator: Indicator, asked: Asked) -> list[tuple[Organ, Figure]]:
    """An indicator's numbers at each organ, in the order of the codes of their places, whatever the numbers say."""
    counts: dict[Any, dict[str, int]] = {}
    for organ, part, count in rows(indicator, asked).values_list("at_organ", "part").annotate(Count("pk")):
        counts.setdefault(organ, {})[part] = count
    organs = Organ.objects.filter(pk__in=counts).order_by("region_id", "name")
    return [(organ, Figure(indicator, counts[organ.pk])) for organ in organs]


def organs_in(matters: QuerySet) -> QuerySet:
    """The organs that these matters are or were with, in the order of the codes of their places."""
    return Organ.objects.filter(assignments__matter__in=matters).order_by("region_id", "name").distinct()


def _sorted(indicator: Indicator) -> Case:
    """The name of the first part that fits."""
    *asked, last = indicator.parts
    whens = [When(part.where, then=Value(part.name)) for part in asked]
    return Case(*whens, default=Value(last.name), output_field=CharField())
