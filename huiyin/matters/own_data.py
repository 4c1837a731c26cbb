"""Own data 本人信息: what is kept of a petitioner is the petitioner's to see, to take away and to put right (PIPL 45–46)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class ContactCorrection(Act):
    """A petitioner's phone and address as they are now; what stood before is in the act before."""

    asks = ("party", "phone", "address")
    quotes = ("phone", "address")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="contact_corrections")
    party = models.ForeignKey(
        "matters.Party", models.PROTECT, related_name="+", verbose_name=gettext_lazy("谁的信息")
    )
    phone = EncryptedTextField(gettext_lazy("电话"), blank=True)
    address = EncryptedTextField(gettext_lazy("地址"), blank=True)


class OwnData:
    """Petitioners put right how they are reached."""

    @act("correct_contact", ContactCorrection)
    def correct_contact(
        self: Any, deed: Deed, *, party: Any, phone: str = "", address: str = ""
    ) -> ContactCorrection:
        """Put phone and address right; one of them stays, or nobody could be told anything."""
        if party is None or party.matter_id != self.pk:  # nobody can be put right who left no name
            raise NotAllowed(_("这一位不在这件事里。"), field="party")
        if not phone.strip() and not address.strip():
            raise NotAllowed(_("电话和地址至少留一样，答复才送得到。"), field="phone")
        party.petitioner.correct(phone=phone, address=address)
        return ContactCorrection(matter=self, party=party, phone=phone, address=address)
