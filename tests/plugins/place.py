"""A place of its own for every test process, and a whole installation for tests that start programs.

Loaded first (-p in pyproject.toml), before anything reads the environment: no test ever touches a real home.
"""

import os
import socket
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

URL = os.environ.get("HUIYIN_DATABASE_URL", "")
OWNER_URL = os.environ.get("HUIYIN_DATABASE_OWNER_URL", "") or URL
_FOLDER = tempfile.TemporaryDirectory(prefix="huiyin-tests-", ignore_cleanup_errors=True)

os.environ["HUIYIN_HOME"] = f"{_FOLDER.name}/home"
os.environ["HUIYIN_KEYS"] = f"{_FOLDER.name}/keys"
for _name in ("HUIYIN_HOST", "HUIYIN_PORT", "HUIYIN_PUBLIC_URL", "HUIYIN_INSECURE"):
    os.environ.pop(_name, None)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an empty installation (home, keys, free port, database) on this run's engine."""
    environment = {
        **os.environ,
        "HUIYIN_HOME": f"{tmp_path}/home",
        "HUIYIN_KEYS": f"{tmp_path}/keys",
        "HUIYIN_PORT": str(_free_port()),
    }
    if not URL:
        yield environment
        return
    name = f"huiyin_{uuid.uuid4().hex}"
    with psycopg.connect(OWNER_URL, autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name}")
        yield {
            **environment,
            "HUIYIN_DATABASE_URL": urlsplit(URL)._replace(path=name).geturl(),
            "HUIYIN_DATABASE_OWNER_URL": urlsplit(OWNER_URL)._replace(path=name).geturl(),
        }
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
