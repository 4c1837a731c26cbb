"""Withdrawal 撤回: the petitioner's own act, with the petitioner's own receipt; open again within thirty days."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed


class Withdrawal(Act):
    """The petitioner took it back; a reason may be given and is not asked for."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="withdrawals")
    reason = EncryptedTextField(_("原因（可以不写）"), blank=True)


class Withdrawable:
    """An open matter can be withdrawn by its petitioner."""

    @act("withdraw", Withdrawal)
    def withdraw(self: Any, deed: Deed, *, reason: str = "") -> Withdrawal:
        """Take it back; every clock of the matter stands still."""
        return Withdrawal(matter=self, reason=reason)
