"""Desks and phones for walks that begin where other tests have already been: the village behind a live server."""

from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from huiyin.people.officer import Officer
from tests.village import Village
from tests.walk.desks import Desk
from tests.walk.phone import Phone

Seat = Callable[[Officer], Desk]


@pytest.fixture
def seat(live_server, chromium: Browser, village: Village, request) -> Iterator[Seat]:
    """Sits an officer down at a desk; each walk keeps its pictures under its own name."""
    opened: list[Desk] = []
    walk = request.node.name.removeprefix("test_")[:40]

    def sit(officer: Officer) -> Desk:
        opened.append(Desk(chromium, live_server.url, f"{walk}-{officer.username}"))
        opened[-1].is_taken_by(officer)
        return opened[-1]

    yield sit
    for one in opened:
        one.close()


@pytest.fixture
def mobile(live_server, chromium: Browser, village: Village, request) -> Iterator[Phone]:
    """A phone of 360 pixels on which JavaScript is switched off."""
    found = Phone(chromium, live_server.url, f"{request.node.name.removeprefix('test_')[:40]}-phone")
    yield found
    found.close()


@pytest.fixture
def now():
    """The moment at which what came before the walk was done."""
    return timezone.now()
