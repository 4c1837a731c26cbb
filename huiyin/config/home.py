"""Where this installation keeps its things: HUIYIN_HOME, HUIYIN_KEYS and the database address."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOME = Path(os.environ.get("HUIYIN_HOME", "var")).absolute()
KEYS = Path(os.environ.get("HUIYIN_KEYS", f"{HOME}-keys")).absolute()
DATABASE_URL = os.environ.get("HUIYIN_DATABASE_URL", "")
DATABASE_OWNER_URL = os.environ.get("HUIYIN_DATABASE_OWNER_URL", "") or DATABASE_URL
HOST = os.environ.get("HUIYIN_HOST", "127.0.0.1")
PORT = int(os.environ.get("HUIYIN_PORT", "8000"))
INSECURE = os.environ.get("HUIYIN_INSECURE", "") == "1"

FILES = HOME / "files"
MAIL = HOME / "mail"
LOGS = HOME / "logs"
DATABASE_FILE = HOME / "huiyin.sqlite3"


def prepare() -> None:
    """Create the folders of an empty home, readable by their owner alone."""
    for folder in (HOME, FILES, MAIL, LOGS):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


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
    if parts.scheme not in ("postgresql", "postgres"):
        raise SystemExit(f"HUIYIN_DATABASE_URL must begin with postgresql:// and begins with {parts.scheme}://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
