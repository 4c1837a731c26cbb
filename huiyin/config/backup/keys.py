"""The keys of a backup: kept in a folder of their own, and known to the backup only by fingerprints."""

import hashlib
import hmac
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from huiyin.config import wrong_use
from huiyin.config.backup.manifest import flush

WEB = "web.key"  # signs cookies; nothing in a backup needs it


def fingerprints(folder: Path) -> dict[str, str]:
    """By file name, a mark that tells keys apart and says nothing about them, of every key that opens what is stored."""
    return {path.name: _mark(path) for path in _files(folder) if path.name != WEB}


def copy(folder: Path, to: Path) -> list[Path]:
    """Copy the keys into a folder that is new or empty, each readable by its owner alone."""
    require_new(to)
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    to.chmod(0o700)
    copies = []
    for path in _files(folder):
        copies.append(to / path.name)
        with open(os.open(copies[-1], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(path.read_bytes())
        flush(copies[-1])
    flush(to)
    return copies


def require_new(folder: Path) -> None:
    """Refuse a folder that holds anything: keys never replace keys."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise wrong_use.WrongUse(f"{folder} is not empty; name a new folder for the keys.")


def require_apart(folder: Path, keys: Path) -> None:
    """Refuse keys beside what they open: one stolen folder must not be enough."""
    one, other = folder.resolve(), keys.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise wrong_use.WrongUse(
            f"Keep the keys apart from the backup: {keys} and {folder} lie in each other."
        )


def require_fitting(folder: Path, needed: dict[str, str]) -> None:
    """Raise WrongUse, naming the file, where a key that the backup needs is missing or is another one."""
    for name, mark in needed.items():
        path = folder / name
        if not path.is_file():
            raise wrong_use.WrongUse(
                f"The key {path} is missing: take it from the backup of the keys (--keys DIR names their folder)."
            )
        if _mark(path) != mark:
            raise wrong_use.WrongUse(f"The key {path} is not the one that this backup was made with.")


def put_in_place(folder: Path, place: Path, needed: dict[str, str]) -> Path | None:
    """Copy the keys to where this home looks for them; returns where others that lay there were moved to, if any."""
    require_fitting(folder, needed)
    moved = None
    if place.exists() and any(place.iterdir()):
        moved = place.with_name(f"{place.name}-until-{datetime.now():%Y%m%d-%H%M%S}")
        place.rename(moved)
    copy(folder, place)
    return moved


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.key"))


def _mark(path: Path) -> str:
    key = path.read_text("ascii").strip().encode()
    return hmac.new(key, b"huiyin backup", hashlib.sha256).hexdigest()[:16]
