"""A jotting 草稿: what an officer has typed on one page and not yet sent, sealed, so that nothing typed is lost."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.http import QueryDict
from django.utils import timezone

from huiyin.ledger.fields import EncryptedJSONField

KEPT = timedelta(days=7)
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "confirm", "password", "new_password", "again", "code"})


class Jotting(models.Model):
    """The unsent words of one officer on one page; `words` is {field: [values]} exactly as typed."""

    officer = models.ForeignKey("people.Officer", models.CASCADE, related_name="+")
    path = models.CharField(max_length=200)
    words = EncryptedJSONField(default=dict)
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["officer", "path"], name="one_jotting_per_officer_and_page")
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.saved_at:%Y-%m-%d %H:%M}"

    @classmethod
    def keep(cls, officer_id: Any, path: str, typed: QueryDict) -> datetime:
        """Keep what was typed on a page in place of what was kept before; returns when."""
        words = {name: typed.getlist(name) for name in typed if name not in NOT_KEPT}
        now = timezone.now()
        cls.objects.update_or_create(
            officer_id=officer_id, path=path, defaults={"words": words, "saved_at": now}
        )
        return now

    @classmethod
    def of(cls, officer: Any, path: str) -> "Jotting | None":
        """What this officer left on a page, if anything."""
        return cls.objects.filter(officer=officer, path=path).first()

    @classmethod
    def drop(cls, officer: Any, path: str) -> None:
        """It was sent: forget it."""
        cls.objects.filter(officer=officer, path=path).delete()

    @classmethod
    def drop_about(cls, matter: Any) -> None:
        """Forget what anybody left on any page of a matter, whose address is its number, or its id once it is sealed."""
        refs = [str(matter.pk), *matter.petitions.exclude(number=None).values_list("number", flat=True)]
        about = (models.Q(path__contains=f"/{ref}/") for ref in refs)
        cls.objects.filter(reduce(or_, about)).delete()

    @classmethod
    def forget(cls, now: datetime) -> int:
        """For the worker: drop what nobody took up for a week; returns how many."""
        return cls.objects.filter(saved_at__lt=now - KEPT).delete()[0]

    def typed(self) -> QueryDict:
        """The words as a form takes them."""
        data = QueryDict(mutable=True)
        for name, values in self.words.items():
            data.setlist(name, values)
        return data
