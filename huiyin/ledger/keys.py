"""The keyring: the keys of one installation, in a folder of their own, apart from the data they protect."""

import os
import re
import secrets
import stat
import tempfile
from pathlib import Path

KINDS = ("cipher", "index", "code")
WEB = "web"
KEY_BYTES = 32
_NUMBERED = re.compile(r"^(cipher|index|code)-([0-9]{4,5})\.key$")


class KeysUnsafe(SystemExit):
    """The keys are missing, damaged or open to others; nothing may start until that is mended."""


class Keyring:
    """Keys for ciphers, blind indexes and receipt codes, each kind numbered; the highest number is current.

    Older keys stay readable, so what they sealed stays readable. A key file holds 64 hex digits (32 bytes).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._keys: dict[str, dict[int, bytes]] = {kind: {} for kind in KINDS}

    @classmethod
    def open(cls, folder: Path, *, may_create: bool) -> "Keyring":
        """Read the keyring of `folder`, making what is missing where `may_create`; raises KeysUnsafe."""
        ring = cls(Path(folder))
        if may_create:
            ring._create_missing()
        ring._read()
        ring._refuse_gaps()
        return ring

    def current(self, kind: str) -> tuple[int, bytes]:
        """The id and bytes of the key that new things of this kind are made with."""
        number = max(self._keys[kind])
        return number, self._keys[kind][number]

    def key(self, kind: str, number: int) -> bytes:
        """The key with this id, read from the folder again if another process rotated; raises KeyError."""
        if number not in self._keys[kind]:
            self._read()
        return self._keys[kind][number]

    def ids(self, kind: str) -> list[int]:
        """Every id of this kind, newest first."""
        return sorted(self._keys[kind], reverse=True)

    def secret(self, name: str) -> str:
        """The secret kept as `<name>.key`, as text (Django's SECRET_KEY is "web"); raises KeysUnsafe."""
        return _read_key(self.folder / f"{name}.key").hex()

    def rotate(self, kind: str) -> int:
        """Make a new current key of this kind and answer its id; running processes use it after a restart."""
        self._read()
        number = max(self._keys[kind]) + 1
        _create_key(self._path(kind, number))
        self._read()
        return number

    def _path(self, kind: str, number: int) -> Path:
        return self.folder / f"{kind}-{number:04d}.key"

    def _create_missing(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _require_private(self.folder)
        for kind in KINDS:
            if not any(self.folder.glob(f"{kind}-*.key")):
                _create_key(self._path(kind, 1))
        if not (self.folder / f"{WEB}.key").exists():
            _create_key(self.folder / f"{WEB}.key")

    def _read(self) -> None:
        if not self.folder.is_dir():
            raise KeysUnsafe(
                f"The key folder {self.folder} is missing: restore it from its backup, or set HUIYIN_KEYS."
            )
        _require_private(self.folder)
        for path in sorted(self.folder.iterdir()):
            if match := _NUMBERED.match(path.name):
                self._keys[match[1]][int(match[2])] = _read_key(path)

    def _refuse_gaps(self) -> None:
        for kind in KINDS:
            numbers = self._keys[kind]
            missing = set(range(1, max(numbers, default=1) + 1)) - set(numbers)
            if missing:
                raise KeysUnsafe(
                    f"The key {self._path(kind, min(missing))} is missing: restore it from its backup."
                )
        _read_key(self.folder / f"{WEB}.key")


def _read_key(path: Path) -> bytes:
    """The 32 bytes of one key file; raises KeysUnsafe."""
    try:
        _require_private(path)
        key = bytes.fromhex(path.read_text("ascii").strip())
    except FileNotFoundError as error:
        raise KeysUnsafe(f"The key {path} is missing: restore it from the backup of the keys.") from error
    except ValueError as error:
        raise KeysUnsafe(f"The key {path} is damaged: restore it from the backup of the keys.") from error
    if len(key) != KEY_BYTES:
        raise KeysUnsafe(f"The key {path} is damaged: restore it from the backup of the keys.")
    return key


def _require_private(path: Path) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        wanted = "700" if path.is_dir() else "600"
        raise KeysUnsafe(f"{path} is open to other accounts (mode {mode:o}): run chmod {wanted} {path}.")


def _create_key(path: Path) -> None:
    """Write one new key, whole or not at all; where another process was first, its key stands."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # mkstemp makes mode 0600
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(temporary, path)  # unlike rename, a link never replaces a key that is already there
        except FileExistsError:
            return
    finally:
        os.unlink(temporary)
    _fsync_folder(path.parent)


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
