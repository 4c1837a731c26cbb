"""The beat of a running program: when each of its jobs last went well, and what went wrong since."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

WORKER = "worker"


class BeatQuerySet(models.QuerySet["Beat"]):
    """Answers about beats."""

    def last(self, name: str = WORKER) -> datetime | None:  # type: ignore[override]
        """When this last went well; None if never."""
        return self.filter(name=name).values_list("at", flat=True).first()

    def is_alive(self, within: timedelta, name: str = WORKER) -> bool:
        """It went well not longer ago than `within`."""
        return self.filter(name=name, at__gte=timezone.now() - within).exists()

    def troubled(self) -> "BeatQuerySet":
        """Jobs that have failed since they last went well."""
        return self.filter(failed_at__isnull=False).filter(Q(at=None) | Q(failed_at__gt=F("at")))

    def well(self, name: str) -> None:
        """Note that it went well now."""
        self.update_or_create(name=name, defaults={"at": timezone.now()})

    def failed(self, name: str, trouble: str) -> None:
        """Note that it failed now, and how; `trouble` names no person."""
        self.update_or_create(name=name, defaults={"failed_at": timezone.now(), "trouble": trouble})


class Beat(models.Model):
    """One job by name."""

    name = models.CharField(max_length=32, primary_key=True)
    at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    objects = BeatQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name} {self.at or '—'}"
