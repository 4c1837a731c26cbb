"""Documents 文书: numbered per organ and year without gaps, kept as fields and a template version.

A document's fields are plain values composed when its act is done (letters/); its bytes are rendered once, later,
and the hash of those bytes is an entry of its own.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import composing
from huiyin.matters.act import Act, act
from huiyin.matters.composing import Composed
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.numbering import Series
from huiyin.matters.template import Template, names_of


class Document(models.Model):
    """One issued paper. `fields` is all that it says; `digest` (SHA-256, hex) is that of its bytes once rendered."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=3)
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")
    series = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=64)
    stream = models.UUIDField()
    entry_number = models.PositiveIntegerField()
    audience = models.CharField(max_length=12)
    fields = EncryptedJSONField()
    template_version = models.PositiveSmallIntegerField(default=0)  # 0: the lawful part alone
    issued_on = models.DateField()
    digest = models.CharField(max_length=64, blank=True)
    voided_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "series", "year", "sequence"], name="one_document_per_number"
            ),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="documents_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Voiding(Act):
    """A document was issued wrongly; its number stays used, and this says why."""

    asks = ("document", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="voidings")
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="voidings", verbose_name=gettext_lazy("作废哪一份")
    )
    reason = EncryptedTextField(gettext_lazy("为什么作废"))


class Documented:
    """The acts of a matter issue documents."""

    def issue_documents(self: Any, deed: Deed, row: Act) -> None:
        """Issue every document that the move names and that is owed here, in the organ's own register."""
        organ = deed.by.organ
        if organ is None:
            return
        composed = [
            (kind, composing.compose(kind, deed, row)) for kind in deed.move.documents if composing.can(kind)
        ]
        owed = [(kind, words) for kind, words in composed if words is not None]
        if not owed:
            return
        templates = Template.objects.in_force({kind for kind, _words in owed}, deed.on)
        series = "sealed" if self.sealed else "ordinary"
        first = Series.next(organ, f"{series} {deed.on.year}", len(owed))
        Document.objects.bulk_create(
            self._document(kind, words, templates.get(kind), organ, series, sequence, deed)
            for sequence, (kind, words) in enumerate(owed, first)
        )

    def _document(
        self: Any,
        kind: str,
        words: Composed,
        template: Template | None,
        organ: Any,
        series: str,
        sequence: int,
        deed: Deed,
    ) -> Document:
        year = deed.on.year
        if template is not None:
            words = template.around(words, names_of(self, organ, deed.on))
        letters = organ.letters + ("密" if self.sealed else "")
        return Document(
            matter=self,
            kind=kind,
            organ=organ,
            series=series,
            year=year,
            sequence=sequence,
            number=f"{letters}〔{year}〕{sequence}号",
            stream=deed.subject.pk,
            entry_number=deed.number,
            audience=words.audience,
            fields=words.fields(),
            template_version=template.version if template else 0,
            issued_on=deed.on,
        )

    @act("void_document", Voiding)
    def void_document(self: Any, deed: Deed, *, document: Document, reason: str) -> Voiding:
        """Void a document; the number is not given again."""
        if not self.documents.filter(pk=document.pk, voided_on=None).update(voided_on=deed.on):
            raise NotAllowed(_("这份文书不是这一件的，或已经作废。"), field="document")
        return Voiding(matter=self, document=document, reason=reason)
