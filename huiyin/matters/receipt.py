"""A receipt 回执: what a petitioner holds. Number and code open the matter; a stolen database opens nothing."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import code

SHOWN_AGAIN = timedelta(hours=24)  # to the browser that holds the draft; later a counter re-issues


class Receipt(models.Model):
    """The right to see one matter as its petitioner. Re-issuing revokes the one before."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="receipts")
    number = models.CharField(max_length=32, null=True)
    code_hmac = models.CharField(max_length=80)
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    shown = EncryptedTextField(null=True)
    shown_until = models.DateTimeField(null=True, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["code_hmac"], name="receipts_by_code")]

    def __str__(self) -> str:
        return self.number or "—"

    @classmethod
    def issue(cls, matter: Any, at: datetime, *, is_shown: bool = True) -> "Receipt":
        """A new receipt for a matter; its code can be read from `shown` for 24 hours, or never."""
        digits = code.fresh(code.ACCUSATION if matter.sealed else code.ORDINARY)
        return cls.objects.create(
            matter=matter,
            number=matter.number,
            code_hmac=code.sealed(digits),
            issued_at=at,
            shown=digits if is_shown else None,
            shown_until=at + SHOWN_AGAIN if is_shown else None,
        )

    def open_too(self, matters: Any, at: datetime) -> None:
        """Let the code of this receipt open other matters as well, each with its own number."""
        Receipt.objects.bulk_create(
            Receipt(matter=one, number=one.number, code_hmac=self.code_hmac, issued_at=at) for one in matters
        )

    @classmethod
    def opening(cls, number: str | None, digits: str) -> "Receipt | None":
        """The receipt that number and code open together, or none. One query and one hash, whatever the answer."""
        return cls.objects.filter(number=number, code_hmac=code.sealed(digits), revoked_at=None).first()

    @classmethod
    def forget_codes(cls, now: datetime) -> int:
        """Erase the codes whose 24 hours are over; returns how many."""
        return cls.objects.filter(shown_until__lt=now).update(shown=None, shown_until=None)
