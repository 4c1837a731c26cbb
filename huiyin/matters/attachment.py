"""Attachments: pictures and papers of a matter, encrypted on disk under names that say nothing.

The file is written, flushed and renamed before its row exists; a row without its file cannot come to be.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models

from huiyin.ledger.cipher import open_sealed, seal
from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7


@dataclass(frozen=True)
class Piece:
    """A checked upload: what it was called, what it is, its bytes as they will be kept, and those first received."""

    name: str
    media_type: str
    content: bytes
    pages: int = 1


class Attachment(models.Model):
    """One piece of material handed in, with its hash (SHA-256, hex) and size in bytes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="attachments")
    name = EncryptedTextField()
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.matter_id} {self.media_type}"

    @property
    def path(self) -> Path:
        """Where the ciphertext lies."""
        return Path(settings.MEDIA_ROOT) / self.id.hex[-2:] / self.id.hex

    def content(self) -> bytes:
        """The bytes, decrypted. Raises WrongSeal where they were touched."""
        return open_sealed(self.path.read_bytes(), aad=f"matters.attachment:{self.id}")


def attach(matter: Any, pieces: Iterable[Piece], at: datetime) -> list[Attachment]:
    """Keep the pieces with a matter: files first, rows after, hashes with both."""
    kept = []
    for piece in pieces:
        attachment = Attachment(
            matter=matter,
            name=piece.name,
            media_type=piece.media_type,
            size=len(piece.content),
            digest=hashlib.sha256(piece.content).hexdigest(),
            pages=piece.pages,
            added_at=at,
        )
        write_durably(attachment.path, seal(piece.content, aad=f"matters.attachment:{attachment.id}"))
        kept.append(attachment)
    return Attachment.objects.bulk_create(kept)


def write_durably(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is there whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
