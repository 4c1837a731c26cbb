"""Linking 关联: a petition raises a matter that is already being answered (Art. 19); it is told who has it and until when."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Linking(Act):
    """The same person and the same matter, as an officer found it; the petitioner reads why."""

    asks = ("live", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="linkings")
    live = models.ForeignKey(
        "matters.Matter", models.PROTECT, related_name="+", verbose_name=gettext_lazy("正在办的事项")
    )
    reason = EncryptedTextField(gettext_lazy("为什么是同一件事"))

    def told(self) -> dict[str, Any]:
        return {"live_number": self.live.number}


class Linkable:
    """A matter can be linked to the live one that it repeats."""

    @act("link", Linking)
    def link(self: Any, deed: Deed, *, live: Any, reason: str) -> Linking:
        """Link to a live matter; never a way to lose a petition, for both stay on the record."""
        if live.pk == self.pk or live.linked_to_id is not None or live.sealed:
            raise NotAllowed(_("请选正在办理的那一件。"), field="live")
        if not live.assignments.open().exists():
            raise NotAllowed(_("那一件已经办结，不能关联；请按新事项办理。"), field="live")
        self.linked_to = live
        self.save(update_fields=["linked_to"])
        return Linking(matter=self, live=live, reason=reason)
