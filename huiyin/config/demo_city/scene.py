"""A scene: one step of a petition's course about to be played, and the plays that know how each act is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from huiyin.config.demo_city.cast import Cast
from huiyin.matters.matter import Matter
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ


@dataclass(frozen=True)
class Scene:
    """Which matter, by whom, when; with the cast, and every matter told so far by its key."""

    matter: Matter
    by: Actor
    at: datetime
    cast: Cast
    matters: dict[str, Matter]
    petition: dict[str, Any]

    def do(self, act: str, *, approve_by: str = "", **asked: Any) -> Any:
        """Do an act to the matter, through the gate."""
        approved = self.cast.actor(approve_by, self.at) if approve_by else None
        return getattr(self.matter, act)(by=self.by, at=self.at, approved=approved, **asked)

    def organ(self, key: str) -> Organ:
        """An organ by its key."""
        return self.cast.organs[key]


plays: dict[str, Callable[..., None]] = {}


def plays_as(act: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register the function (scene, **fields of the step) that plays an act of the files."""

    def register(play: Callable[..., None]) -> Callable[..., None]:
        plays[act] = play
        return play

    return register
