"""Copies of a matter's words that rooms above keep: sealing removes them in the transaction that seals."""

from collections.abc import Callable
from typing import Any

_removers: list[Callable[[Any], None]] = []


def removed_by(remove: Callable[[Any], None]) -> None:
    """Subscribe what removes one room's copies of a matter. Called once by that room's AppConfig."""
    _removers.append(remove)


def remove(matter: Any) -> None:
    """Remove every copy that is kept anywhere above."""
    for each in _removers:
        each(matter)
