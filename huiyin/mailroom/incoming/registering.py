"""Registering a file that somebody looked over: asked for at the desk, done by the worker, finished after a crash."""

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.mailroom.exchange import mapping
from huiyin.mailroom.incoming import petitions
from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.matters.batch import Batch
from huiyin.matters.errors import NotAllowed, Overtaken

PER_ROUND = 1000  # the worker has other things to do


def ask(arrival: Arrival, *, skip_bad: bool = False) -> Batch:
    """Have a file registered as one batch: all of it, or all but its bad rows. Raises NotAllowed, SheetWrong, MapWrong."""
    made = arrival.plan()
    if made.bad and not skip_bad:
        raise NotAllowed(_("有 %(n)d 处要改；改好再传，或者勾选“先登记没有问题的”。") % {"n": len(made.bad)})
    if not made.new:
        raise NotAllowed(_("没有可以登记的新来件。"))
    with transaction.atomic():
        batch = Batch.begun(
            arrival.actor,
            arrival.post.organ,
            at=arrival.came_at,
            source=mapping.source_of(arrival.by, arrival.source),
            file_name=arrival.file_name,
            file_hash=hashlib.sha256(arrival.content).hexdigest(),
            purpose=arrival.purpose,
            rows=len(made.new),
            not_agreed=len(made.not_agreed),
        )
        if not Arrival.objects.filter(batch=batch).exists():
            Arrival.objects.filter(pk=arrival.pk).update(batch=batch)
    return batch


def register_asked() -> int:
    """Register some of every file that was asked for; returns how many petitions. A file that is done is let go."""
    waiting = Arrival.objects.filter(batch__isnull=False).select_related(
        "batch__organ", "post__organ", "officer"
    )
    return sum(_register(arrival) for arrival in waiting.order_by("pk"))


def _register(arrival: Arrival) -> int:
    assert arrival.batch is not None, "only what was asked for is registered"  # noqa: S101
    new = arrival.plan().new
    try:
        count = petitions.register_some(iter(new[:PER_ROUND]), arrival.batch, arrival.actor)
    except Overtaken:  # undone meanwhile: there is nothing left to register
        arrival.delete()
        return 0
    if len(new) <= PER_ROUND:
        arrival.batch.finish(timezone.now())
        arrival.delete()
    return count
