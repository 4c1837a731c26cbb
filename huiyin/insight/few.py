"""What is too few to be told of who asked for what: it could tell of one person (DOMAIN §2.7 c)."""

from collections.abc import Mapping
from typing import Any

FEW = 5
"""Below this a number is not printed for others."""


def hidden(counts: Mapping[Any, int]) -> set[Any]:
    """Which of the numbers of one table are not printed: those below five.

    Where that is one alone, which the total would give away, the smallest of the others goes with it.
    """
    few = {key for key, count in counts.items() if count < FEW}
    others = counts.keys() - few
    return few | {min(others, key=lambda key: counts[key])} if len(few) == 1 and others else few
