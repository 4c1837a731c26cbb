"""The test database: made and emptied by the owner of its tables, used by the application's role."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases

from huiyin.config import roles
from tests.plugins import triggers


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: Any, django_db_modify_db_settings: None
) -> Iterator[None]:
    """Make the database with every migration and grant; empty it as the owner after racing tests."""
    with django_db_blocker.unblock(), roles.as_owner():
        made = setup_databases(verbosity=0, interactive=False)
        roles.grant(connection)
    patch = pytest.MonkeyPatch()
    emptying = TransactionTestCase._fixture_teardown
    patch.setattr(TransactionTestCase, "_fixture_teardown", _as_owner(emptying))
    yield
    patch.undo()
    with django_db_blocker.unblock(), roles.as_owner():
        teardown_databases(made, verbosity=0)


def _as_owner(empty: Callable[[TransactionTestCase], None]) -> Callable[[TransactionTestCase], None]:
    """Emptying tables is no right of the application, and the ledger's triggers refuse it to anyone."""

    @wraps(empty)
    def wrapped(case: TransactionTestCase) -> None:
        with roles.as_owner(), triggers.lifted(connection):
            empty(case)

    return wrapped
