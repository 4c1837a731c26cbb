"""Linking 关联: a petition raises a matter that is already being answered (Art. 19); it is told who has it and until when.

A wrong link hides somebody's case, so it is undone by the office or by the petitioner alone, and triage goes on from
the day of receipt as if the link had never been.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.grant import Grant
from huiyin.matters.reckoning import BETWEEN_ORGANS

MADE_BY = "link"


class Linking(Act):
    """The same person and the same matter, as an officer found it; the petitioner reads why."""

    asks = ("live", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="linkings")
    live = models.ForeignKey(
        "matters.Matter", models.PROTECT, related_name="+", verbose_name=gettext_lazy("正在办的事项")
    )
    reason = EncryptedTextField(gettext_lazy("为什么是同一件事"))

    lead: Any = (
        None  # who answers the live matter, and by when: the verb read it, the paper and the record say it
    )
    owed: Any = None

    def told(self) -> dict[str, Any]:
        return {
            "live_number": self.live.number,
            "to_name": self.lead.organ.name,
            "due_after": str(self.owed.due_on),
        }


class Unlinking(Act):
    """It is not the same matter after all: the office found so, or the petitioner says so."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="unlinkings")
    live = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", editable=False)
    reason = EncryptedTextField(
        gettext_lazy("为什么不是同一件事"), help_text=gettext_lazy("信访人会读到。写清哪一处不一样。")
    )

    def told(self) -> dict[str, Any]:
        if self.live.sealed:
            return {}
        return {
            "live": str(self.live.pk),
            "live_number": self.live.number,
            "to_name": self.live.lead.organ.name,
        }


class Linkable:
    """A matter can be linked to the live one that it repeats, and the link can be undone."""

    @act("link", Linking)
    def link(self: Any, deed: Deed, *, live: Any, reason: str) -> Linking:
        """Link to a live matter; never a way to lose a petition, for both stay on the record."""
        there = Assignment.objects.select_related("matter", "organ").select_for_update(of=("matter",))
        lead = there.get(
            matter=live.pk, is_lead=True
        )  # and its matter held: two may not be linked to each other
        live = lead.matter
        if live.pk == self.pk or live.linked_to_id is not None or live.sealed or self.sealed:
            raise NotAllowed(_("请选正在办理的那一件。"), field="live")
        if lead.ended_on is not None:
            raise NotAllowed(_("那一件已经办结，不能关联；请按新事项办理。"), field="live")
        owed = live.owed_next()
        if owed is None:
            raise NotAllowed(_("那一件已经答复，没有期限在走，不能关联；请按新事项办理。"), field="live")
        self.linked_to = live
        self.save(update_fields=["linked_to"])
        Grant.to_organ(self, lead.organ, MADE_BY)  # what was sent now belongs to what it answers
        row = Linking(matter=self, live=live, reason=reason)
        row.lead, row.owed = lead, owed
        return row

    @act("unlink", Unlinking)
    def unlink(self: Any, deed: Deed, *, reason: str) -> Unlinking:
        """Undo the link: back to triage, whose clock runs on from receipt; the notice that it was a repeat is void."""
        if self.linked_to_id is None:
            raise NotAllowed(_("这件事没有关联在别的事项上。"))
        if not reason.strip():
            raise NotAllowed(_("写一句哪里不一样。"), field="reason")
        notice = self.documents.filter(entry_number=self.linkings.latest("number").number, stream=self.pk)
        notice.filter(voided_on=None).update(voided_on=deed.on)
        self.grants.filter(reason=MADE_BY).delete()
        live, self.linked_to = self.linked_to, None
        self.save(update_fields=["linked_to"])
        return Unlinking(matter=self, live=live, reason=reason)

    def live(self: Any) -> Any:
        """The matter that is answered: itself, or the one at the end of its links. None where that one was sealed."""
        found = self
        while found.linked_to_id is not None:
            found = found.linked_to
        return None if found.sealed and found.pk != self.pk else found

    def owed_next(self: Any) -> Clock | None:
        """The term by whose end an organ next owes the petitioners something, if one runs."""
        owed = self.clocks.running().filter(delivery=None).exclude(term__in=BETWEEN_ORGANS)
        first: Clock | None = owed.order_by("due_on", "pk").first()
        return first
