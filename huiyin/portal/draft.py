"""A draft: what somebody has written so far, sealed on the server, found again by a random token in a cookie.

The token is hashed in the database. The key that makes a filing one filing, however often it is sent, is born with
the draft. After registration the words go and the receipt stays, so that its code can be shown again for a day.
"""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedJSONField
from huiyin.ledger.uuid7 import uuid7

COOKIE = "draft"
KEPT = timedelta(days=30)
KEPT_AFTER_RECEIPT = timedelta(hours=24)
REPORT_KEPT = timedelta(hours=24)


class Kind(models.TextChoices):
    """Which of the two ways in; a report (检举控告) shares the browser's token and nothing else."""

    PETITION = "petition", _("反映问题")
    REPORT = "report", _("检举控告")


class Draft(models.Model):
    """One unfinished filing of one browser. `words` is {page: {field: [values]}} exactly as typed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    token_hash = models.CharField(max_length=64)
    kind = models.CharField(max_length=8, choices=Kind)
    words = EncryptedJSONField(default=dict)
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    receipt = models.ForeignKey("matters.Receipt", models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now, db_index=True)

    token = ""  # only on a draft just begun: what its cookie will hold

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash", "kind"], name="one_draft_per_browser_and_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.saved_at:%Y-%m-%d}"

    @classmethod
    def of(cls, request: HttpRequest, kind: str = Kind.PETITION) -> "Draft | None":
        """The draft of this browser, if there is one."""
        token = request.COOKIES.get(COOKIE, "")
        return cls.objects.filter(token_hash=_hash(token), kind=kind).first() if token else None

    @classmethod
    def begun(cls, request: HttpRequest, kind: str = Kind.PETITION) -> "Draft":
        """The draft of this browser, or a new one; one that already became a receipt is left to itself."""
        found = cls.of(request, kind)
        if found is not None and found.receipt_id is None:
            return found
        if found is not None:
            found.delete()
        token = request.COOKIES.get(COOKIE, "") or secrets.token_urlsafe(32)
        draft = cls.objects.create(token_hash=_hash(token), kind=kind)
        draft.token = token
        return draft

    def said(self, page: str) -> MultiValueDict:
        """What was typed on one page."""
        return MultiValueDict(self.words.get(page, {}))

    def keep(self, page: str, typed: MultiValueDict) -> None:
        """Keep what was typed on one page."""
        self.words = {**self.words, page: {name: typed.getlist(name) for name in typed}}
        self.saved_at = timezone.now()
        self.save(update_fields=["words", "saved_at"])

    def became(self, receipt: Any) -> None:
        """It was registered: the words are in the record now, here they go."""
        self.receipt, self.words = receipt, {}
        self.saved_at = timezone.now()
        self.save(update_fields=["receipt", "words", "saved_at"])
        self.drop_leaves()

    def drop_leaves(self) -> None:
        """Remove every file kept with it."""
        for leaf in self.leaves.all():
            leaf.drop()

    def remember(self, response: HttpResponse, request: HttpRequest) -> HttpResponse:
        """Put the token of a draft just begun into the browser; a report's is gone when the browser closes."""
        if self.token:
            response.set_cookie(
                COOKIE,
                self.token,
                max_age=KEPT if self.kind == Kind.PETITION else None,
                httponly=True,
                secure=request.is_secure(),
                samesite="Lax",
            )
        return response

    @classmethod
    def forget(cls, now: datetime) -> int:
        """For the worker: drop drafts that nobody finished, and those whose receipt is a day old; returns how many."""
        old = models.Q(receipt=None, saved_at__lt=now - KEPT)
        done = models.Q(receipt__isnull=False, saved_at__lt=now - KEPT_AFTER_RECEIPT)
        report = models.Q(kind=Kind.REPORT, saved_at__lt=now - REPORT_KEPT)
        drafts = list(cls.objects.filter(old | done | report))
        for draft in drafts:
            draft.drop_leaves()
            draft.delete()
        return len(drafts)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
