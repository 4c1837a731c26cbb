"""Fixtures for every test."""

import pytest

from tests.village import Village
from tests.village import village as found_village


@pytest.fixture
def village(db: None) -> Village:
    """The whole cast, newly founded."""
    return found_village()
