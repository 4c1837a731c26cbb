"""Note 记一笔: what officers write for each other. It never reaches a petitioner's page, a letter, or another organ."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Note(Act):
    """One internal note."""

    asks = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="notes")
    words = EncryptedTextField(
        gettext_lazy("记一笔"), help_text=gettext_lazy("只有本单位看得到；写事实，不写对人的评价")
    )


class Notable:
    """Officers can keep notes on a matter or a review."""

    @act("note", Note)
    def note(self: Any, deed: Deed, *, words: str) -> Note:
        """Write a note."""
        if not words.strip():
            raise NotAllowed(_("写一句再存。"), field="words")
        return Note(matter=self.matter_itself, words=words)
