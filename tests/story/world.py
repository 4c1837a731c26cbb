"""The world of a random story: the village, what has been petitioned there, the day it is, and what was done."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from huiyin.mailroom import reader
from huiyin.matters.matter import Matter
from huiyin.matters.tick import tick
from huiyin.people.actor import Actor
from tests.matters import stages
from tests.story.memory import Memory
from tests.village import CAST, Village

PETITIONERS = 3


def asked() -> CaptureQueriesContext:
    """What the block asks of the database; what was asked before it is forgotten, for the log is not endless."""
    reset_queries()
    return CaptureQueriesContext(connection)


REVIEWING = ["lead", "review", "supervise", "handle"]


@dataclass
class World:
    """One story while it is told. `dear` is the highest number of questions that each act asked of the database."""

    village: Village
    cast: list[Actor] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    done: Counter[str] = field(default_factory=Counter)
    dear: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    reached: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    now: datetime = stages.START

    def begin(self) -> None:
        """Everybody takes their place; 陈明 reviews too, so that a story can reach its end."""
        post = self.village.actor(self.village.leader).post
        post.duties = REVIEWING
        post.save()
        self._travel = travel(self.now, tick=False)
        self._clock = self._travel.start()
        petitioners = [Actor.petitioner()] * PETITIONERS
        self.cast = [*petitioners, *(self.village.actor(getattr(self.village, part)) for part in CAST)]

    def end(self) -> None:
        """Time goes on as elsewhere."""
        self._travel.stop()

    def wait(self, hours: int) -> None:
        """Let time pass."""
        self.now += timedelta(hours=hours)
        self._clock.move_to(self.now)

    def petition(self, **told: Any) -> Matter:
        """Somebody petitions at the city's office."""
        with asked() as seen:
            matter = stages.registered_matter(self.village, at=self.now, **told)
        self.matters.append(matter)
        self.note("register", seen, f"somebody petitions ({told})")
        return matter

    def take_up(self, brought: Callable[..., Any]) -> None:
        """Begin with a matter that a builder of tests.matters.stages brings to some stage today."""
        with asked() as seen:
            matter = brought(self.village, at=self.now).matter_itself
        self.matters += [matter, *matter.together()]
        self.note("register", seen, f"it begins with a matter that is {matter.stage}")

    def night(self) -> None:
        """What the worker does: the clocks are looked at, and the post is written."""
        tick(self.now.date())
        while reader.read():
            pass
        self.matters += Matter.system.exclude(pk__in=[matter.pk for matter in self.matters])
        self.told.append(f"{self.now:%Y-%m-%d %H:%M} a night")

    def subjects(self) -> list[Any]:
        """Every matter, and every review of one."""
        return [one for matter in self.matters for one in (matter, *matter.reviews.order_by("level"))]

    def note(self, act: str, seen: CaptureQueriesContext, line: str) -> None:
        """Keep what was done, and at which price."""
        self.done[act] += 1
        asked = sum("SAVEPOINT" not in query["sql"] for query in seen.captured_queries)
        self.dear[act] = max(self.dear[act], asked)
        self.told.append(f"{self.now:%Y-%m-%d %H:%M} {line}")

    def actor_of(self, part: str) -> Actor:
        """One of the cast by part."""
        return self.village.actor(getattr(self.village, part))
