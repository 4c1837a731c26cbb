"""Getting ready to work: an empty home is filled, and a database behind this program is brought up to it."""

from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command
from django.db import OperationalError, connection

from huiyin.config import home, roles, wrong_use


def ready() -> None:
    """Load Django, and run the migrations that this database has not seen; cheap when there are none."""
    home.prepare()
    with home.lock():
        django.setup()
        try:
            if _written() - _applied():
                _migrate()
        except OperationalError as error:
            raise wrong_use.WrongUse(f"The database does not answer: {error}".strip()) from error


def grant() -> None:
    """Give the application's role its rights on tables that came from elsewhere."""
    django.setup()
    with roles.as_owner():
        roles.grant(connection)


def _written() -> set[tuple[str, str]]:
    """Every migration that stands in this program: (app, name)."""
    folders = ((app.label, Path(app.path, "migrations")) for app in apps.get_app_configs())
    return {(label, file.stem) for label, folder in folders for file in folder.glob("[0-9]*.py")}


def _applied() -> set[tuple[str, str]]:
    """Every migration that this database has seen: (app, name)."""
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def _migrate() -> None:
    with roles.as_owner():
        call_command("migrate", interactive=False, verbosity=0)
        roles.grant(connection)
