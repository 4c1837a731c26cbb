"""What a replay counts: the clocks as they stand in the database once every act is done."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from huiyin.matters.clock import Clock

TERMS = ("handling", "notice-forwarded")
BATCH = 500


def figures(keys: Iterable[UUID]) -> dict[str, Any]:
    """The rows, and for each term how many clocks were met and missed, and how many of all have provisional dates."""
    asked = list(keys)
    clocks: dict[str, dict[str, int]] = {term: {"met": 0, "missed": 0, "provisional": 0} for term in TERMS}
    for start in range(0, len(asked), BATCH):
        of_these = Clock.objects.filter(
            matter__petitions__key__in=asked[start : start + BATCH], term__in=TERMS
        )
        for clock in of_these:
            clocks[clock.term]["met" if clock.met() else "missed"] += 1
            clocks[clock.term]["provisional"] += clock.provisional
    return {"rows": len(asked), "clocks": clocks}
