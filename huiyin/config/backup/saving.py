"""Making a backup: the database first, then the files it speaks of, the manifest last."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from huiyin import __version__
from huiyin.config import home, wrong_use
from huiyin.config.backup import engine, keys
from huiyin.config.backup.manifest import FORMAT, Manifest, digest_of, flush
from huiyin.config.progress import watched

FILES, BESIDE = "files", "home"
MARKS = ("demo", "demo-secrets.json")  # what makes a home a demonstration


def save(folder: Path) -> Manifest:
    """Write a backup into a new or empty folder; returns its manifest.

    An attachment's file is there before its row and is never changed, so files copied after the database hold
    everything that the database speaks of.
    """
    require_new(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    rows, migrations = engine.database.save(folder)
    copies = list(_copied(folder))
    written = [folder / engine.database.NAME, *copies]
    manifest = Manifest(
        format=FORMAT,
        program=__version__,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        engine=engine.NAME,
        migrations=migrations,
        rows=rows,
        keys=keys.fingerprints(home.KEYS),
        files={
            str(path.relative_to(folder)): _settled(path)
            for path in watched(written, len(written), "hashing")
        },
    )
    manifest.write(folder)
    return manifest


def require_new(folder: Path) -> None:
    """Refuse a folder that holds anything, or that lies in the home it would save."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise wrong_use.WrongUse(f"{folder} is not empty; name a new folder for each backup.")
    if home.HOME.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise wrong_use.WrongUse(f"{folder} lies in {home.HOME}; keep the backup apart from what it saves.")


def _copied(folder: Path) -> Iterator[Path]:
    """Copies of the files of matters and of what marks the home."""
    found = [path for path in sorted(home.FILES.rglob("*")) if path.is_file() and path.suffix != ".part"]
    pairs = [(path, folder / FILES / path.relative_to(home.FILES)) for path in found]
    pairs += [(home.HOME / name, folder / BESIDE / name) for name in MARKS if (home.HOME / name).is_file()]
    for path, copy in watched(pairs, len(pairs), "copying"):
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        yield copy


def _settled(path: Path) -> str:
    path.chmod(0o600)
    flush(path)
    return digest_of(path)
