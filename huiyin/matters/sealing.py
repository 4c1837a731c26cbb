"""Sealing 封存 (Art. 30): what reports wrongdoing is put where its subjects cannot reach it, and every copy is removed.

Where a person wrote an extract, the matter goes on with the extract alone and the whole text becomes a sealed matter
of its own; where nobody did, the matter itself is sealed.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.payload import Payload
from huiyin.ledger.pending import Pending
from huiyin.matters import copies
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.filing import Filing
from huiyin.matters.grant import Grant
from huiyin.matters.search import Words


class Sealing(Act):
    """Why it was sealed; kept in the sealed matter's own stream."""

    asks = ("extract", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="sealings")
    extract = EncryptedTextField(_("可以公开办理的部分"), blank=True)
    reason = EncryptedTextField(_("为什么封存"), blank=True)


class Sealable:
    """A matter can be sealed, at triage or at any later time."""

    @act("seal", Sealing)
    def seal(self: Any, deed: Deed, *, extract: str = "", reason: str = "") -> Sealing:
        """Seal it now and remove every copy, in this one transaction."""
        self.set_apart(deed, extract=extract)
        return Sealing(matter=self, extract=extract, reason=reason)

    def set_apart(self: Any, deed: Deed, *, extract: str) -> None:
        """Seal the whole, or move the whole into a sealed matter and keep the extract here."""
        if extract.strip():
            self._move_to_sealed(deed)
            self.text = extract
            self.save(update_fields=["text"])
            self._erase_words()
            Words.index(self)
        else:
            self.sealed, self.number, self.reports_wrongdoing = True, None, True
            self.save(update_fields=["sealed", "number", "reports_wrongdoing"])
            self.grants.all().delete()
            for post in self.keepers(deed.bearer.organ):
                Grant.to_post(self, post, "seal")
            Words.forget(self)
        Pending.objects.filter(entry__stream=self.pk).delete()
        copies.remove(self)

    def _move_to_sealed(self: Any, deed: Deed) -> None:
        """Register the whole as a sealed matter of its own; the receipt in the petitioner's hand opens both."""
        petition = self.petitions.latest("received_at")
        filing = Filing(
            title=self.title,
            text=self.text,
            channel=petition.channel,
            place=self.place,
            place_text=self.place_text,
            named=tuple(mention.organ for mention in self.mentions.select_related("organ")),
            organs_text=petition.organs_text,
            people_count=petition.people_count,
            accusation=True,
        )
        organ = deed.bearer.organ
        sealed = type(self).opened_for(filing, organ, deed.at, self.rules)
        sealed.enter(by=deed.by, at=deed.at, filing=filing, organ=organ)
        sealed.triage(by=deed.by, at=deed.at, kind="accusation", reports_wrongdoing=True)
        type(self).system.filter(pk=sealed.pk).update(sealed_from=self)
        sealed.receipts.update(revoked_at=deed.at, shown=None, shown_until=None)
        self.mentions.all().delete()
        self.attachments.update(matter=sealed)

    def _erase_words(self: Any) -> None:
        """Erase from the open matter's record the words that now belong to the sealed one; the chain still verifies."""
        Payload.objects.filter(entry__stream=self.pk, section="words").delete()
        for petition in self.petitions.all():
            petition.title, petition.text, petition.organs_text = self.title, self.text, ""
            petition.save(update_fields=["title", "text", "organs_text"])
