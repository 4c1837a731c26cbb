"""The file channel: one sealed line per message in the mail folder, for a gateway beside us or for reading by hand."""

import base64
import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.utils import timezone

from huiyin.ledger.cipher import open_sealed, seal
from huiyin.mailroom.channels.envelope import Envelope, Outcome, Sent, Temporary

FILE = "sms.jsonl"
SEALED = ("address", "text")


class Spool:
    """Appends durably, whole lines only, each reference once however many processes write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: set[str] = set()
        self._read = 0  # bytes of the file that are already in _seen

    @classmethod
    def at(cls, folder: str) -> "Spool":
        """The spool of a mail folder."""
        return cls(Path(folder) / FILE)

    def send(self, envelope: Envelope) -> Outcome:
        """Append the message, unless its reference is there."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                self._catch_up(file)
                if envelope.reference not in self._seen:
                    _append(file, _line(envelope))
        except OSError as error:
            return Temporary(f"spool: {error.strerror}")
        return Sent()

    def messages(self) -> Iterator[dict[str, str]]:
        """Every message, opened: reference, at, address, text."""
        lines = self.path.read_text("utf-8").splitlines() if self.path.exists() else []
        for line in map(json.loads, lines):
            yield line | {name: _opened(line[name]) for name in SEALED}

    def _catch_up(self, file: BinaryIO) -> None:
        """Learn the references that others wrote, and cut off a line that a crash left unfinished."""
        if file.seek(0, os.SEEK_END) < self._read:
            self._seen, self._read = set(), 0
        file.seek(self._read)
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(self._read)
                break
            self._seen.add(json.loads(line)["reference"])
            self._read += len(line)


def _append(file: BinaryIO, line: bytes) -> None:
    file.seek(0, os.SEEK_END)
    file.write(line)
    file.flush()
    os.fsync(file.fileno())


def _line(envelope: Envelope) -> bytes:
    fields = {"reference": envelope.reference, "at": timezone.now().isoformat(timespec="seconds")}
    fields |= {name: _sealed(getattr(envelope, name)) for name in SEALED}
    return json.dumps(fields).encode() + b"\n"


def _sealed(words: str) -> str:
    return base64.b64encode(seal(words.encode(), aad="mailroom.spool")).decode()


def _opened(token: str) -> str:
    return open_sealed(base64.b64decode(token), aad="mailroom.spool").decode()
