"""A mention: an organ that the petition complains of or names. Until triage says otherwise, it learns nothing."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from huiyin.people.organ import Organ


class Mention(models.Model):
    """One organ named in one matter."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="mentions")
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "organ"], name="one_mention_per_organ")]

    def __str__(self) -> str:
        return f"{self.matter_id} names {self.organ_id}"


def note(matter: Any, text: str, named: Iterable[Organ]) -> None:
    """Write down which organs were pointed at, and which ones the words name."""
    found = {organ.pk: organ for organ in named} | {organ.pk: organ for organ in _named_in(text)}
    Mention.objects.bulk_create(Mention(matter=matter, organ=organ) for organ in found.values())


def _named_in(text: str) -> Iterable[Organ]:
    for organ in Organ.objects.only("pk", "name", "short_name"):
        if organ.name in text or (len(organ.short_name) > 2 and organ.short_name in text):
            yield organ
