"""The jobs of the worker, in the order in which one round does them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from huiyin.mailroom import digest, reader, reminding, sending
from huiyin.matters import rendering, tick
from huiyin.matters.document import Document

EVERY_ROUND = timedelta(0)
HOUR = timedelta(hours=1)
PAPERS_A_ROUND = 2


@dataclass(frozen=True)
class Job:
    """One job: what it is called, how long to wait before it is done again, and what does it.

    `do` returns how much it did; while that is not 0 there may be more to do.
    """

    name: str
    every: timedelta
    do: Callable[[], int]


def _tick() -> int:
    tick.tick(timezone.localdate())
    return 0


def _remind() -> int:
    reminding.remind(timezone.localdate())
    return 0


def _digest() -> int:
    digest.write_all(timezone.now())
    return 0


def _render() -> int:
    """Set papers that have no bytes yet, the newest first: somebody may be waiting for it."""
    waiting = Document.objects.filter(digest="", voided_on=None).select_related("organ", "matter")
    papers = list(waiting.order_by("-pk")[:PAPERS_A_ROUND])
    for paper in papers:
        rendering.render(paper)
    return len(papers)


JOBS = (
    Job("tick", HOUR, _tick),
    Job("read", EVERY_ROUND, reader.read),
    Job("remind", HOUR, _remind),
    Job("digest", timedelta(minutes=1), _digest),
    Job("send", EVERY_ROUND, sending.send_due),
    Job("render", EVERY_ROUND, _render),
)
