"""Fixtures for every test."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.village import Village
from tests.village import village as found_village


@pytest.fixture
def village(db: None) -> Village:
    """The whole cast, newly founded."""
    return found_village()


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    """A page that a test read in English leaves the next test in Chinese."""
    yield
    translation.deactivate()
