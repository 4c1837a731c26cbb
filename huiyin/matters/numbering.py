"""Numbers in series without gaps: petition numbers per organ and month, document numbers per organ and year."""

from typing import Any

from django.db import models
from django.db.models import F

from huiyin.people.organ import Organ


class Series(models.Model):
    """The last number given in one series of one organ. Taking the next holds the row until the act is committed."""

    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")
    name = models.CharField(max_length=32)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organ", "name"], name="one_series_per_name")]

    def __str__(self) -> str:
        return f"{self.organ_id} {self.name} {self.last}"

    @classmethod
    def next(cls, organ: Organ, name: str, count: int = 1) -> int:
        """The first of the next `count` numbers of a series; a rolled-back act gives them back: no gaps."""
        series: Any = cls.objects.filter(organ=organ, name=name)
        if not series.update(last=F("last") + count):
            cls.objects.bulk_create([cls(organ=organ, name=name)], ignore_conflicts=True)
            series.update(last=F("last") + count)
        return int(series.values_list("last", flat=True).get()) - count + 1
