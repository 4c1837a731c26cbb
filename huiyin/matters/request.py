"""A request 诉求: one thing that is asked for. Each has its legal route and, at the end, its own answer."""

from typing import Any

from django.db import models

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7


class Request(models.Model):
    """One request of a matter, in the sense and order of whoever asks: the petitioners, or a party of another side."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="requests")
    party = models.ForeignKey("matters.Party", models.PROTECT, null=True, related_name="requests")
    position = models.PositiveSmallIntegerField()
    text = EncryptedTextField()
    route = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "position"], name="one_request_per_position")
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} #{self.position}"

    @classmethod
    def ask(cls, matter: Any, texts: tuple[str, ...], after: int = 0, party: Any = None) -> None:
        """Add requests in order after position `after`: the petitioners' own, or those of a party of another side."""
        cls.objects.bulk_create(
            cls(matter=matter, position=position, text=text, party=party)
            for position, text in enumerate(texts, after + 1)
        )
