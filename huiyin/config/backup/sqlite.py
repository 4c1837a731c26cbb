"""The database of a home on SQLite: a consistent copy while it is in use, by SQLite's own backup."""

import sqlite3
from contextlib import closing
from pathlib import Path

from huiyin.config import home, wrong_use

NAME = "database.sqlite3"
PAGES = 4096
TELLING = (
    "ledger_entry",
    "matters_matter",
    "people_organ",
    "people_officer",
    "people_region",
    "people_petitioner",
)
OWN = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


def save(folder: Path) -> tuple[dict[str, int], list[str]]:
    """Copy the database as it is at this moment; returns the rows of every table and the migrations in the copy."""
    path = folder / NAME
    with closing(_opened(home.DATABASE_FILE)) as source:
        source.execute("BEGIN")
        source.execute(
            "SELECT 1 FROM sqlite_master"
        ).fetchone()  # from here on the source stands still for us
        with closing(sqlite3.connect(path)) as copy:
            source.backup(copy, pages=PAGES)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
            _require_sound(copy, path)
            return _rows(copy), _migrations(copy)


def is_empty() -> bool:
    """Nobody works here and nothing was registered: the file is not there, or its tables are bare."""
    if not home.DATABASE_FILE.exists():
        return True
    with closing(_opened(home.DATABASE_FILE)) as database:
        tables = {name for (name,) in database.execute(OWN)}
        return not any(
            database.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone()[0]  # noqa: S608
            for table in tables & set(TELLING)
        )


def bring_back(folder: Path) -> dict[str, int]:
    """Put the copy where this home keeps its database, in place of bare tables; returns the rows of every table."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{home.DATABASE_FILE}{suffix}").unlink(missing_ok=True)
    with (
        closing(_opened(folder / NAME)) as source,
        closing(sqlite3.connect(home.DATABASE_FILE)) as database,
    ):
        source.backup(database)
        _require_sound(database, home.DATABASE_FILE)
        return _rows(database)


def _opened(path: Path) -> sqlite3.Connection:
    """A database that is there; opening never makes one."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)


def _require_sound(database: sqlite3.Connection, path: Path) -> None:
    fault = database.execute("PRAGMA quick_check").fetchone()[0]
    if fault != "ok":
        raise wrong_use.WrongUse(f"SQLite finds {path} damaged: {fault}")


def _rows(database: sqlite3.Connection) -> dict[str, int]:
    tables = [name for (name,) in database.execute(OWN) if not name.startswith("matters_tokens_")]
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(tables)}  # noqa: S608


def _migrations(database: sqlite3.Connection) -> list[str]:
    return [
        f"{app}.{name}"
        for app, name in database.execute("SELECT app, name FROM django_migrations ORDER BY id")
    ]
