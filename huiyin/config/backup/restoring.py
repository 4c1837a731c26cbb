"""Bringing a backup back into an empty home; nothing is touched before everything was looked at. Needs no Django."""

import shutil
from pathlib import Path

from huiyin.config import home, wrong_use
from huiyin.config.backup import engine, keys
from huiyin.config.backup.manifest import Manifest, flush
from huiyin.config.backup.saving import BESIDE, FILES
from huiyin.config.progress import watched

ROOMS = Path(__file__).parents[2]


def bring_back(folder: Path, keys_folder: Path | None) -> list[str]:
    """Put the database, the files and (where a folder is named) the keys in place; returns what was done, in lines."""
    manifest = Manifest.read(folder)
    _require_possible(manifest)
    _require_empty()
    manifest.require_intact(folder)
    _require_keys(manifest, keys_folder)
    home.prepare()
    done = _keys_in_place(manifest, keys_folder)
    rows = engine.database.bring_back(folder)
    if rows != manifest.rows:
        raise wrong_use.WrongUse(
            "The database brought back has other rows than the backup: do not use this home."
        )
    done.append(f"database: {sum(rows.values())} rows in {len(rows)} tables, saved {manifest.made_at}")
    done.append(f"files: {_files_in_place(manifest, folder)}")
    return done


def _require_possible(manifest: Manifest) -> None:
    if manifest.engine != engine.NAME:
        raise wrong_use.WrongUse(
            f"The backup is of {manifest.engine} and this home is on {engine.NAME}: HUIYIN_DATABASE_URL decides."
        )
    unknown = [name for name in manifest.migrations if _is_ours(name) and not _file(name).exists()]
    if unknown:
        raise wrong_use.WrongUse(
            f"The backup was made by Huiyin {manifest.program}, which is newer than this program ({unknown[0]})."
        )


def _require_empty() -> None:
    if not engine.database.is_empty() or any(path.is_file() for path in home.FILES.rglob("*")):
        raise wrong_use.WrongUse(
            f"{home.HOME} is not empty; restore into a new home: HUIYIN_HOME=… huiyin restore …"
        )


def _require_keys(manifest: Manifest, keys_folder: Path | None) -> None:
    keys.require_fitting(keys_folder or home.KEYS, manifest.keys)


def _keys_in_place(manifest: Manifest, keys_folder: Path | None) -> list[str]:
    if keys_folder is None or keys_folder.resolve() == home.KEYS.resolve():
        return [f"keys: those in {home.KEYS} fit"]
    moved = keys.put_in_place(keys_folder, home.KEYS, manifest.keys)
    return [f"keys: put into {home.KEYS}", *([f"keys that lay there: moved to {moved}"] if moved else [])]


def _files_in_place(manifest: Manifest, folder: Path) -> int:
    places = {FILES: home.FILES, BESIDE: home.HOME}
    names = [Path(name) for name in manifest.files if Path(name).parts[0] in places]
    for name in watched(names, len(names), "copying"):
        place = places[name.parts[0]].joinpath(*name.parts[1:])
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(folder / name, place)
        place.chmod(0o600)
        flush(place)
    return len(names)


def _is_ours(migration: str) -> bool:
    return (ROOMS / migration.partition(".")[0]).is_dir()


def _file(migration: str) -> Path:
    room, _, name = migration.partition(".")
    return ROOMS / room / "migrations" / f"{name}.py"
