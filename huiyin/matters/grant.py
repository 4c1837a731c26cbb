"""A grant: why somebody may see a matter. What an officer sees is these rows and nothing else."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q


class Grant(models.Model):
    """A matter opened to an organ or to one post, for a reason, perhaps until a day."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="grants")
    organ = models.ForeignKey("people.Organ", models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=32)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organ__isnull=False, post=None) | Q(organ=None, post__isnull=False),
                name="granted_to_an_organ_or_to_a_post",
            ),
            models.UniqueConstraint(
                fields=["organ", "matter"], condition=Q(post=None), name="one_grant_per_organ"
            ),
            models.UniqueConstraint(
                fields=["post", "matter"], condition=Q(organ=None), name="one_grant_per_post"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} → {self.organ_id or self.post_id} ({self.reason})"

    @classmethod
    def to_organ(cls, matter: Any, organ: Any, reason: str) -> None:
        """Let the posts of an organ see a matter. Doing so twice changes nothing."""
        cls.objects.bulk_create([cls(matter=matter, organ=organ, reason=reason)], ignore_conflicts=True)

    @classmethod
    def to_posts(cls, matter: Any, posts: Iterable[Any], reason: str) -> None:
        """Let some posts see a matter. Doing so twice changes nothing."""
        granted = [cls(matter=matter, post=post, reason=reason) for post in posts]
        cls.objects.bulk_create(granted, ignore_conflicts=True)
