"""Under which rule set a petition comes: the Regulation, with the local one over it where this installation adopted it."""

from datetime import date

from django.conf import settings

from huiyin.statute import rules as statute

NATIONAL = "cn-2022"
"""What the program's acts are written for, whatever was in force when a petition from long ago is entered."""


def rules_for(region_code: str, on: date) -> str:
    """The name of the rule set for what an organ of this region receives on this day.

    It stays with the matter: what is adopted or given up later changes no matter in hand.
    """
    below = statute.load(NATIONAL)
    if not settings.OVERLAYS or on < below.effective_from:
        return NATIONAL
    return statute.in_force(region_code, on, adopted=settings.OVERLAYS).id
