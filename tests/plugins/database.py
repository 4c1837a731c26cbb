"""The test database: a copy of the furnished one, emptied by the owner of its tables, used by the application's role."""

import shutil
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from huiyin.config import home, roles
from tests.plugins import triggers
from tests.plugins.furnished import URL, as_owner, database_of, furnished


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_modify_db_settings: None) -> Iterator[None]:
    """Copy the database with every migration and grant; empty it as the owner after racing tests."""
    name = connection.creation._get_test_db_name() if URL else str(home.DATABASE_FILE)
    with furnished() as places:
        if URL:
            as_owner(
                f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
                f"CREATE DATABASE {name} TEMPLATE {database_of(places)}",
            )
        else:
            home.DATABASE_FILE.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(places["HUIYIN_HOME"]) / home.DATABASE_FILE.name, home.DATABASE_FILE)
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    patch = pytest.MonkeyPatch()
    emptying = TransactionTestCase._fixture_teardown
    patch.setattr(TransactionTestCase, "_fixture_teardown", _as_owner(emptying))
    yield
    patch.undo()
    connection.close()
    if URL:
        as_owner(f"DROP DATABASE {name} WITH (FORCE)")


def _as_owner(empty: Callable[[TransactionTestCase], None]) -> Callable[[TransactionTestCase], None]:
    """Emptying tables is no right of the application, and the ledger's triggers refuse it to anyone."""

    @wraps(empty)
    def wrapped(case: TransactionTestCase) -> None:
        with roles.as_owner(), triggers.lifted(connection):
            empty(case)

    return wrapped
