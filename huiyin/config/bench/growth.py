"""Growth: how long a random mix of acts takes in a city of a thousand matters, and in the same city grown large.

The two run in one go, so that what is compared was measured on the same machine.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from huiyin.config.bench import mix
from huiyin.config.bench.city import City
from huiyin.config.bench.measuring import Figure

SMALL, ACTS, ROUNDS, WARMUP = 1000, 150, 3, 20
GOAL = 1.5


def growing(city: City, fill: Callable[[int], None], matters: int) -> Iterator[Figure]:
    """Median and 95th percentile with a thousand matters, then with `matters`, and how the latter compare."""
    before: dict[str, float] = {}
    for size in (SMALL, matters):
        fill(size)
        told = acts(city, random.Random(size))  # noqa: S311
        for name, taken in told.items():
            yield Figure(f"acts, {name}, of {size}", taken, "ms")
            if before:
                yield Figure(f"acts, {name}", taken / before[name], f"× {SMALL} matters", GOAL)
        before = told


def acts(city: City, chance: random.Random) -> dict[str, float]:
    """The median and the 95th percentile of a mix of acts in milliseconds, each a median over rounds."""
    turns = mix.turns(city, chance)
    for _ in range(WARMUP):
        _timed(next(turns))
    rounds = [[_timed(next(turns)) for _ in range(ACTS)] for _ in range(ROUNDS)]
    percentiles = [statistics.quantiles(taken, n=20) for taken in rounds]
    return {
        "median": statistics.median(each[9] for each in percentiles),
        "p95": statistics.median(each[18] for each in percentiles),
    }


def _timed(turn: Callable[[], Any]) -> float:
    began = time.perf_counter()
    turn()
    return (time.perf_counter() - began) * 1000
