"""Help in hardship 帮扶 (Art. 27, 37): beside the answer, whatever the answer is and also after its end."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.several import Several
from huiyin.people.organ import Organ


class Help(models.TextChoices):
    """What can be given beside an answer. None of it asks for anything in return."""

    RELIEF = "relief", _("临时救助、低保等社会救助")
    JUDICIAL_RELIEF = "judicial_relief", _("司法救助")
    LEGAL_AID = "legal_aid", _("法律援助")
    MEDICAL = "medical", _("医疗救助")
    WORK = "work", _("就业、生产上的帮助")
    COUNSEL = "counsel", _("社会工作者陪伴、心理疏导")
    OTHER = "other", _("其他帮助")


class HardshipHelp(Act):
    """Which help was arranged, by whom, and how."""

    asks = ("kinds", "organ", "words")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="hardship_helps")
    kinds = Several(_("哪些帮助"), of=Help)
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+", verbose_name=_("由谁来帮"))
    words = EncryptedTextField(
        _("怎么帮"), help_text=_("哪天、找谁、要带什么；信访人看得到。帮扶不附带任何条件")
    )

    def told(self) -> dict[str, Any]:
        return {"to_name": self.organ.name}


class Helpful:
    """Whoever has trouble can be helped, right or wrong in the matter."""

    @act("help_in_hardship", HardshipHelp)
    def help_in_hardship(
        self: Any, deed: Deed, *, kinds: list[str], organ: Organ, words: str
    ) -> HardshipHelp:
        """Arrange help and say how it comes; it changes nothing in the answer."""
        return HardshipHelp(matter=self, kinds=kinds, organ=organ, words=words)
