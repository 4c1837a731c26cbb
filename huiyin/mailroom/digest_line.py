"""A line of tomorrow's digest: one entry that one post should hear of. It holds no words of the matter."""

from collections.abc import Iterable
from typing import Any

from django.db import models


class DigestLineQuerySet(models.QuerySet["DigestLine"]):
    """Answers about lines."""

    def enter(self, entry: Any, matter: Any, posts: Iterable[Any]) -> None:
        """Put an entry before posts; one that is already there stays."""
        lines = [DigestLine(entry=entry, matter=matter, post_id=post) for post in posts]
        self.bulk_create(lines, ignore_conflicts=True)

    def forget(self, matter: Any) -> None:
        """Remove every line about a matter."""
        self.filter(matter=matter).delete()


class DigestLine(models.Model):
    """One entry for one post, until its digest is written."""

    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+")
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")

    objects = DigestLineQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "post"], name="one_line_per_entry_and_post")]

    def __str__(self) -> str:
        return f"{self.entry_id} → {self.post_id}"
