"""Undoing a batch: one act of annulment per matter, those that somebody touched are kept. A crash loses nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.mailroom.notice import Notice
from huiyin.matters.annulment import annulled
from huiyin.matters.batch import Batch
from huiyin.matters.errors import NotAllowed
from huiyin.matters.matter import Matter, find

NAMED = 200
PER_ROUND = 1000  # the worker has other things to do


@dataclass(frozen=True)
class Kept:
    """A matter that stays, and why."""

    matter: Matter
    why: str


def undo(batch: Batch, *, most: int | None = None) -> int:
    """Annul what nobody touched of a batch whose undoing was decided, at most so many; returns how many this time.

    What was begun before a crash is only gone on with. At the end the batch is settled: nothing more can be annulled.
    """
    count = 0
    for pk in list(_standing(batch).values_list("pk", flat=True)):
        count += _annul(find(pk), batch)
        if count == most:
            return count
    batch.settle(timezone.now())
    return count


def undo_decided() -> int:
    """Some of every batch whose undoing was decided at the desk; returns how many matters were annulled."""
    return sum(undo(batch, most=PER_ROUND) for batch in Batch.objects.half_undone())


def kept(batch: Batch, visible: Any) -> Iterator[Kept]:
    """What stays of an undone batch, of the matters that the reader may see; never a sealed one."""
    standing = _standing(batch).filter(sealed=False, pk__in=visible.values("pk")).order_by("number")
    for matter in standing[:NAMED]:
        yield Kept(matter, _told(matter) or matter.why_kept())


def how_many_annulled(batch: Batch) -> int:
    """How many matters of a batch were annulled."""
    return Matter.system.filter(annulled(), petitions__batch=batch).count()


def _standing(batch: Batch) -> Any:
    return Matter.system.filter(petitions__batch=batch).exclude(annulled()).distinct()


def _annul(matter: Matter, batch: Batch) -> int:
    if _told(matter):
        return 0
    try:
        matter.annul(by=batch.undoer, reason=batch.reason)
    except NotAllowed:  # somebody was there first: kept, and named to whoever asks
        return 0
    return 1


def _told(matter: Matter) -> str:
    return _("已经通知过信访人。") if Notice.objects.filter(matter=matter).exists() else ""
