"""What was found, as the page of a matter tells it: facts in the order of their days, each with what every side put forward."""

from typing import Any

from huiyin.desk.tongue import lang
from huiyin.matters.fact import Weight
from huiyin.matters.party import Side
from huiyin.papers import words


def facts_of(matter: Any) -> list[dict[str, Any]]:
    """Day, fact, and per side evidence, weight and reason."""
    if not matter.has_facts:
        return []
    return [
        {
            "day": words.formal(one.happened_on, lang()) if one.happened_on else "",
            "fact": one.fact,
            "sides": [
                {
                    "side": Side(said["side"]).label,
                    "evidence": said["evidence"],
                    "weight": Weight(said["weight"]).label,
                    "why": said["why"],
                }
                for said in one.sides
            ],
        }
        for one in matter.facts_found()
    ]
