"""The database of a home on PostgreSQL: pg_dump and pg_restore as the owner of the tables."""

import os
import subprocess
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import psycopg

from huiyin.config import home, wrong_use

NAME = "database.dump"
TELLING = (
    "ledger_entry",
    "matters_matter",
    "people_organ",
    "people_officer",
    "people_region",
    "people_petitioner",
)
OWN = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
SAVING = ("pg_dump", "--format=custom", "--no-owner", "--no-privileges")
BRINGING_BACK = (
    "pg_restore", "--no-owner", "--no-privileges", "--clean", "--if-exists", "--single-transaction", "--exit-on-error"
)  # fmt: skip


def save(folder: Path) -> tuple[dict[str, int], list[str]]:
    """Dump the database as it is at this moment; returns the rows of every table and the migrations in the dump."""
    with _connected() as database:
        database.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        database.read_only = True
        snapshot = database.execute("SELECT pg_export_snapshot()").fetchone()
        assert snapshot is not None, "a snapshot has a name"  # noqa: S101
        _run(*SAVING, f"--snapshot={snapshot[0]}", f"--file={folder / NAME}")
        return _rows(database), _migrations(database)


def is_empty() -> bool:
    """Nobody works here and nothing was registered: no tables, or bare ones."""
    with _connected() as database:
        tables = {name for (name,) in database.execute(OWN)} & set(TELLING)
        return not any(
            _one(database, f'SELECT EXISTS (SELECT 1 FROM "{table}")')  # noqa: S608
            for table in tables
        )


def bring_back(folder: Path) -> dict[str, int]:
    """Fill the database from the dump, in one transaction; returns the rows of every table."""
    _run(*BRINGING_BACK, str(folder / NAME))
    with _connected() as database:
        return _rows(database)


def _connected() -> psycopg.Connection:
    try:
        return psycopg.connect(home.DATABASE_OWNER_URL, connect_timeout=10)
    except psycopg.OperationalError as error:
        raise wrong_use.WrongUse(
            f"PostgreSQL does not answer at HUIYIN_DATABASE_OWNER_URL: {error}"
        ) from error


def _address() -> tuple[str, str]:
    """The owner's address without its password, and the password, which must not stand on a command line."""
    parts = urlsplit(home.DATABASE_OWNER_URL)
    user = quote(unquote(parts.username or ""), safe="")
    place = f"{user}@{parts.netloc.rpartition('@')[2]}"
    return parts._replace(scheme="postgresql", netloc=place).geturl(), unquote(parts.password or "")


def _run(*words: str) -> None:
    address, password = _address()
    line = [words[0], f"--dbname={address}", *words[1:]]
    try:
        done = subprocess.run(  # noqa: S603 (PostgreSQL's own programs, by name)
            line, env={**os.environ, "PGPASSWORD": password}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise wrong_use.WrongUse(
            f"{words[0]} is not installed; it comes with PostgreSQL's client programs (apt install postgresql-client)."
        ) from error
    if done.returncode:
        raise wrong_use.WrongUse(f"{words[0]} failed: {done.stderr.strip()}")


def _rows(database: psycopg.Connection) -> dict[str, int]:
    tables = [name for (name,) in database.execute(OWN)]
    return {name: _one(database, f'SELECT count(*) FROM "{name}"') for name in tables}  # noqa: S608


def _one(database: psycopg.Connection, sql: str) -> int:
    row = database.execute(sql).fetchone()  # type: ignore[arg-type]
    return int(row[0]) if row else 0


def _migrations(database: psycopg.Connection) -> list[str]:
    return [
        f"{app}.{name}"
        for app, name in database.execute("SELECT app, name FROM django_migrations ORDER BY id")
    ]
