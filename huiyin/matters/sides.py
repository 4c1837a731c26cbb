"""Sides 各方: whom else a matter touches. Each of them is heard, answered and delivered to (Art. 31(6), 32)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters import party
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.filing import Person
from huiyin.matters.request import Request


class OtherSide(models.TextChoices):
    """The sides that a handler names; the petitioners name themselves."""

    OTHER = party.Side.OTHER.value, party.Side.OTHER.label
    THIRD = party.Side.THIRD.value, party.Side.THIRD.label


class PartyNaming(Act):
    """Somebody of another side is made a party, with what they want."""

    asks = ("side", "name", "is_organisation", "phone", "address", "wishes")
    quotes = ("wishes",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="party_namings")
    party = models.OneToOneField("matters.Party", models.PROTECT, related_name="naming", editable=False)
    side = models.CharField(_("哪一方"), max_length=16, choices=OtherSide)
    name = EncryptedTextField(_("姓名或单位名称"))
    is_organisation = models.BooleanField(_("是单位吗"), choices=[(True, _("单位")), (False, _("个人"))])
    phone = EncryptedTextField(_("电话"), blank=True)
    address = EncryptedTextField(_("地址"), help_text=_("答复要送到这里"), blank=True)
    wishes = EncryptedTextField(_("这一方要求什么"), help_text=_("一条一行；没有要求可以不写"), blank=True)


class Sided:
    """A matter under handling can have parties of other sides."""

    @act("name_party", PartyNaming)
    def name_party(
        self: Any, deed: Deed, *, side: str, name: str, is_organisation: bool,
        phone: str = "", address: str = "", wishes: str = "",
    ) -> PartyNaming:  # fmt: skip
        """Make them a party; what they want is answered like every other request."""
        told = {"name": name.strip(), "phone": phone.strip(), "address": address.strip()}
        joined = party.add(self, side, Person(**told, is_organisation=is_organisation))
        asked = tuple(line.strip() for line in wishes.splitlines() if line.strip())
        Request.ask(self, asked, after=self.requests.count(), party=joined)
        return PartyNaming(
            matter=self, party=joined, side=side, is_organisation=is_organisation, wishes=wishes, **told
        )

    def sides(self: Any) -> list[str]:
        """The sides that have a party, the petitioners' first."""
        there = set(self.parties.values_list("side", flat=True)) | {party.Side.PETITIONER.value}
        return [side for side in party.Side.values if side in there]
