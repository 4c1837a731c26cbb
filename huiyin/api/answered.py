"""Answered: what was asked under one Idempotency-Key and how it was answered, so that a repeat does nothing twice.

The row is written before the work and in its transaction: of two who ask at once the second waits, fails on the
constraint, and gets the first one's answer. What was refused leaves no row and may be asked again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.api.problem import Refused
from huiyin.api.token import Token
from huiyin.ledger.cipher import blind_index
from huiyin.ledger.fields import EncryptedJSONField
from huiyin.ledger.uuid7 import uuid7

KEPT = timedelta(days=7)


@dataclass(frozen=True)
class Answer:
    """Status and body of an answer; `again` where it was given before."""

    status: int
    body: Any
    again: bool = False


class Answered(models.Model):
    """One key of one token. `fingerprint` is an HMAC of path and body; `body` is the answer, never what was asked."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    token = models.ForeignKey(Token, models.PROTECT, related_name="answered")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=80)
    status = models.PositiveSmallIntegerField(default=0)
    body = EncryptedJSONField(null=True)
    answered_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name_plural = "answered"
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return f"{self.token_id} {self.status}"

    @classmethod
    def forget_old(cls, now: datetime) -> int:
        """Delete what is older than seven days; returns how many."""
        return cls.objects.filter(answered_at__lt=now - KEPT).delete()[0]

    def repeated(self, fingerprint: str) -> Answer:
        """The first answer. Raises Refused where the key was used for something else."""
        if self.fingerprint != fingerprint:
            raise Refused(422, "key-reused", _("这个 Idempotency-Key 已经用于另一个请求，请换一个。"))
        return Answer(self.status, self.body, again=True)


def mark(response: HttpResponse, answer: Answer) -> None:
    """Say in a header that this answer was given before."""
    if answer.again:
        response["Idempotency-Replayed"] = "true"


def once(token: Token, key: str | None, asked: tuple[str, Any], do: Callable[[], Answer]) -> Answer:
    """Do it, or answer as the first time. `asked` is path and body (plain values); without a key it is simply done."""
    if key is None:
        return do()
    path, body = asked
    written = json.dumps(body, sort_keys=True, ensure_ascii=False, default=str)
    fingerprint = blind_index("api request", f"{path}\n{written}")
    first = Answered.objects.filter(token=token, key=key).first()
    if first is not None:
        return first.repeated(fingerprint)
    try:
        with transaction.atomic():
            row = Answered.objects.create(token=token, key=key, fingerprint=fingerprint)
            answer = do()
            Answered.objects.filter(pk=row.pk).update(status=answer.status, body=answer.body)
            return answer
    except IntegrityError:
        first = Answered.objects.filter(token=token, key=key).first()
        if first is None:
            raise
        return first.repeated(fingerprint)
