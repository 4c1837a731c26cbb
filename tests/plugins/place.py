"""A place of its own for every test process, and whole installations for tests that start programs.

Loaded first (-p in pyproject.toml), before anything reads the environment: no test ever touches a real home.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

HUIYIN = (sys.executable, "-c", "from huiyin.config.command import main; main()")
URL = os.environ.get("HUIYIN_DATABASE_URL", "")
OWNER_URL = os.environ.get("HUIYIN_DATABASE_OWNER_URL", "") or URL
_FOLDER = tempfile.TemporaryDirectory(prefix="huiyin-tests-", ignore_cleanup_errors=True)

os.environ["HUIYIN_HOME"] = f"{_FOLDER.name}/home"
os.environ["HUIYIN_KEYS"] = f"{_FOLDER.name}/keys"
for _name in ("HUIYIN_HOST", "HUIYIN_PORT", "HUIYIN_PUBLIC_URL", "HUIYIN_INSECURE"):
    os.environ.pop(_name, None)


@pytest.fixture
def empty_installation(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an installation on this run's engine where nothing has been made yet."""
    with _database() as addresses:
        yield _environment(tmp_path, addresses)


@pytest.fixture
def installation(tmp_path: Path, furnished: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a new installation with its keys and tables, and nobody in it."""
    with copied(furnished, tmp_path) as environment:
        yield environment


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """One installation with keys and tables, which the others are copies of: making tables takes seconds."""
    with _database() as addresses:
        environment = _environment(tmp_path_factory.mktemp("furnished"), addresses)
        subprocess.run([*HUIYIN, "where"], env=environment, check=True, stdout=subprocess.DEVNULL)
        yield environment


@contextmanager
def copied(furnished: dict[str, str], folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a copy of the furnished installation, with its home and keys in a folder."""
    for name in ("HUIYIN_HOME", "HUIYIN_KEYS"):
        shutil.copytree(furnished[name], folder / Path(furnished[name]).name)
    with _database(furnished.get("HUIYIN_DATABASE_URL", "")) as addresses:
        yield _environment(folder, addresses)


def _environment(folder: Path, addresses: dict[str, str]) -> dict[str, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    places = {"HUIYIN_HOME": f"{folder}/home", "HUIYIN_KEYS": f"{folder}/keys", "HUIYIN_PORT": str(port)}
    return {**os.environ, **places, **addresses}


@contextmanager
def _database(template_url: str = "") -> Iterator[dict[str, str]]:
    """The addresses of a new database, copied from another where one is named; none on SQLite."""
    if not URL:
        yield {}
        return
    name = f"huiyin_{uuid.uuid4().hex}"
    template = urlsplit(template_url).path.strip("/") or "template1"
    with psycopg.connect(OWNER_URL, autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield {
            "HUIYIN_DATABASE_URL": urlsplit(URL)._replace(path=name).geturl(),
            "HUIYIN_DATABASE_OWNER_URL": urlsplit(OWNER_URL)._replace(path=name).geturl(),
        }
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)")
