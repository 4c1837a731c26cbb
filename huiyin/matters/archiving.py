"""Archiving 归档: the ended matter's papers are complete and put away; nothing is removed."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed

KEEPING = [
    ("permanent", gettext_lazy("永久")),
    ("thirty_years", gettext_lazy("30年")),
    ("ten_years", gettext_lazy("10年")),
]


class Archiving(Act):
    """How long the file is kept."""

    asks = ("keeping",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="archivings")
    keeping = models.CharField(gettext_lazy("保管期限"), max_length=12, choices=KEEPING)


class Archivable:
    """An ended matter can be archived."""

    @act("archive", Archiving)
    def archive(self: Any, deed: Deed, *, keeping: str) -> Archiving:
        """Archive it, once no clock of it runs."""
        if Clock.objects.running().filter(matter=self).exists():
            raise NotAllowed(_("还有期限在走，等它走完再归档。"))
        return Archiving(matter=self, keeping=keeping)
