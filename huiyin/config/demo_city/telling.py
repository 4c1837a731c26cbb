"""Telling the demo city's story: day by day, the clocks first and then what people did, all of it through the gate."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from huiyin.config.demo_city import content, plays
from huiyin.config.demo_city.cast import Cast
from huiyin.config.demo_city.content import Row
from huiyin.config.demo_city.handing_in import hand_in
from huiyin.config.demo_city.scene import Scene
from huiyin.matters import tick
from huiyin.matters.matter import Matter
from huiyin.people.actor import Actor

DONE_BY_TIME = ("lapse", "settle")  # the files name them for their readers; the clocks do them by themselves


@dataclass(frozen=True)
class Event:
    """A petition handed in (no step), or a step of its course, at a time."""

    at: datetime
    petition: Row
    step: Row | None = None


@dataclass
class Story:
    """What has been told so far: the matters by key, and the codes that their petitioners hold."""

    cast: Cast
    matters: dict[str, Matter] = field(default_factory=dict)
    codes: list[dict[str, str]] = field(default_factory=list)

    def tell(self, event: Event) -> None:
        """Let one event happen."""
        if event.step is None:
            self._hand_in(event.petition)
        else:
            self._play(event.petition, event.step, event.at)

    def _hand_in(self, petition: Row) -> None:
        registration = hand_in(petition, self.cast)
        key, receipt = petition["key"], registration.receipt
        self.matters[key] = registration.matter
        self.codes.append(
            {"key": key, "number": receipt.number or "", "code": receipt.shown, "title": petition["title"]}
        )

    def _play(self, petition: Row, step: Row, at: datetime) -> None:
        asked = {name: value for name, value in step.items() if name not in ("on", "act", "by")}
        by, matter = self.cast.actor(step["by"], at), self.matters[petition["key"]]
        plays.known[step["act"]](Scene(matter, by, at, self.cast, self.matters, petition), **asked)


def events(petitions: Iterable[Row]) -> list[Event]:
    """Everything that people do in the courses of these petitions, in order of time."""
    found = [Event(content.moment(each["received"]), each) for each in petitions]
    found += [
        Event(content.moment(step["on"]), each, step)
        for each in petitions
        for step in each["course"]
        if step["act"] not in DONE_BY_TIME
    ]
    return sorted(found, key=lambda event: event.at)


def told(
    story: Story, happening: list[Event], watch: Callable[[list[Event]], Iterable[Event]] = iter
) -> Story:
    """Tell a story from its first day to the demo's today; `watch` may look at the events going by."""
    by, last = Actor.system("demo"), happening[0].at.date()
    for on, of_the_day in groupby(watch(happening), key=lambda event: event.at.date()):
        last = _clocks_run(after=last, until=on, by=by)
        for event in of_the_day:
            story.tell(event)
    _clocks_run(after=last, until=content.today(), by=by)
    return story


def _clocks_run(*, after: date, until: date, by: Actor) -> date:
    for on in _days(after, until):
        tick.tick(on, by=by)
    return until


def _days(after: date, until: date) -> Iterator[date]:
    while after < until:
        after += timedelta(days=1)
        yield after
