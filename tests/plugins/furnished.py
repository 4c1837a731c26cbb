"""One installation with keys and tables, made once for one state of the sources; every test process copies it.

Making tables takes more seconds than most tests together. What was made is kept under build/tests/ until a file of
the program changes, and only then made again.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build/tests"
HUIYIN = (sys.executable, "-c", "from huiyin.config.command import main; main()")
URL = os.environ.get("HUIYIN_DATABASE_URL", "")
OWNER_URL = os.environ.get("HUIYIN_DATABASE_OWNER_URL", "") or URL
ENGINE = "postgresql" if URL else "sqlite"
READ = {".py", ".toml", ".csv"}


@contextmanager
def furnished() -> Iterator[dict[str, str]]:
    """Where the installation is (HUIYIN_HOME, HUIYIN_KEYS, and the addresses of its database on PostgreSQL).

    Nobody else makes or removes one meanwhile: copy it inside the block.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    name = f"{ENGINE}-{_digest()}"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        places = {"HUIYIN_HOME": f"{KEPT / name}/home", "HUIYIN_KEYS": f"{KEPT / name}/keys"}
        places |= addresses_of(f"huiyin_{name.replace('-', '_')}")
        if not (KEPT / name / "made").exists() or not _has_database(places):
            _make(KEPT / name, places)
        yield places


def addresses_of(name: str) -> dict[str, str]:
    """How the two roles come to a database of this name; nothing on SQLite."""
    if not URL:
        return {}
    return {
        "HUIYIN_DATABASE_URL": urlsplit(URL)._replace(path=name).geturl(),
        "HUIYIN_DATABASE_OWNER_URL": urlsplit(OWNER_URL)._replace(path=name).geturl(),
    }


def database_of(places: dict[str, str]) -> str:
    """The name of its database on PostgreSQL; nothing on SQLite."""
    return urlsplit(places.get("HUIYIN_DATABASE_URL", "")).path.strip("/")


def as_owner(*statements: str) -> None:
    """Have the owner of the databases say something to the server."""
    with psycopg.connect(OWNER_URL, autocommit=True) as owner:
        for statement in statements:
            owner.execute(statement.encode())


def _digest() -> str:
    """Of every file of the program from which tables could come."""
    files = sorted(path for path in (ROOT / "huiyin").rglob("*") if path.suffix in READ)
    told = hashlib.sha256()
    for path in files:
        told.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return told.hexdigest()[:16]


def _has_database(places: dict[str, str]) -> bool:
    if not URL:
        return True
    with psycopg.connect(OWNER_URL) as owner:
        found = owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database_of(places)])
        return found.fetchone() is not None


def _make(folder: Path, places: dict[str, str]) -> None:
    for earlier in KEPT.glob(f"{ENGINE}-*"):
        shutil.rmtree(earlier)
    if URL:
        with psycopg.connect(OWNER_URL) as owner:
            earlier_ones = owner.execute(
                "SELECT datname FROM pg_database WHERE datname ~ '^huiyin_postgresql_'"
            )
            names = [name for (name,) in earlier_ones.fetchall()]
        as_owner(*(f"DROP DATABASE {name} WITH (FORCE)" for name in names))
        as_owner(f"CREATE DATABASE {database_of(places)}")
    folder.mkdir(parents=True)
    environment = {**os.environ, **places}
    subprocess.run([*HUIYIN, "where"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    (folder / "made").touch()
