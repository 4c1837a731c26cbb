"""Annulment 撤销导入登记: a registration that came by a file is taken back with its batch. Nothing else can be.

A registration is never refused and never erased; this only takes a mistaken import out of inboxes, search and book. The
row, its number and its record stay, and say why.
"""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.entry import Entry
from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.petition import Petition
from huiyin.matters.proposal import Proposal
from huiyin.matters.reading import Reading
from huiyin.matters.search import Words

CLOCKWORK = ("register", "lapse")
"""What a matter's record may say while nobody has touched it: that it came, and that days went by."""


class Annulment(Act):
    """Why the batch was taken back."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="annulments")
    reason = EncryptedTextField(gettext_lazy("为什么撤销"))


class Annullable:
    """A matter that came by a file can be annulled with its batch, while nothing else has touched it."""

    @act("annul", Annulment)
    def annul(self: Any, deed: Deed, *, reason: str) -> Annulment:
        """Take it back: no clock runs, no search finds it, and its file may be imported anew."""
        if not self.is_of_batch_being_undone():
            raise NotAllowed(_("登记不能取消。只有随表格导入的一批可以整批撤销。"))
        if why := self.why_kept():
            raise NotAllowed(why)
        self.petitions.update(key=None)
        Words.forget(self)
        return Annulment(matter=self, reason=reason)

    def is_of_batch_being_undone(self: Any) -> bool:
        """Whether every petition of this matter came by a batch whose undoing is decided and not at its end."""
        batches = [petition.batch for petition in self.petitions.select_related("batch")]
        return bool(batches) and all(batch is not None and batch.is_being_undone for batch in batches)

    def why_kept(self: Any) -> str:
        """What keeps it from being annulled: what somebody did to it besides registering. Read from the record."""
        if Entry.objects.filter(stream=self.pk).exclude(kind__in=CLOCKWORK).exists():
            return _("已经有人办过。")
        if self.receipts.count() != 1 or self.receipts.filter(shown__isnull=False).exists():
            return _("回执已经给过人。")
        if Reading.objects.filter(attachment__matter=self).exists():
            return _("已经有人看过材料。")
        if Proposal.objects.filter(matter=self).exists():
            return _("已经有人报批过。")
        if type(self).system.filter(linked_to=self).exists():
            return _("有别的来件并到了这一件。")
        return ""


def annulled() -> Exists:
    """On a query of matters: those that were taken back with their batch."""
    return Exists(Annulment.objects.filter(matter=OuterRef("pk")))


def came_by_undone_batch() -> Exists:
    """On a query of matters: those whose batch is being undone."""
    return Exists(
        Petition.objects.filter(matter=OuterRef("pk"), batch__undone_at__isnull=False, batch__settled_at=None)
    )
