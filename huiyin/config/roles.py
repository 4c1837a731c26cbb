"""Two roles on PostgreSQL: one owns the tables, the other works with them and cannot change the record.

The application connects as HUIYIN_DATABASE_URL. Migrations and grants run as HUIYIN_DATABASE_OWNER_URL.
On SQLite, or where both addresses name one role, nothing is granted; triggers alone then guard the ledger.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from huiyin.config import home

ORDINARY = ("SELECT", "INSERT", "UPDATE", "DELETE")
RIGHTS = {
    "ledger_entry": ("SELECT", "INSERT"),
    "ledger_payload": ("SELECT", "INSERT", "DELETE"),
    "django_migrations": ("SELECT",),
}


def are_two() -> bool:
    """The application's role is not the owner of the tables."""
    return home.database(home.DATABASE_URL).get("USER") != home.database(home.DATABASE_OWNER_URL).get("USER")


@contextmanager
def as_owner() -> Iterator[None]:
    """Work on the same database as the role that owns its tables, then go back."""
    if not are_two():
        yield
        return
    owner = home.database(home.DATABASE_OWNER_URL)
    with _connected_as(owner["USER"], owner["PASSWORD"]):
        yield


def grant(to: BaseDatabaseWrapper) -> None:
    """Give the application's role its rights on every table; `to` must be connected as the owner."""
    if not are_two():
        return
    role = to.ops.quote_name(home.database(home.DATABASE_URL)["USER"])
    with transaction.atomic(using=to.alias), to.cursor() as cursor:
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}")
        cursor.execute(f"GRANT {', '.join(ORDINARY)} ON ALL TABLES IN SCHEMA public TO {role}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}")
        for table in to.introspection.table_names(cursor):
            if table in RIGHTS:
                name = to.ops.quote_name(table)
                cursor.execute(f"REVOKE ALL ON {name} FROM {role}")
                cursor.execute(f"GRANT {', '.join(RIGHTS[table])} ON {name} TO {role}")


@contextmanager
def _connected_as(user: str, password: str) -> Iterator[None]:
    connection.close()
    mine = {key: connection.settings_dict[key] for key in ("USER", "PASSWORD")}
    connection.settings_dict.update(USER=user, PASSWORD=password)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(mine)
