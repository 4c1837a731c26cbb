"""Sealing 封存 (Art. 30): what reports wrongdoing is put where its subjects cannot reach it, and every copy is removed.

Where a person wrote an extract, the matter goes on with the extract alone and the whole becomes a sealed matter of
its own; where nobody did, the matter itself is sealed. An open half looks like any other matter: what says that
there is a sealed one stands in the sealed one's stream.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.pending import Pending
from huiyin.matters import copies, quoting
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.filing import Filing
from huiyin.matters.grant import Grant
from huiyin.matters.search import Words
from huiyin.people.actor import Actor

HEADLINE = 40


class Sealing(Act):
    """Why it was sealed; kept in the sealed matter's own stream."""

    asks = ("title", "extract", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="sealings")
    title = EncryptedTextField(_("可以公开的题目"), blank=True, help_text=_("不写的，用下面一段的第一行"))
    extract = EncryptedTextField(_("可以公开办理的部分"), blank=True)
    reason = EncryptedTextField(_("为什么封存"), blank=True)


class Sealable:
    """A matter can be sealed, at triage or at any later time."""

    @act("seal", Sealing)
    def seal(self: Any, deed: Deed, *, title: str = "", extract: str = "", reason: str = "") -> Sealing:
        """Seal it now and remove every copy, in this one transaction."""
        sealed = self.set_apart(deed, title=title, extract=extract)
        if sealed == self:
            return Sealing(matter=self, reason=reason)
        sealed.seal(by=deed.by, at=deed.at, reason=reason)
        return Sealing(matter=self, title=self.title, extract=self.text)

    def set_apart(self: Any, deed: Deed, *, title: str = "", extract: str) -> Any:
        """Seal the whole, or move the whole into a sealed matter and keep the extract here; returns what is sealed."""
        sealed = self._split(deed, title.strip(), extract.strip()) if extract.strip() else self._sealed(deed)
        Pending.objects.filter(entry__stream=self.pk).delete()
        copies.remove(self)
        return sealed

    def _sealed(self: Any, deed: Deed) -> Any:
        if self.sealed:
            return self
        self.sealed, self.number, self.reports_wrongdoing = True, None, True
        self.save(update_fields=["sealed", "number", "reports_wrongdoing"])
        self.grants.all().delete()
        Grant.to_posts(self, self.two_keepers(deed.bearer.organ), "seal")
        Words.forget(self)
        return self

    def _split(self: Any, deed: Deed, title: str, extract: str) -> Any:
        """Register the whole as a sealed matter of its own; the receipt in the petitioner's hand opens both."""
        self.two_keepers(deed.bearer.organ)
        title = title or extract.splitlines()[0][:HEADLINE]
        quotes = quoting.of(self) - {title}
        sealed = self._whole(deed)
        self.attachments.update(matter=sealed)
        quoting.move_papers(self, sealed, quotes)
        quoting.erase(self)
        self.end_clarification(deed.on, self.open_clarification())  # its words are gone: nobody can answer it
        self.mentions.all().delete()
        self.title, self.text, self.reports_wrongdoing = title, extract, False
        self.kind = "appeal_claim" if self.kind == "accusation" else self.kind
        self.save(update_fields=["title", "text", "reports_wrongdoing", "kind"])
        quoting.rewrite(self)
        Words.index(self)
        return sealed

    def _whole(self: Any, deed: Deed) -> Any:
        petition, organ = self.petitions.latest("received_at"), deed.bearer.organ
        filing = Filing(
            title=petition.title,
            text=self.text,
            wishes=tuple(request.text for request in self.requests.all()),
            channel=petition.channel,
            place=self.place,
            place_text=self.place_text,
            named=tuple(mention.organ for mention in self.mentions.select_related("organ")),
            organs_text=petition.organs_text,
            people_count=petition.people_count,
            told_by_source=petition.told_by_source,
            accusation=True,
        )
        sealed = type(self).opened_for(filing, organ, deed.at, self.rules, sealed_from=self)
        sealed.enter(by=Actor.system(deed.by.channel), at=deed.at, filing=filing, organ=organ)
        if deed.move.act == "triage":
            sealed.triage(by=deed.by, at=deed.at, kind="accusation", reports_wrongdoing=True)
        sealed.receipts.update(revoked_at=deed.at, shown=None, shown_until=None)
        return sealed
