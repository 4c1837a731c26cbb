"""Rating 评价: the petitioner's view of the office and of the organ, changeable until the window ends; staff cannot give it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.cause import Cause
from huiyin.matters.deed import Deed
from huiyin.matters.several import Several

GRADES = [("satisfied", _("满意")), ("fairly", _("基本满意")), ("not", _("不满意"))]


class Rating(Act):
    """Satisfied, fairly, or not: with the office that passed it on, and with the organ that answered."""

    asks = ("office", "organ", "causes", "words")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="ratings")
    office = models.CharField(_("对信访部门"), max_length=12, choices=GRADES)
    organ = models.CharField(_("对办理单位"), max_length=12, choices=GRADES)
    causes = Several(_("您觉得问题出在哪里"), of=Cause, blank=True)
    words = EncryptedTextField(_("想说的话（可以不写）"), blank=True)


class Ratable:
    """A delivered answer can be rated by the petitioner."""

    @act("rate", Rating)
    def rate(
        self: Any, deed: Deed, *, office: str, organ: str, causes: list[str] | None = None, words: str = ""
    ) -> Rating:
        """Rate, and say where the trouble came from; the latest rating within the window counts."""
        return Rating(matter=self, office=office, organ=organ, causes=causes or [], words=words)
