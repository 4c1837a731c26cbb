"""Which engine the tests run on: SQLite, or the PostgreSQL that HUIYIN_DATABASE_URL names.

On PostgreSQL the owner of the tables makes the test database, and the tests work as the application's role.
A test marked `postgresql` or `sqlite` belongs to that engine alone; `make test` runs both.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases

from huiyin.config import home, roles
from tests.plugins import triggers

ENGINE = "postgresql" if home.DATABASE_URL else "sqlite"
OTHER = "sqlite" if home.DATABASE_URL else "postgresql"


def pytest_report_header() -> str:
    """Say which engine this run is for."""
    return f"engine: {ENGINE}"


def pytest_configure(config: pytest.Config) -> None:
    """Take the database's set-up over from pytest-django, which is registered by now."""
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if ENGINE == "sqlite":  # a real file with a real WAL, as in production
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(home.DATABASE_FILE)
    config.pluginmanager.register(Database(), "huiyin-database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of the other engine to its own run."""
    elsewhere = [item for item in items if item.get_closest_marker(OTHER)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


class Database:
    """The test database: made and emptied by the owner, used by the application's role."""

    @pytest.fixture(scope="session")
    def django_db_setup(
        self, django_test_environment: None, django_db_blocker: Any, django_db_modify_db_settings: None
    ) -> Iterator[None]:
        """Make the database with every migration and grant; empty it as the owner after racing tests."""
        with django_db_blocker.unblock(), roles.as_owner():
            made = setup_databases(verbosity=0, interactive=False)
            roles.grant(connection)
        patch = pytest.MonkeyPatch()
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", _as_owner(TransactionTestCase._fixture_teardown)
        )
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
