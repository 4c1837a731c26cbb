"""Scoring what was read of a book: each cell is right, flagged or wrong."""

from collections import Counter
from datetime import datetime

from django.utils import timezone

from huiyin.mailroom.incoming import sheet
from huiyin.mailroom.incoming.instant import instant
from huiyin.mailroom.incoming.row import Reading
from tests.mailroom.dirty.draft import Book

Verdicts = dict[tuple[int, str], str]


def readings(book: Book) -> dict[int, Reading]:
    """Every row that was read, by its number."""
    table = sheet.read(book.content, book.file_name, book.named)
    found = {row.number: Reading(row, book.named, timezone.now(), "") for row in table.rows}
    for reading in found.values():
        reading.incoming()
    return found


def verdicts(book: Book) -> Verdicts:
    """`right`, `flagged` or `wrong` by row and field; a row that is none and yet was taken is wrong throughout."""
    found = readings(book)
    rows = {row: dict.fromkeys(book.named, "") for row in found} | book.truth
    return {
        (row, field): _verdict(found.get(row), field, means[field])
        for row, means in rows.items()
        for field in book.named
    }


def counts(books: list[Book]) -> Counter[str]:
    """The cells of all books by verdict."""
    return Counter(verdict for book in books for verdict in verdicts(book).values())


def _verdict(reading: Reading | None, field: str, means: str) -> str:
    if reading is None:
        return "wrong"
    if reading.named[field] in {bad.column for bad in reading.bad}:
        return "flagged"
    if field == "received":
        return "right" if instant(reading.text(field)) == _instant(means) else "wrong"
    return "right" if reading.text(field) == means else "wrong"


def _instant(means: str) -> datetime | None:
    return timezone.make_aware(datetime.fromisoformat(means)) if means else None
