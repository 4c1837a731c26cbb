"""A pause of a clock: days that the law does not count, such as those of a hearing at final review (Art. 36.2)."""

from django.db import models
from django.db.models import F, Q

from huiyin.matters.clock import Clock


class Pause(models.Model):
    """From one day to another, both included. It ends by itself on a day known from the start: nobody can stall by silence."""

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="pause_rows")
    from_on = models.DateField()
    until_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="a_pause_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["clock", "from_on"], name="one_pause_of_a_clock_per_first_day"),
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.from_on} … {self.until_on}"
