"""A leaf: one picture or paper kept with a draft, encrypted on disk until it is handed in or taken away."""

import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from huiyin.ledger.cipher import open_sealed, seal
from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import upload
from huiyin.matters.attachment import Piece, write_durably

MOST = 9


class Leaf(models.Model):
    """One checked file of a draft."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey("portal.Draft", models.CASCADE, related_name="leaves")
    name = EncryptedTextField()
    media_type = models.CharField(max_length=80)
    pages = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "leaves"

    def __str__(self) -> str:
        return f"{self.draft_id} {self.media_type}"

    @property
    def path(self) -> Path:
        """Where the ciphertext lies."""
        return Path(settings.MEDIA_ROOT) / "drafts" / self.id.hex[-2:] / self.id.hex

    @property
    def remove_value(self) -> str:
        """What the button that takes it away sends."""
        return str(self.id)

    def piece(self) -> Piece:
        """It, as registration takes it."""
        content = open_sealed(self.path.read_bytes(), aad=f"portal.leaf:{self.id}")
        return Piece(self.name, self.media_type, content, self.pages)

    def drop(self) -> None:
        """Take it away: the row, then the file."""
        path = self.path
        self.delete()
        path.unlink(missing_ok=True)


def keep(draft: Any, file: Any) -> Leaf:
    """Check one received file and keep it with the draft. Raises UploadRefused."""
    if draft.leaves.count() >= MOST:
        raise upload.UploadRefused(
            _("最多传 %(most)d 个文件。更多的，收到回执以后再补充，或带到窗口。") % {"most": MOST}
        )
    piece = upload.check(file.name, file.read(), file.size)
    leaf = Leaf(draft=draft, name=piece.name, media_type=piece.media_type, pages=piece.pages)
    write_durably(leaf.path, seal(piece.content, aad=f"portal.leaf:{leaf.id}"))
    leaf.save(force_insert=True)
    return leaf


def keep_all(draft: Any, files: list[Any]) -> list[str]:
    """Keep each file that can be kept; returns a sentence for each that cannot."""
    refused = []
    for file in files:
        try:
            keep(draft, file)
        except upload.UploadRefused as refusal:
            refused.append(_("“%(name)s”：%(why)s") % {"name": file.name, "why": refusal.sentence})
    return refused


def named(value: str) -> uuid.UUID | None:
    """The id that a button named, if it is one."""
    try:
        return uuid.UUID(value)
    except ValueError:
        return None


def rows(draft: Any) -> list[Leaf]:
    """The files of a draft, each saying which it is of how many."""
    leaves = list(draft.leaves.all()) if draft else []
    for place, leaf in enumerate(leaves, 1):
        leaf.says = _("第 %(place)d 张，共 %(count)d 张，已传好") % {"place": place, "count": len(leaves)}
    return leaves
