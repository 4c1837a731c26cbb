"""Joining 并案办理: matters of different people about the same thing, handled together by the organ that leads them all.

Nothing else changes: number, clocks, petitioners and the answer owed stay with each matter, so that joining can neither
lose nor delay anybody's answer. The same person who comes again is a link (linking.py). One level only: what others
are joined to is joined to nothing. What takes a matter out of the common work takes it out of the join.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.entry import Entry
from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.payload import Payload
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.joint import IN_HAND, JoinedNote, Joint
from huiyin.matters.party import Party
from huiyin.matters.suspension import Suspension
from huiyin.people.actor import Actor

LEAVING = frozenset({"seal", "suspend", "withdraw", "split", "take_over"})
"""Acts after which it is not the same matter at the same organ any more. A successor gets all of them (handover.py)."""


class Joining(Act):
    """Which matter it is handled together with, and why; the petitioners of both read why."""

    asks = ("main", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="joinings")
    main = models.ForeignKey(
        "matters.Matter", models.PROTECT, related_name="+", verbose_name=gettext_lazy("和哪一件一起办")
    )
    reason = EncryptedTextField(
        gettext_lazy("为什么是同一个问题"),
        help_text=gettext_lazy("两边的信访人都会读到，不写别人的姓名和案号"),
    )
    others = models.PositiveSmallIntegerField(editable=False)

    def told(self) -> dict[str, Any]:
        return {"others": str(self.others)}


class Unjoining(Act):
    """It goes its own way again, and why."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="unjoinings")
    main = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", editable=False)
    reason = EncryptedTextField(
        gettext_lazy("为什么分开办"), help_text=gettext_lazy("两边的信访人都会读到，不写别人的姓名和案号")
    )

    def told(self) -> dict[str, Any]:
        return {"organ_name": self.bearer.organ.name}


class Joinable(Joint):
    """Matters can be handled together, and apart again."""

    @act("join", Joining)
    def join(self: Any, deed: Deed, *, main: Any, reason: str) -> Joining:
        """Join it to the main matter; the lock on that one lets nobody close or join it elsewhere meanwhile."""
        main = type(self).system.select_for_update().get(pk=main.pk)
        _require_free(self)
        _require_main(self, main, deed)
        if not reason.strip():
            raise NotAllowed(_("写一句为什么是同一个问题。"), field="reason")
        self.joined_to = main
        self.save(update_fields=["joined_to"])
        note = main.take_in(by=Actor.system(deed.by.channel), at=deed.at, joined=self, reason=reason)
        return Joining(matter=self, main=main, reason=reason, others=note.others)

    @act("unjoin", Unjoining)
    def unjoin(self: Any, deed: Deed, *, reason: str) -> Unjoining:
        """Handle it by itself again; what was done meanwhile stays done. Why the system did it concerns its own people."""
        if self.joined_to_id is None:
            raise NotAllowed(_("这件事没有和别的事项并案。"))
        if not reason.strip():
            raise NotAllowed(_("写一句为什么分开办。"), field="reason")
        main, self.joined_to = self.joined_to, None
        self.save(update_fields=["joined_to"])
        said = reason if deed.by.officer is not None else ""
        main.let_go(by=Actor.system(deed.by.channel), at=deed.at, joined=self, reason=said)
        return Unjoining(matter=self, main=main, reason=reason)

    def follow(self: Any, deed: Deed) -> None:
        """Leave the join with what ends the common work; with the main matter, all that were joined to it."""
        super().follow(deed)  # type: ignore[misc]
        if deed.move.act not in LEAVING:
            return
        if deed.move.act == "seal":
            self.unsay_joins()
        by = Actor.system(deed.by.channel)
        if self.joined_to_id is not None:
            self.unjoin(by=by, at=deed.at, reason="这件事有了变动。")
        for one in self.joined():
            one.unjoin(by=by, at=deed.at, reason="一起办的那一件有了变动，不影响您这一件。")

    def unsay_joins(self: Any) -> None:
        """Once it is sealed, what other records say of it: the reasons may quote it."""
        kinds = ("join", "unjoin", "take_in", "let_go")
        if not Entry.objects.filter(stream=self.pk, kind__in=kinds).exists():
            return
        said = ((Joining, Q(main=self)), (Unjoining, Q(main=self)), (JoinedNote, Q(joined=self)))
        for row, which in said:
            for stream, number in row._default_manager.filter(which).values_list("stream", "number"):
                Payload.objects.filter(entry__stream=stream, entry__number=number).delete()
            row._default_manager.filter(which).update(reason="")


def _require_free(matter: Any) -> None:
    if matter.joined_to_id is not None:
        raise NotAllowed(_("这件已经和别的事项并案。要换，先解除并案。"), field="main")
    if matter.joined().exists():
        raise NotAllowed(_("已有别的事项并到这一件。请在另一件上办并案，选这一件。"), field="main")
    if matter.sealed:
        raise NotAllowed(_("封存的检举控告不并案。"))


def _require_main(matter: Any, main: Any, deed: Deed) -> None:
    lead = main.lead
    if main.pk == matter.pk or main.sealed or lead.organ_id != deed.bearer.organ_id:
        raise NotAllowed(_("请选本单位正在办的另一件。"), field="main")
    if main.joined_to_id is not None:
        raise NotAllowed(_("那一件已经并到别的事项，请选它并到的那一件。"), field="main")
    if lead.stage not in IN_HAND:
        raise NotAllowed(_("那一件没有在办，不能并案。"), field="main")
    if Suspension.objects.filter(matter__in=(matter, main), resumed_on=None).exists():
        raise NotAllowed(_("中止的事项不并案，恢复办理以后再并。"), field="main")
    if _same_people(matter, main):
        raise NotAllowed(_("两件是同一个人提的：重复反映不并案，各自答复。"), field="main")


def _same_people(matter: Any, main: Any) -> bool:
    """Whether all who brought the one brought the other too, known by document or phone."""
    own = list(matter.parties.petitioners().select_related("petitioner"))
    theirs = Party.objects.petitioners().filter(matter=main)
    marks = theirs.values_list("petitioner__id_index", "petitioner__phone_index")
    known = {mark for one in marks for mark in one} - {""}
    return bool(own) and all({one.petitioner.id_index, one.petitioner.phone_index} & known for one in own)
