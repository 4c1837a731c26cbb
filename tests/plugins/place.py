"""A place of its own for every test process, and whole installations for tests that start programs.

Loaded first (-p in pyproject.toml), before anything reads the environment: no test ever touches a real home.
"""

import os
import shutil
import socket
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.plugins.furnished import HUIYIN, URL, addresses_of, as_owner, database_of, furnished

__all__ = ["HUIYIN", "URL", "copied"]

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
def installation(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a new installation with its keys and tables, and nobody in it."""
    with copied(tmp_path) as environment:
        yield environment


@contextmanager
def copied(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a copy of the furnished installation, with its home and keys in a folder."""
    with ExitStack() as until_the_end:
        with furnished() as places:
            for name in ("HUIYIN_HOME", "HUIYIN_KEYS"):
                shutil.copytree(places[name], folder / Path(places[name]).name)
            addresses = until_the_end.enter_context(_database(database_of(places)))
        yield _environment(folder, addresses)


def _environment(folder: Path, addresses: dict[str, str]) -> dict[str, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    places = {"HUIYIN_HOME": f"{folder}/home", "HUIYIN_KEYS": f"{folder}/keys", "HUIYIN_PORT": str(port)}
    return {**os.environ, **places, **addresses}


@contextmanager
def _database(template: str = "template1") -> Iterator[dict[str, str]]:
    """The addresses of a new database, copied from another where one is named; none on SQLite."""
    if not URL:
        yield {}
        return
    name = f"huiyin_{uuid.uuid4().hex}"
    as_owner(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield addresses_of(name)
    as_owner(f"DROP DATABASE {name} WITH (FORCE)")
