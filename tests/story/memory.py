"""What a story remembers of a matter, so that it sees what is changed behind its back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

Grounds = tuple[Any, ...]


@dataclass
class Memory:
    """When each matter was received, and for each clock its date and all that may have moved it."""

    received: dict[UUID, tuple[datetime, date]] = field(default_factory=dict)
    dates: dict[UUID, tuple[date, Grounds]] = field(default_factory=dict)

    def first_seen(self, matter: Any) -> tuple[datetime, date]:
        """When it was received, as it was said the first time that anybody looked."""
        return self.received.setdefault(matter.pk, (matter.registered_at, matter.heard_on))

    def moved_without_ground(self, clock: Any, grounds: Grounds) -> bool:
        """Whether its date differs from the last time, and nothing that may move it does."""
        before = self.dates.get(clock.pk)
        self.dates[clock.pk] = (clock.due_on, grounds)
        return before is not None and before[0] != clock.due_on and before[1] == grounds
