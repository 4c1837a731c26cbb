"""Which engine the tests run on: SQLite, or the PostgreSQL that HUIYIN_DATABASE_URL names.

On PostgreSQL the owner of the tables makes the test database, and the tests work as the application's role.
A test marked `postgresql` or `sqlite` belongs to that engine alone; `make test` runs both.
"""

import pytest
from django.conf import settings

from huiyin.config import home

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
    config.pluginmanager.import_plugin("tests.plugins.database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of the other engine to its own run."""
    elsewhere = [item for item in items if item.get_closest_marker(OTHER)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]
