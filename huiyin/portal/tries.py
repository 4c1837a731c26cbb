"""Tries: how often somebody looked up wrongly of late, per number and per address, both known only as keyed hashes.

Too many only slow down: ten minutes later one may try again, and nobody is ever locked out for good.
"""

from datetime import timedelta

from django.db import models
from django.db.models import Case, F, Value, When
from django.utils import timezone

from huiyin.ledger.cipher import blind_index

WINDOW = timedelta(minutes=10)
MOST = {"number": 10, "address": 30}


class Tries(models.Model):
    """Wrong tries under one key since a window began."""

    key = models.CharField(max_length=100, primary_key=True)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tries"

    def __str__(self) -> str:
        return f"{self.key[:12]} {self.count}"


def keys(number: str, address: str) -> dict[str, str]:
    """The two keys of one try: kind to keyed hash."""
    told = {"number": number, "address": address}
    return {kind: f"{kind}:{blind_index(f'tries-{kind}', value)}" for kind, value in told.items()}


def too_many(under: dict[str, str]) -> bool:
    """Either key has used up its window. One query."""
    fresh = Tries.objects.filter(key__in=under.values(), since__gt=timezone.now() - WINDOW)
    counts = dict(fresh.values_list("key", "count"))
    return any(counts.get(key, 0) >= MOST[kind] for kind, key in under.items())


def count(under: dict[str, str]) -> None:
    """Count one wrong try under both keys; an old window begins anew. Two queries, whatever is there."""
    now = timezone.now()
    Tries.objects.bulk_create([Tries(key=key, since=now) for key in under.values()], ignore_conflicts=True)
    Tries.objects.filter(key__in=under.values()).update(
        count=Case(When(since__lte=now - WINDOW, then=Value(1)), default=F("count") + 1),
        since=Case(When(since__lte=now - WINDOW, then=Value(now)), default=F("since")),
    )


def forget() -> int:
    """For the worker: drop windows that are over; returns how many."""
    return Tries.objects.filter(since__lte=timezone.now() - WINDOW).delete()[0]
