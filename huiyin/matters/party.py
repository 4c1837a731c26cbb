"""A party: who is part of a matter, and how. Parties are people of a matter; nobody is counted across matters."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.filing import Person
from huiyin.people.petitioner import Petitioner


class Side(models.TextChoices):
    """On which side of a matter somebody stands."""

    PETITIONER = "petitioner", _("信访人")
    OTHER = "other", _("对方")
    THIRD = "third", _("利益相关的第三方")


class PartyQuerySet(models.QuerySet):
    """Parties by their side."""

    def petitioners(self) -> "PartyQuerySet":
        """Who petitions: they alone are told of every step, and they alone may ask for a review (Art. 35)."""
        return self.filter(side=Side.PETITIONER)

    def contacts(self) -> "PartyQuerySet":
        """The petitioners who speak and receive for the others, in order."""
        return self.petitioners().filter(is_contact=True).select_related("petitioner").order_by("pk")


class Party(models.Model):
    """One person or organisation in one matter; contacts (one to five) speak and receive for the others (Art. 20)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="parties")
    petitioner = models.ForeignKey("people.Petitioner", models.PROTECT, related_name="+")
    side = models.CharField(max_length=16, choices=Side, default=Side.PETITIONER)
    is_contact = models.BooleanField(default=True)
    identity_hidden = models.BooleanField(default=False)

    objects = PartyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "petitioner"], name="one_party_per_petitioner"),
            models.CheckConstraint(condition=~Q(side=""), name="a_party_has_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.side}"


def join(matter: Any, people: tuple[Person, ...], *, hidden: bool, e_delivery_at: Any = None) -> list[Party]:
    """Make the people of a filing parties of a matter; the first is a contact whatever was ticked."""
    petitioners = [_petitioner(person, e_delivery_at) for person in people]
    Petitioner.objects.bulk_create(petitioners)
    return Party.objects.bulk_create(
        Party(
            matter=matter,
            petitioner=petitioner,
            is_contact=person.is_contact or position == 0,
            identity_hidden=hidden,
        )
        for position, (person, petitioner) in enumerate(zip(people, petitioners, strict=True))
    )


def add(matter: Any, side: str, person: Person) -> Party:
    """Make somebody of another side a party: heard, answered and delivered to like the petitioners."""
    petitioner = _petitioner(person, None)
    petitioner.save(force_insert=True)
    return Party.objects.create(matter=matter, petitioner=petitioner, side=side)


def _petitioner(person: Person, e_delivery_at: Any) -> Petitioner:
    kind = "organisation" if person.is_organisation else "person"
    petitioner = Petitioner(kind=kind, e_delivery_consent_at=e_delivery_at)
    petitioner.write(
        name=person.name,
        phone=person.phone,
        address=person.address,
        id_type=person.id_type or ("resident" if person.id_number else ""),
        id_number=person.id_number,
    )
    return petitioner
