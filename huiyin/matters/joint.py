"""What a matter to which others are joined (joining.py) knows of them: which, how many, and whether they are answered.

Its own record says when one was joined or left, for its petitioners are to read that it is handled together with others.
"""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.assistance import HANDLING
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed

IN_HAND = (*HANDLING, "replied", "delivered")
"""Stages of a matter that others may be joined to: it is being answered, or its answer may be of use to them."""


class JoinedNote(Act):
    """In the main matter's own record: that one was joined to it, or left, and how many others there are now."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="joined_notes")
    joined = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", editable=False)
    reason = EncryptedTextField(gettext_lazy("理由"), blank=True)
    others = models.PositiveSmallIntegerField(editable=False)

    def told(self) -> dict[str, Any]:
        return {"others": str(self.others), "organ_name": self.bearer.organ.name}


class Joint:
    """Others can be joined to a matter, and it speaks for the join."""

    @act("take_in", JoinedNote)
    def take_in(self: Any, deed: Deed, *, joined: Any, reason: str = "") -> JoinedNote:
        """Write down on the main matter that one was joined to it."""
        return JoinedNote(matter=self, joined=joined, reason=reason, others=self.together().count())

    @act("let_go", JoinedNote)
    def let_go(self: Any, deed: Deed, *, joined: Any, reason: str = "") -> JoinedNote:
        """Write down on the main matter that one left it."""
        return JoinedNote(matter=self, joined=joined, reason=reason, others=self.together().count())

    def joined(self: Any) -> models.QuerySet:
        """The matters that are joined to this one, in the order of their making."""
        return type(self).system.filter(joined_to=self).order_by("pk")

    def together(self: Any) -> models.QuerySet:
        """All others that are handled together with this one."""
        main = self.joined_to_id or self.pk
        return type(self).system.filter(Q(pk=main) | Q(joined_to=main)).exclude(pk=self.pk).order_by("pk")

    def despite_joined(self: Any, why: str) -> str:
        """Why it is closed before what was joined to it is answered; nothing where all is. Raises NotAllowed without."""
        waiting = [one.number for one in self.joined_unanswered()]
        if waiting and not why.strip():
            told = {"numbers": "、".join(waiting)}
            raise NotAllowed(
                _("并案的 %(numbers)s 还没有答复。先答复，或写明为什么先办结。") % told, field="despite"
            )
        return why if waiting else ""

    def joined_unanswered(self: Any) -> models.QuerySet:
        """Those joined to it that still wait for their answer to be signed."""
        return self.joined().filter(assignments__is_lead=True, assignments__stage__in=HANDLING)


def to_join(matters: models.QuerySet, matter: Any) -> models.QuerySet:
    """Of these matters, those that this one could be joined to: in hand at the same organ, joined to nothing."""
    lead = {
        "assignments__is_lead": True,
        "assignments__organ": matter.lead.organ,
        "assignments__stage__in": IN_HAND,
    }
    return matters.filter(sealed=False, joined_to=None, **lead).exclude(pk=matter.pk)


def may_be_joined() -> Q:
    """On a query of matters: those that may join, where the same organ leads another that has not joined itself."""
    lead = Assignment.objects.filter(is_lead=True)
    here = lead.filter(matter=OuterRef(OuterRef("pk"))).values("organ")
    other = lead.filter(organ__in=here, stage__in=IN_HAND, matter__sealed=False, matter__joined_to=None)
    joined = lead.filter(matter__joined_to=OuterRef("pk"))
    return Q(Q(joined_to=None, sealed=False), ~Exists(joined), Exists(other.exclude(matter=OuterRef("pk"))))
