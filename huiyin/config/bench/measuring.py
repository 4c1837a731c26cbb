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

from huiyin.config import home
from huiyin.config.bench import jobs
from huiyin.config.bench.city import City
from huiyin.config.bench.fill import words
from huiyin.config.bench.load import Request, throughput
from huiyin.matters.matter import Matter
from huiyin.matters.search import matching

ROUNDS, SECONDS, WARMUP = 3, 3.0, 1.0
WORDS, NEWEST = 200, 50


@dataclass(frozen=True)
class Figure:
    """One measured figure: its name, value and unit, and the goal it is held against."""

    name: str
    value: float
    unit: str
    goal: float


def costs(city: City, address: tuple[str, int]) -> Iterator[Figure]:
    """The cost of filing, inbox, matter page and act, each a median over rounds beside the reference."""
    handler = city.units[0][1]
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


def searching(city: City) -> Figure:
    """The median time to the newest 50 visible matches of a two-character word, in milliseconds."""
    chance, officer = random.Random(2), city.triager.officer  # noqa: S311
    taken = []
    for _ in range(WORDS):
        word = words(chance, 2)
        began = time.perf_counter()
        list(matching(Matter.objects.visible_to(officer), word).values_list("pk", flat=True)[:NEWEST])
        taken.append((time.perf_counter() - began) * 1000)
    return Figure("search, newest 50", statistics.median(taken), "ms", 10)


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
