"""Every address of the house, asked by every member of the cast and by the public, about what is theirs and what is not.

What is not theirs answers exactly as if it did not exist; what is sealed is invisible; nothing ever fails.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from tests.addresses import walk
from tests.addresses.table import ADDRESSES
from tests.addresses.world import World, world
from tests.village import village as found_village


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    """One world for every address; each asker's doings are rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world(found_village())
        transaction.set_rollback(True)


def names(resolver: URLResolver, space: str = "", above: str = "") -> Iterator[str]:
    """The name of every address, with its namespace; one without a name is named by its pattern."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield space + (pattern.name or f"{above}{pattern.pattern}")
        else:
            yield from names(
                pattern, f"{pattern.namespace}:" if pattern.namespace else space, f"{above}{pattern.pattern}"
            )


def test_every_address_is_listed() -> None:
    assert set(names(get_resolver())) == set(ADDRESSES)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_an_address_lets_in_whom_it_should_and_shows_nobody_what_is_not_theirs(house, name) -> None:
    found = walk.findings(house, name)
    assert not found, "\n".join(found[:20])
