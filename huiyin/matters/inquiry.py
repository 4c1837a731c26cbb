"""Inquiry 询问: who was asked while the facts were looked for, and what they said, read back to them (D14)."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Standing(models.TextChoices):
    """As what somebody was asked."""

    PETITIONER = "petitioner", gettext_lazy("信访人")
    OTHER = "other", gettext_lazy("对方")
    WITNESS = "witness", gettext_lazy("知情人")
    OFFICER = "officer", gettext_lazy("有关单位工作人员")
    EXPERT = "expert", gettext_lazy("专业人员")


class Inquiry(Act):
    """One talk: with whom, when and where, what was said, and whether it was read back."""

    asks = ("standing", "name", "held_on", "place", "words", "read_back")
    quotes = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="inquiries")
    standing = models.CharField(gettext_lazy("问的是"), max_length=12, choices=Standing)
    name = EncryptedTextField(gettext_lazy("姓名"))
    held_on = models.DateField(gettext_lazy("哪天问的"))
    place = models.CharField(gettext_lazy("在哪里"), max_length=80)
    words = EncryptedTextField(gettext_lazy("问了什么，怎么说的"))
    read_back = models.BooleanField(
        gettext_lazy("笔录念给本人听了没有"),
        choices=[(True, gettext_lazy("念过，本人确认")), (False, gettext_lazy("没有，原因写在上面"))],
    )


class Inquirable:
    """People are asked while a matter is under investigation."""

    @act("inquire", Inquiry)
    def inquire(
        self: Any, deed: Deed, *, standing: str, name: str, held_on: date, place: str, words: str,
        read_back: bool,
    ) -> Inquiry:  # fmt: skip
        """Put one talk on record, as it was said."""
        if held_on > deed.on:
            raise NotAllowed(_("询问的日期不能在今天之后。"), field="held_on")
        return Inquiry(
            matter=self, standing=standing, name=name, held_on=held_on, place=place, words=words,
            read_back=read_back,
        )  # fmt: skip
