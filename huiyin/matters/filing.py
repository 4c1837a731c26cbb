"""A filing: the plain values with which anyone, by any channel, comes to register a petition."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a petition arrived (Art. 17)."""

    WEB = "web", _("网上")
    LETTER = "letter", _("来信")
    VISIT = "visit", _("来访")
    PHONE = "phone", _("来电")
    FAX = "fax", _("传真")
    HOTLINE = "hotline", _("热线转来")


@dataclass(frozen=True)
class Person:
    """One person or organisation among the petitioners, with the fewest fields that an answer needs."""

    name: str = ""
    phone: str = ""
    address: str = ""
    id_type: str = ""
    id_number: str = ""
    is_organisation: bool = False
    is_contact: bool = True


@dataclass(frozen=True)
class Filing:
    """What a person says, about what, wanting what. Nothing here is required but some words or a picture of them."""

    title: str
    text: str
    wishes: tuple[str, ...] = ()
    channel: str = Channel.WEB
    people: tuple[Person, ...] = ()
    place: Any = None
    place_text: str = ""
    named: tuple[Any, ...] = ()
    organs_text: str = ""
    people_count: int = 1
    read_back: bool | None = None
    postmarked_on: date | None = None
    addressee: str = ""
    hide_identity: bool = False
    e_delivery: bool = False
    accusation: bool = False
    awaits_transcript: bool = False
    attachments: tuple[Any, ...] = ()
    source: str = ""
    source_number: str = ""
    exchanged_on: date | None = None
    told_by_source: dict[str, str] | None = None
    batch: Any = None
    key: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def heads(self) -> int:
        """How many people: of a visit those present, where somebody said; else at least those named."""
        if self.channel == Channel.VISIT and self.people_count > 1:
            return self.people_count
        return max(self.people_count, len(self.people))
