"""A message with its answer, as a line of the file to be replayed; read whole, or not at all."""

import csv
import io
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from huiyin.mailroom.incoming.instant import instant

COLUMNS = ("msg_id", "user", "title", "created_at", "body", "reply", "replied_at")
NAMESPACE = uuid.UUID("5f7d0f0e-6f0a-5c57-9a52-0b0a3d1f6c10")
LONGEST_FIELD = 10_000_000
TITLE = 30  # characters taken from the body where a message has no title


class Unreadable(Exception):
    """The file cannot be replayed; `faults` are sentences that name row, column and cure."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults[0])
        self.faults = faults


@dataclass(frozen=True)
class Message:
    """One line. `row` is its number in a spreadsheet; only the two times are facts to count with."""

    row: int
    id: str
    user: str
    title: str
    body: str
    reply: str
    created_at: datetime
    replied_at: datetime

    @property
    def key(self) -> uuid.UUID:
        """The same line always has the same key, so a replay that was stopped goes on where it was."""
        said = (self.id, self.user, self.title, self.body, self.reply)
        times = (self.created_at.isoformat(), self.replied_at.isoformat())
        return uuid.uuid5(NAMESPACE, "\0".join((*said, *times)))

    @property
    def subject(self) -> str:
        """The title, or how the body begins."""
        return self.title.strip() or self.body.strip()[:TITLE] or "（无题）"


def read(path: Path, *, now: datetime) -> list[Message]:
    """Every message of a CSV file in order of writing; raises Unreadable with everything that is wrong."""
    table = csv.DictReader(io.StringIO(_text(path), newline=""), restval="")
    missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
    if missing:
        raise Unreadable(
            [f"{path}: the column {', '.join(missing)} is missing; needed: {', '.join(COLUMNS)}."]
        )
    csv.field_size_limit(LONGEST_FIELD)
    messages: list[Message] = []
    faults: list[str] = []
    seen: dict[str, int] = {}
    for row, cells in enumerate(table, start=2):
        wrong = [f"row {row}, {fault}" for fault in _faults(cells, now, seen)]
        faults += wrong
        if not wrong:
            messages.append(_message(row, cells))
        seen.setdefault(cells["msg_id"], row)
    if faults:
        raise Unreadable(faults)
    return sorted(messages, key=lambda message: (message.created_at, message.row))


def _text(path: Path) -> str:
    """UTF-8 with or without its mark, or GB18030 as spreadsheets here write it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable([f"{path} cannot be read: {error.strerror}."]) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable([f"{path} is neither UTF-8 nor GB18030; save it as CSV UTF-8."])


def _faults(cells: dict[str, str], now: datetime, seen: dict[str, int]) -> Iterator[str]:
    if not cells["msg_id"].strip():
        yield "msg_id: empty; give each message a number of its own."
    elif cells["msg_id"] in seen:
        yield f"msg_id: {cells['msg_id']} stands in row {seen[cells['msg_id']]} too; keep one of them."
    for column in ("created_at", "replied_at"):
        at = instant(cells[column])
        if at is None:
            yield f"{column}: {cells[column]!r} is no time; write it like 2019-02-14 20:00:00."
        elif at > now:
            yield f"{column}: {cells[column]} lies in the future; correct it."


def _message(row: int, cells: dict[str, str]) -> Message:
    created_at, replied_at = instant(cells["created_at"]), instant(cells["replied_at"])
    assert created_at is not None and replied_at is not None, "looked at before"  # noqa: S101
    words = {name: cells[name] for name in ("user", "title", "body", "reply")}
    return Message(row=row, id=cells["msg_id"], created_at=created_at, replied_at=replied_at, **words)
