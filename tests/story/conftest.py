"""The machine in a village of its own."""

import pytest

from tests.story.machine import Story
from tests.story.secrecy import Secrecy
from tests.village import Village


@pytest.fixture
def story(village: Village, monkeypatch: pytest.MonkeyPatch) -> type[Story]:
    """The class of stories, told in this village."""
    monkeypatch.setattr(Story, "village", village, raising=False)
    return Story


@pytest.fixture
def secrecy(village: Village, monkeypatch: pytest.MonkeyPatch) -> type[Secrecy]:
    """The class of stories of accusations, told in this village."""
    monkeypatch.setattr(Secrecy, "village", village, raising=False)
    return Secrecy
