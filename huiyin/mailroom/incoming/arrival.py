"""An arrival: a file that somebody is about to register, sealed, and gone once it is registered or after a day."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models

from huiyin.ledger.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.mailroom.exchange import mapping as mappings
from huiyin.mailroom.incoming import guess, petitions, sheet
from huiyin.mailroom.incoming.table import IncomingSheet
from huiyin.people.actor import Actor

KEPT = timedelta(days=1)


class Arrival(models.Model):
    """One file between its upload and its registration. `named` is field → heading, as guessed and then looked over.

    With a batch its registration was asked for, and the worker does it. What it holds counts as received at `came_at`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=12)
    mapping = models.CharField(max_length=32)
    source = models.CharField(max_length=64, blank=True)
    purpose = EncryptedTextField()
    file_name = EncryptedTextField()
    content = EncryptedBinaryField()
    named = EncryptedJSONField()
    sheet = EncryptedTextField(blank=True)
    came_at = models.DateTimeField(db_index=True)
    batch = models.OneToOneField("matters.Batch", models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.mapping} {self.came_at:%Y-%m-%d %H:%M}"

    @classmethod
    def of(cls, by: Actor, *, content: bytes, at: datetime, **told: Any) -> "Arrival":
        """An unsaved arrival with its columns guessed. Raises SheetWrong or MapWrong for what is no sheet of petitions."""
        made = cls(
            post=by.post, officer=by.officer, capacity=by.capacity, content=content, came_at=at, **told
        )
        found = (guess.required if made.by.back else guess.guess)(content, made.file_name, made.by)
        made.named, made.sheet = found.named, found.sheet
        return made

    @classmethod
    def forget(cls, now: datetime) -> int:
        """Drop the files that nobody registered within a day; returns how many."""
        return cls.objects.filter(batch=None, came_at__lt=now - KEPT).delete()[0]

    @property
    def by(self) -> mappings.Mapping:
        """What its headings and codes mean."""
        return mappings.available()[self.mapping]

    @property
    def actor(self) -> Actor:
        """Who brought it."""
        return Actor(self.post, self.officer, self.capacity, "import")  # type: ignore[arg-type]

    def headings(self) -> tuple[str, ...]:
        """All that stands above the columns of its sheet."""
        return guess.guess(self.content, self.file_name, self.by).headings

    def lacks(self) -> list[str]:
        """The needed fields without a column."""
        return [name for name in self.by.needs if name not in self.named]

    def table(self) -> IncomingSheet:
        """Its rows under the chosen columns; raises SheetWrong or MapWrong."""
        return sheet.read(self.content, self.file_name, self.named, only=self.sheet)

    def plan(self) -> petitions.Plan:
        """What registering it would do; raises SheetWrong or MapWrong."""
        by, source = self.by, mappings.source_of(self.by, self.source)
        return petitions.plan(self.table(), self.named, now=self.came_at, source=source, by=by)
