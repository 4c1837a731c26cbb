"""The rows behind a number, as a list draws them: which matter, at which organ, on which day, in which part; no person."""

from collections.abc import Mapping
from typing import Any

from huiyin.desk.finding import one_address, ref_of
from huiyin.desk.tongue import lang
from huiyin.insight.parts import Part
from huiyin.matters.matter import Matter
from huiyin.papers import words
from huiyin.people.organ import Organ


def lines_of(rows: list[Any], parts: Mapping[str, Part]) -> list[dict[str, Any]]:
    """One line for each row; two queries, however many there are."""
    matters = Matter.system.in_bulk([row.of for row in rows])
    organs = Organ.objects.in_bulk({row.at_organ for row in rows})
    address = one_address("desk:matter")
    return [
        {
            "title": matters[row.of].title,
            "number": ref_of(matters[row.of]),
            "url": address(matters[row.of]),
            "organ": organs.get(row.at_organ, ""),
            "day": words.formal(row.day, lang()),
            "part": parts[row.part].label,
        }
        for row in rows
    ]
