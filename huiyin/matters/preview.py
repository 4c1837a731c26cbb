"""What an act would do: it is really done, looked at, and rolled back, so the preview cannot differ from the act."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from huiyin.matters.clock import Clock
from huiyin.matters.document import Document
from huiyin.matters.errors import NotAllowed
from huiyin.matters.gate import move_of
from huiyin.people.actor import Actor
from huiyin.people.holding import Holding
from huiyin.statute.tables import Move


@dataclass
class Preview:
    """The clocks that would start, move (with the date before) and stop; the papers; who would be told."""

    started: list[Clock] = field(default_factory=list)
    moved: list[tuple[Clock, Any]] = field(default_factory=list)
    stopped: list[Clock] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    tells: tuple[str, ...] = ()


def preview(subject: Any, act: str, *, by: Actor, approved: Actor | None = None, **asked: Any) -> Preview:
    """Do the act and take it back. Raises what the gate raises. Where a second officer is needed, one is supposed."""
    matter = subject.matter_itself
    move = move_of(subject.law, act, subject.bearer(by, act, asked))
    before = {clock.pk: (clock.due_on, clock.ended_on) for clock in Clock.objects.filter(matter=matter)}
    papers = set(matter.documents.values_list("pk", flat=True))
    seen = Preview(tells=move.tells)
    with transaction.atomic():
        doing = type(subject)._base_manager.get(pk=subject.pk)
        supposed = approved or (_supposed(by, move) if move.approval else None)
        getattr(doing, act)(by=by, approved=supposed, **asked)
        for clock in Clock.objects.filter(matter=matter).order_by("due_on"):
            _compare(seen, clock, before.get(clock.pk))
        seen.documents = list(
            Document.objects.filter(matter=matter).exclude(pk__in=papers).select_related("organ")
        )
        transaction.set_rollback(True)
    return seen


def _compare(seen: Preview, clock: Clock, before: tuple[Any, Any] | None) -> None:
    if before is None:
        seen.started.append(clock)
    elif clock.ended_on and not before[1]:
        seen.stopped.append(clock)
    elif clock.due_on != before[0]:
        seen.moved.append((clock, before[0]))


def _supposed(by: Actor, move: Move) -> Actor:
    """Somebody of the same organ who could approve."""
    wanted = {"head"} if move.approval == "head" else {"head", *move.duties}
    others = Holding.objects.on().able().filter(post__organ=by.organ).exclude(officer=by.officer)
    for holding in others.select_related("post__organ", "officer"):
        actor = Actor(holding.post, holding.officer, holding.capacity, by.channel)
        if actor.may_approve and any(actor.has(duty) for duty in wanted):
            return actor
    raise NotAllowed(_("本单位还没有可以批准的另一个岗位，请管理员先设。"))
