"""Petitioners 信访人: the least about a person or organisation that an answer needs, sealed.

No occupation, no tags, no scores: nothing here judges anyone.
"""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.cipher import blind_index, blind_indexes
from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.people.masks import masked_name, masked_phone
from huiyin.people.normal_form import normal_id, normal_name, normal_phone

BATCH = 100
WRITTEN = ("name", "id_type", "id_number", "phone", "address")
INDEXED = {
    "name": ("name_index", "name", normal_name),
    "id_number": ("id_index", "id", normal_id),
    "phone": ("phone_index", "phone", normal_phone),
}


class PetitionerKind(models.TextChoices):
    """A natural person, or a legal person or other organisation (《信访工作条例》第17条)."""

    PERSON = "person", _("个人")
    ORGANISATION = "organisation", _("法人或其他组织")


class PetitionerQuerySet(models.QuerySet):
    """Finding a petitioner; a door asks only with a registration or matter in hand."""

    def enter(self, *, e_delivery_consent_at: datetime | None = None, **written: str) -> Petitioner:
        """A new petitioner with what was written down: kind, name, id_type, id_number, phone, address."""
        kind = written.pop("kind", PetitionerKind.PERSON)
        petitioner = self.model(kind=kind, e_delivery_consent_at=e_delivery_consent_at)
        petitioner.write(**written)
        petitioner.save(force_insert=True)
        return petitioner

    def found_by_name(self, raw: str) -> PetitionerQuerySet:
        """Petitioners with exactly this name."""
        return self._found("name", raw)

    def found_by_id(self, raw: str) -> PetitionerQuerySet:
        """Petitioners with this document number."""
        return self._found("id_number", raw)

    def found_by_phone(self, raw: str) -> PetitionerQuerySet:
        """Petitioners who can be reached at this number, however it was typed."""
        return self._found("phone", raw)

    def _found(self, field: str, raw: str) -> PetitionerQuerySet:
        column, kind, normal = INDEXED[field]
        value = normal(raw)
        return self.filter(**{f"{column}__in": blind_indexes(kind, value)}) if value else self.none()

    def rebuild_indexes(self) -> int:
        """After a key rotation: seal and index every row under the current keys; the number of rows done.

        Short transactions of 100 rows; it can be stopped and run again at any time.
        """
        rows, last = 0, None
        while batch := self._rewrite_after(last):
            rows, last = rows + len(batch), batch[-1].pk
        return rows

    def _rewrite_after(self, last: object) -> list[Petitioner]:
        with transaction.atomic():
            rest = self.select_for_update().order_by("pk")
            batch = list((rest.filter(pk__gt=last) if last else rest)[:BATCH])
            for petitioner in batch:
                petitioner.write(**{field: getattr(petitioner, field) or "" for field in WRITTEN})
                petitioner.save()
        return batch


class Petitioner(models.Model):
    """Someone who petitions, as they gave themselves to be known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(_("类别"), max_length=12, choices=PetitionerKind, default=PetitionerKind.PERSON)
    name = EncryptedTextField(_("姓名或名称"), null=True)
    id_type = EncryptedTextField(_("证件类型"), null=True)
    id_number = EncryptedTextField(_("证件号码"), null=True)
    phone = EncryptedTextField(_("电话"), null=True)
    address = EncryptedTextField(_("地址"), null=True)
    name_index = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    id_index = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    phone_index = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    e_delivery_consent_at = models.DateTimeField(_("同意电子送达"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PetitionerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=PetitionerKind.values), name="petitioner_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(name__isnull=True, name_index="") | Q(name__isnull=False) & ~Q(name_index=""),
                name="petitioner_name_has_its_index",
            ),
            models.CheckConstraint(
                condition=Q(id_number__isnull=True, id_index="")
                | Q(id_number__isnull=False, id_type__isnull=False) & ~Q(id_index=""),
                name="petitioner_id_number_has_its_index_and_type",
            ),
            models.CheckConstraint(
                condition=Q(phone__isnull=True, phone_index="") | Q(phone__isnull=False) & ~Q(phone_index=""),
                name="petitioner_phone_has_its_index",
            ),
        ]

    def __str__(self) -> str:
        return self.masked_name()

    def write(self, **written: str) -> None:
        """Put values and their blind indexes on this row together, unsaved; an empty text is no value."""
        for field, value in written.items():
            if field not in WRITTEN:
                raise TypeError(f"a petitioner has no {field} to write")
            setattr(self, field, value.strip() or None)
            if field in INDEXED:
                column, kind, normal = INDEXED[field]
                setattr(self, column, blind_index(kind, normal(value)) if value.strip() else "")

    def correct(self, **written: str) -> None:
        """Correct what was written down, on the petitioner's word (个人信息保护法第46条)."""
        self.write(**written)
        columns = [INDEXED[field][0] for field in written if field in INDEXED]
        self.save(update_fields=[*written, *columns])

    def masked_name(self) -> str:
        """The name for lists and notices: 廖**; an organisation keeps four characters at most."""
        return masked_name(self.name or "", is_person=self.kind == PetitionerKind.PERSON)

    def masked_phone(self) -> str:
        """The number for lists: 138****0001."""
        return masked_phone(self.phone or "")
