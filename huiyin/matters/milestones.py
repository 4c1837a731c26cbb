"""The days that tables tell of a matter, read from rows that were fetched with it."""

from datetime import date
from typing import Any


def accepted_on(matter: Any) -> date | None:
    """The day on which it was accepted last."""
    days = [act.on for act in (*matter.acceptances.all(), *matter.simplified_acceptances.all())]
    return max(days, default=None)


def delivered_on(matter: Any) -> date | None:
    """The day on which the last to whom it is owed had it."""
    days = [owed.completed_on for owed in matter.owed]
    return max(days) if days and all(days) else None
