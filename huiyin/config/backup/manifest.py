"""The manifest: what a backup holds, with the SHA-256 of every file; written last, so a backup without one is none."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from huiyin.config import wrong_use

FORMAT = 1
NAME = "manifest.json"
CHUNK = 1 << 20


@dataclass(frozen=True)
class Manifest:
    """`files` is {path: SHA-256}, `rows` {table: count}, `keys` {file name: fingerprint} of the keys it needs."""

    format: int
    program: str
    made_at: str
    engine: str
    migrations: list[str]
    rows: dict[str, int]
    keys: dict[str, str]
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Put it into the backup, whole or not at all."""
        unfinished = folder / f"{NAME}.part"
        unfinished.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")
        flush(unfinished)
        unfinished.rename(folder / NAME)
        flush(folder)

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest of a backup; raises WrongUse where it has none, or one of another format."""
        try:
            said = json.loads((folder / NAME).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise wrong_use.WrongUse(f"{folder} holds no finished backup: {NAME} cannot be read.") from error
        if said.get("format") != FORMAT:
            sentence = (
                f"{folder} is a backup of format {said.get('format')}; this program reads format {FORMAT}."
            )
            raise wrong_use.WrongUse(f"{sentence} It was made by Huiyin {said.get('program')}.")
        return cls(**said)

    def require_intact(self, folder: Path) -> None:
        """Raise WrongUse, naming the first file of the backup that is missing or changed."""
        for name, digest in self.files.items():
            path = folder / name
            if not path.is_file():
                raise wrong_use.WrongUse(f"The backup is damaged: {path} is missing.")
            if digest_of(path) != digest:
                raise wrong_use.WrongUse(f"The backup is damaged: {path} is not what was written.")


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            hashed.update(piece)
    return hashed.hexdigest()


def flush(path: Path) -> None:
    """Make sure that a file, or a folder's list of names, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
