"""What the tests of matters share: reading a sentence out of a refusal, and the clocks that run."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from huiyin.matters.errors import NotAllowed
from huiyin.matters.matter import Matter


@pytest.fixture
def refused() -> Callable[[str], AbstractContextManager]:
    """`with refused("words"):` the block is turned back, with these words in its sentence."""

    @contextmanager
    def expecting(words: str) -> Iterator[pytest.ExceptionInfo]:
        with pytest.raises(NotAllowed) as told:
            yield told
        assert words in told.value.sentence, told.value.sentence

    return expecting


@pytest.fixture
def running() -> Callable[[Matter], set[str]]:
    """The names of the terms that run for a matter."""
    return lambda matter: set(matter.clocks.running().values_list("term", flat=True))
