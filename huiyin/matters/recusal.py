"""Recusal 回避 (Art. 28): whoever has a direct interest does no further act on the matter."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.people.officer import Officer


class Recusal(Act):
    """An officer who steps back, and why."""

    asks = ("officer", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="recusals")
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="+", verbose_name=_("谁回避"))
    reason = EncryptedTextField(_("为什么回避"))

    def told(self) -> dict[str, Any]:
        return {"officer_name": self.officer.name}


class Recusable:
    """Officers can be recused from a matter."""

    @act("recuse", Recusal)
    def recuse(self: Any, deed: Deed, *, officer: Officer, reason: str) -> Recusal:
        """Recuse an officer; a handler's post is taken off the matter, and the head names another."""
        handler = deed.bearer.handler
        if handler is not None and handler.holdings.on(deed.on).filter(officer=officer).exists():
            deed.bearer.handler = None
            deed.bearer.save(update_fields=["handler"])
        return Recusal(matter=self, officer=officer, reason=reason)
