"""The one gate: stage, duty, approval and version are checked, the verb runs, the record is written, in one transaction."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huiyin.ledger import entry
from huiyin.matters import seat
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.people.actor import Actor
from huiyin.statute import rules as statute
from huiyin.statute.rules import RuleSet
from huiyin.statute.tables import Move

if TYPE_CHECKING:
    from huiyin.matters.act import Act, Kind

# Channels in which history is written down; nothing that speaks to the world listens to them.
HISTORY = frozenset({"import", "replay", "demo"})


def perform(
    subject: Any,
    kind: "Kind",
    *,
    by: Actor,
    at: datetime | None,
    seen: int | None,
    approved: Actor | None,
    asked: dict[str, Any],
) -> "Act":
    """Do one act to a matter or a review; returns its saved row. Raises NotAllowed or Overtaken, changing nothing."""
    with transaction.atomic():
        subject.advance(seen)
        rules = statute.load(subject.rules)
        bearer = subject.bearer(by, kind.name, asked)
        move = move_of(rules, kind.name, bearer)
        deed = Deed(by, at or timezone.now(), rules, move, subject, bearer, subject.version, approved)
        seat.require(deed)
        _require_term_running(deed)
        _require_approval(deed)
        row = kind.verb(subject, deed, **asked)
        row.require_asked()
        if by.officer is not None and by.channel not in HISTORY:
            row.refuse_labels()
        _move_stage(deed)
        _open(deed)
        row.stamp(deed)
        row.save(force_insert=True)
        row.runs_until = subject.run_clocks(deed)
        if deed.assignment and (
            move.starts or move.stops or move.resumes or move.extends or move.pauses or move.opens
        ):  # no clock of a review is an assignment's
            subject.matter_itself.assignments.note_next_dates()
        subject.issue_documents(deed, row)
        _record(deed, kind.name, row)
        subject.follow(deed)
    return row


def move_of(rules: RuleSet, name: str, bearer: Any) -> Move:
    """The move that this act makes from where the bearer stands. Raises NotAllowed where there is none."""
    move = rules.moves_for(name, bearer.stage or None, bearer.track)
    if move is None or not _at_its_level(move, bearer):
        stage = rules.stage(bearer.stage, bearer.track)
        word = stage.en if (get_language() or "").startswith("en") else stage.zh
        raise NotAllowed(_("现在是“%(stage)s”，这一步办不了。") % {"stage": word})
    return move


def _at_its_level(move: Move, bearer: Any) -> bool:
    return (
        move.level is None
        or move.track != bearer.track
        or move.to == "requested"
        or move.level == bearer.level
    )


def _require_term_running(deed: Deed) -> None:
    terms = deed.move.during
    if terms:
        clocks = deed.subject.own_clocks(deed).running().filter(term__in=terms, due_on__gte=deed.on)
        if not clocks.exists():
            named = "、".join(deed.rules.terms[term].zh for term in terms)
            raise NotAllowed(_("“%(term)s”的期限没有在走，或已经过了，这一步办不了。") % {"term": named})


def _require_approval(deed: Deed) -> None:
    if not deed.move.approval:
        return
    approved = deed.approved
    if approved is None:
        raise NotAllowed(_("这一步要第二个人批准后才生效，请先报批。"))
    if approved.officer == deed.by.officer:
        raise NotAllowed(_("报批和批准不能是同一个人。"))
    if (
        approved.organ != deed.by.organ
        or not any(approved.has(duty) for duty in approving(deed.move))
        or not approved.may_approve
    ):
        raise NotAllowed(_("批准人要是本单位有这项职责的另一个岗位。"))


def approving(move: Move) -> tuple[str, ...]:
    """The duties of which an approver needs one: the head's, or where a second officer is enough, the act's own."""
    return ("head",) if move.approval == "head" else ("head", *move.duties)


def _move_stage(deed: Deed) -> None:
    """Move the bearer's stage by conditional UPDATE; nobody else writes a stage. A review's birth moves nothing."""
    to, bearer = deed.move.to, deed.bearer
    if not deed.move.moves(bearer.track) or to == bearer.stage:
        return
    ended_on = None if deed.rules.stage(to, bearer.track).open else deed.on
    moved = {"stage": to, "ended_on": ended_on}
    if bearer.track == "assignment":
        moved["is_lead"] = bearer.is_lead
    if not type(bearer).objects.filter(pk=bearer.pk, stage=bearer.stage).update(**moved):
        raise Overtaken(_("刚才有人先办了一步，请看过最新情况再办。"))
    bearer.stage = to


def _open(deed: Deed) -> None:
    """Write the assignment that the verb opened, now that the one before it no longer leads."""
    opened = deed.opened_assignment
    if opened is not None and opened._state.adding:
        opened.save(force_insert=True)


def _record(deed: Deed, name: str, row: "Act") -> None:
    entry.append(
        stream=deed.subject.pk,
        number=deed.number,
        kind=name,
        sections=row.sections(),
        occurred_at=deed.at,
        post=deed.by.post.pk if deed.by.post else None,
        officer=deed.by.officer.pk if deed.by.officer else None,
        rules=(deed.rules.id, deed.rules.digest),
        outward=deed.by.channel not in HISTORY,
        previous=deed.subject.last_hash,
    )
