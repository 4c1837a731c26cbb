"""Handover 交接 (Art. 24): what an organ had in hand goes to the one that carries it on, with every day that it has.

Nothing begins anew: assignments, reviews and promises keep their rows, clocks and dates, and change whose they are. One
act per matter, done by the system; done twice it finds nothing more.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.execution import Execution
from huiyin.matters.grant import Grant
from huiyin.matters.proposal import State
from huiyin.matters.referral import KEEPERS_NEEDED
from huiyin.matters.review import Review
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ
from huiyin.people.succession import Succession


class Handover(Act):
    """By which succession, and how much of the matter it moved."""

    asks = ("succession",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="handovers")
    succession = models.ForeignKey("people.Succession", models.PROTECT, related_name="+")
    assignments = models.PositiveSmallIntegerField(editable=False)
    reviews = models.PositiveSmallIntegerField(editable=False)
    executions = models.PositiveSmallIntegerField(editable=False)

    def told(self) -> dict[str, Any]:
        old, new = self.succession.organ, self.succession.successor
        return {"to": str(new.pk), "to_name": new.name, "organ_name": old.name}


class Succeedable:
    """What one organ had of a matter can go to its successor."""

    @act("succeed", Handover)
    def succeed(self: Any, deed: Deed, *, succession: Succession) -> Handover:
        """Hand it over, whole; a new handler has to be named there."""
        old, new = succession.organ, succession.successor
        moved = Handover(
            matter=self,
            succession=succession,
            assignments=self.assignments.open().filter(organ=old).update(organ=new, handler=None),
            reviews=Review.objects.filter(matter=self, organ=old, ended_on=None).update(organ=new),
            executions=self.executions.filter(organ=old, done_on=None).update(organ=new),
        )
        if not (moved.assignments or moved.reviews or moved.executions):
            raise NotAllowed(_("这件事没有要承接的。"))
        self._let_see(old, new)
        self.proposals.filter(state=State.WAITING, post__organ=old).update(
            state=State.SENT_BACK, decided_at=deed.at
        )
        return moved

    def _let_see(self: Any, old: Organ, new: Organ) -> None:
        """The successor sees it and the old organ's posts no longer do; a sealed one is never left without keepers."""
        self.open_to(new, "succeed")
        others = Grant.objects.filter(matter=self, post__isnull=False).exclude(post__organ=old)
        if not self.sealed or others.count() >= KEEPERS_NEEDED:
            Grant.objects.filter(Q(organ=old) | Q(post__organ=old), matter=self).delete()


def hand_over(day: date, *, by: Actor, at: datetime) -> int:
    """Hand over all that organs still have whose successors' day has come; returns how many matters."""
    return sum(_hand_over(one, by, at) for one in Succession.objects.in_force(day))


def waiting(organ: Organ) -> dict[str, int]:
    """How much an organ has that a successor would get: assignments in hand, open reviews, promises not yet kept."""
    return {
        "assignments": Assignment.objects.open().filter(organ=organ).count(),
        "reviews": Review.objects.filter(organ=organ, ended_on=None).count(),
        "executions": Execution.objects.filter(organ=organ, done_on=None).count(),
    }


def _hand_over(succession: Succession, by: Actor, at: datetime) -> int:
    done = 0
    for matter in _in_hand_of(succession.organ):
        _join_parts(matter, succession, by, at)
        try:
            matter.succeed(by=by, at=at, succession=succession)
        except NotAllowed:  # only a part of it was there, and it has been joined
            continue
        done += 1
    _let_look(succession)
    return done


def _in_hand_of(organ: Organ) -> Iterator[Any]:
    here = {"matter": OuterRef("pk"), "organ": organ}
    own = (
        Exists(Assignment.objects.open().filter(**here))
        | Exists(Review.objects.filter(**here, ended_on=None))
        | Exists(Execution.objects.filter(**here, done_on=None))
    )
    matters: Any = Assignment._meta.get_field("matter").related_model.system  # type: ignore[union-attr]
    for pk in list(matters.filter(own).order_by("pk").values_list("pk", flat=True)):
        yield matters.get(pk=pk)


def _join_parts(matter: Any, succession: Succession, by: Actor, at: datetime) -> None:
    """An organ has one open assignment of a matter: where both had one, the part ends, and who leads may ask anew."""
    both = (succession.organ_id, succession.successor_id)
    there = list(matter.assignments.open().filter(organ__in=both).order_by("is_lead", "pk"))
    if len(there) < 2:
        return
    ending = next((one for one in there if one.organ_id == succession.organ_id and one.assists), there[0])
    part = matter.assistances.get(opened=ending)
    matter.call_off(
        by=by, at=at, assistance=part, reason=f"{succession.organ.name}已由{succession.successor.name}承接。"
    )


def _let_look(succession: Succession) -> None:
    """What the old organ could look up, the successor can: its closed matters; never what is sealed."""
    seen = Grant.objects.filter(organ=succession.organ, matter__sealed=False)
    known = Grant.objects.filter(organ=succession.successor, matter=OuterRef("matter"))
    seen.filter(~Exists(known)).update(organ=succession.successor)
