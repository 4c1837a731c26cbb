"""Numbers in series without gaps: petition numbers per organ and month, document numbers per organ and year."""

from django.db import connection, models

from huiyin.people.organ import Organ

TAKE = """
INSERT INTO matters_series (organ_id, name, last) VALUES (%s, %s, %s)
ON CONFLICT (organ_id, name) DO UPDATE SET last = matters_series.last + excluded.last
RETURNING last
"""


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
        with connection.cursor() as cursor:
            cursor.execute(TAKE, [organ.pk.hex, name, count])
            return int(cursor.fetchone()[0]) - count + 1
