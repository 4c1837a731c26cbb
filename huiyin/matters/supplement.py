"""Supplement 补充材料: more words or papers, from the petitioner, at any time while the matter is not archived."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters import attachment
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.search import Words


class Supplement(Act):
    """What was added."""

    asks = ("text",)
    quotes = ("text",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="supplements")
    text = EncryptedTextField(_("补充说明"), blank=True)
    pieces = models.PositiveSmallIntegerField(default=0, editable=False)

    def told(self) -> dict[str, Any]:
        return {"pieces": self.pieces}


class Supplementable:
    """Material can be added to a matter."""

    @act("supplement", Supplement)
    def supplement(self: Any, deed: Deed, *, text: str = "", attachments: tuple[Any, ...] = ()) -> Supplement:
        """Add words and papers."""
        attachment.attach(self, attachments, deed.at)
        if text.strip():
            self.say_more(text)
        return Supplement(matter=self, text=text, pieces=len(attachments))

    def say_more(self: Any, words: str) -> None:
        """Let the matter's text go on with what the petitioner added."""
        self.text = f"{self.text}\n\n{words}"
        self.save(update_fields=["text"])
        Words.index(self)
