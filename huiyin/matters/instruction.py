"""Instruction 批示: a leader who read it says what is to be done, by whom and by when."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Instruction(Act):
    """A leader's words on a matter, with a day by which they are followed. It moves nothing by itself."""

    asks = ("words", "due_on")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="instructions")
    words = EncryptedTextField(gettext_lazy("批示内容"))
    due_on = models.DateField(gettext_lazy("办到哪一天"))


class Instructable:
    """A leader can instruct."""

    @act("instruct", Instruction)
    def instruct(self: Any, deed: Deed, *, words: str, due_on: date) -> Instruction:
        """Instruct the organ that has the matter; the law's own clocks run on unchanged."""
        if due_on < deed.on:
            raise NotAllowed(_("办到的日期不能早于今天。"), field="due_on")
        return Instruction(matter=self, words=words, due_on=due_on)
