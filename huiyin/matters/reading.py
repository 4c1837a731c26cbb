"""Reading: which officer opened which piece of material, and when first. Nothing handed in lies unread unseen (S051)."""

from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from huiyin.matters.attachment import Attachment
from huiyin.people.actor import Actor


class Reading(models.Model):
    """The first time that one officer opened one piece."""

    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="readings")
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attachment", "officer"], name="one_first_reading_per_officer")
        ]

    def __str__(self) -> str:
        return f"{self.attachment_id} {self.officer_id} {self.read_at:%Y-%m-%d}"


def read(actor: Actor, piece: Attachment, *, at: datetime) -> None:
    """Write down that this officer opened the piece; later times change nothing."""
    Reading.objects.get_or_create(
        attachment=piece, officer=actor.officer, defaults={"post": actor.post, "read_at": at}
    )


def handed_in(matter: Any) -> list[dict[str, Any]]:
    """Every piece of material in the order it came: name, pages, bytes, SHA-256, day, and who read it on which day."""
    readings = models.Prefetch(
        "readings", Reading.objects.select_related("post__organ", "officer").order_by("read_at")
    )
    pieces = matter.attachments.order_by("added_at", "pk").prefetch_related(readings)
    return [
        {
            "piece": piece,
            "on": timezone.localdate(piece.added_at),
            "read": [
                {
                    "organ": one.post.organ.name,
                    "name": one.officer.name,
                    "on": timezone.localdate(one.read_at),
                }
                for one in piece.readings.all()
            ],
        }
        for piece in pieces
    ]
