"""Where this installation keeps its things: HUIYIN_HOME, HUIYIN_KEYS and the database address."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from huiyin.config import wrong_use

HOME = Path(os.environ.get("HUIYIN_HOME") or "var").absolute()
KEYS = Path(os.environ.get("HUIYIN_KEYS") or f"{HOME}-keys").absolute()
DATABASE_URL = os.environ.get("HUIYIN_DATABASE_URL", "")
DATABASE_OWNER_URL = os.environ.get("HUIYIN_DATABASE_OWNER_URL", "") or DATABASE_URL
HOST = os.environ.get("HUIYIN_HOST") or "127.0.0.1"
PORT = wrong_use.number("HUIYIN_PORT", default=8000, at_most=65535)
PUBLIC_URL = os.environ.get("HUIYIN_PUBLIC_URL", "").rstrip("/")
SMS = os.environ.get("HUIYIN_SMS") or "file"
SMTP_URL = os.environ.get("HUIYIN_SMTP_URL", "")
BENCH = os.environ.get("HUIYIN_BENCH", "") == "1"
INSECURE = os.environ.get("HUIYIN_INSECURE", "") == "1"

FILES = HOME / "files"
MAIL = HOME / "mail"
EXCHANGE = HOME / "exchange"  # the installation's own mappings, if it has any
LOGS = HOME / "logs"
STATIC = HOME / "static"
DATABASE_FILE = HOME / "huiyin.sqlite3"


def prepare() -> None:
    """Create the folders of an empty home, readable by their owner alone."""
    for folder in (HOME, FILES, MAIL, LOGS):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def lock() -> Iterator[None]:
    """Hold the home alone, so that two programs that start together do not both fill it."""
    with (HOME / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_loopback() -> bool:
    """Only this machine can reach the address that the server listens on."""
    return HOST in ("localhost", "::1") or HOST.startswith("127.")


def is_https() -> bool:
    """People reach this installation through a proxy that speaks https (HUIYIN_PUBLIC_URL says so)."""
    return PUBLIC_URL.startswith("https://")


def address() -> str:
    """The address to open in a browser on this machine."""
    host = f"[{HOST}]" if ":" in HOST else HOST
    return f"http://{host}:{PORT}/"


def database(url: str) -> dict:
    """Django's settings for one database address; an empty address is the SQLite file of this home."""
    return _postgresql(url) if url else _sqlite()


def _sqlite() -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATABASE_FILE),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


def _postgresql(url: str) -> dict:
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise wrong_use.WrongUse(
            "A database address is postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or empty."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
