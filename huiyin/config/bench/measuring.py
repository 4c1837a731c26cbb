"""The measuring: each job next to the reference in the same minute; cost is the reference's throughput ÷ the job's."""

import os
import random
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from huiyin.config import home
from huiyin.config.bench import jobs
from huiyin.config.bench.city import City
from huiyin.config.bench.fill import words
from huiyin.config.bench.load import Request, throughput
from huiyin.matters.matter import Matter
from huiyin.matters.search import matching

ROUNDS, SECONDS, WARMUP = 3, 3.0, 1.0
WORDS, NEWEST = 200, 50
RAREST, COMMONEST = 0.0001, 0.05  # the share of matters that a word stands in


@dataclass(frozen=True)
class Figure:
    """One measured figure: its name, value and unit, and the goal it is held against, if there is one."""

    name: str
    value: float
    unit: str
    goal: float | None = None


def costs(city: City, address: tuple[str, int]) -> Iterator[Figure]:
    """The cost of filing, inbox, matter page and act, each a median over rounds beside the reference."""
    handler = city.units[0].handler
    measured: list[tuple[str, Callable[[], Iterator[Request]], float]] = [
        ("file a petition", jobs.filing, 5),
        ("inbox, first page", lambda: jobs.inbox(handler), 8),
        ("matter page", lambda: jobs.matter(handler), 8),
        ("an act (acceptance)", lambda: jobs.acceptance(city), 6),
    ]
    for name, prepare, goal in measured:
        requests = prepare()
        throughput(address, requests, WARMUP)
        rounds = [_cost(address, requests) for _ in range(ROUNDS)]
        yield Figure(name, statistics.median(rounds), "× reference", goal)


def _cost(address: tuple[str, int], requests: Iterator[Request]) -> float:
    bare = throughput(address, jobs.reference(), SECONDS)
    return bare / throughput(address, requests, SECONDS)


def searching(city: City) -> Iterator[Figure]:
    """The newest 50 visible matches of 200 two-character words: median milliseconds, and how many a scan finds beside."""
    mine = Matter.objects.visible_to(city.triager.officer)
    looked_for = _words_to_look_for()
    taken, found = [], {}
    for word in looked_for:
        began = time.perf_counter()
        found[word] = list(matching(mine, word).values_list("pk", flat=True)[:NEWEST])
        taken.append((time.perf_counter() - began) * 1000)
    yield Figure("search, newest 50", statistics.median(taken), "ms", 10)
    scanned = _scanned(mine, looked_for)
    missed = sum(len(set(scanned[word]) - set(found[word])) for word in looked_for)
    yield Figure("search, missed", missed, "matters", 0)


def _words_to_look_for() -> list[str]:
    """Two-character words that stand in 0.01 to 5 % of the matters."""
    chance, there = random.Random(2), Matter.system.count()  # noqa: S311
    chosen: dict[str, None] = {}
    while len(chosen) < WORDS:
        word = words(chance, 2)
        if word not in chosen and RAREST <= matching(Matter.system.all(), word).count() / there <= COMMONEST:
            chosen[word] = None
    return list(chosen)


def _scanned(mine: Any, looked_for: list[str]) -> dict[str, list[Any]]:
    """The newest matches of each word, by reading every text there is."""
    found: dict[str, list[Any]] = {word: [] for word in looked_for}
    for matter in mine.order_by("-words__id").iterator(2000):
        text = f"{matter.title}\n{matter.text}"
        for word in looked_for:
            if len(found[word]) < NEWEST and word in text:
                found[word].append(matter.pk)
    return found


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """This home, served without a worker, with the reference view switched on."""
    environment = {**os.environ, "HUIYIN_BENCH": "1"}
    command = [sys.executable, "-c", "from huiyin.config.command import main; main()", "run", "--no-worker"]
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait(f"{home.address()}bench/reference", began + 30)
        yield home.HOST, home.PORT
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str, until: float) -> None:
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
