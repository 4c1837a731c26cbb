"""Identifiers sort by the time they were made."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from huiyin.ledger import uuid7 as module
from huiyin.ledger.uuid7 import uuid7


def test_it_is_a_version_7_identifier():
    made = uuid7()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_it_carries_the_time_it_was_made(monkeypatch):
    monkeypatch.setattr(module, "_last", (0, 0))  # another test may have travelled to a later time
    assert abs((uuid7().int >> 80) - time.time() * 1000) < 5000


def test_each_one_is_greater_than_the_one_before():
    made = [uuid7() for _ in range(20_000)]
    assert all(earlier < later for earlier, later in pairwise(made))


def test_they_keep_rising_while_the_clock_steps_back(monkeypatch):
    before = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert uuid7() > before


def test_threads_never_share_one():
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: uuid7(), range(20_000)))
    assert len(set(made)) == len(made)
