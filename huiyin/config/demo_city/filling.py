"""Filling an empty home with the demo city: the whole story in one transaction, or nothing."""

from collections.abc import Callable, Iterable

from django.db import transaction

from huiyin.config import home, kind_of_home, wrong_use
from huiyin.config.demo_city import content
from huiyin.config.demo_city.cast import founded
from huiyin.config.demo_city.content import Row
from huiyin.config.demo_city.keepsake import Keepsake
from huiyin.config.demo_city.telling import Event, Story, events, told
from huiyin.matters.matter import Matter
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ

Watch = Callable[[list[Event]], Iterable[Event]]


def require_empty() -> None:
    """Refuse a home in which anybody works or anything was registered."""
    if Matter.system.exists() or Officer.objects.exists() or Organ.objects.exists():
        raise wrong_use.WrongUse(
            f"{home.HOME} is not empty; the demo city needs a home of its own: HUIYIN_HOME=… huiyin demo"
        )


def fill(seed: int, *, petitions: Iterable[Row] | None = None, watch: Watch = iter) -> Story:
    """Found the city and tell the story of these petitions (all, if not said); the same seed tells the same story."""
    chosen = content.petitions() if petitions is None else petitions
    with transaction.atomic():
        story = told(Story(founded(seed)), events(chosen), watch)
        kind_of_home.mark_demo()
        Keepsake(seed, story.codes).write()
    return story
