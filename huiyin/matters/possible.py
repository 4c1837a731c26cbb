"""What an actor may do to a matter now: exactly the moves that the gate would let through, and no others."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from huiyin.matters import seat
from huiyin.matters.act import kinds
from huiyin.matters.agency import Agency
from huiyin.matters.annulment import came_by_undone_batch
from huiyin.matters.clarification import Clarification
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.document import Document
from huiyin.matters.execution import Execution
from huiyin.matters.hearing_acts import Hearing
from huiyin.matters.joint import may_be_joined
from huiyin.matters.mediation import Mediation
from huiyin.matters.petition import Petition
from huiyin.matters.question import Question
from huiyin.matters.recusal import RecusalRequest
from huiyin.matters.request import Request
from huiyin.matters.review_acts import ReviewTaking
from huiyin.matters.supervising import TERM
from huiyin.matters.suspension import Suspension
from huiyin.matters.topic_list import lists_for
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ
from huiyin.statute.tables import Move


def acts_open_to(subject: Any, actor: Actor) -> list[Move]:
    """The moves open to this actor on a matter or review, in the rule set's order; none to who is recused.

    Terms that a move needs running are looked at; approval is not, for whoever needs one may still propose.
    """
    law, now = subject.law, timezone.now()
    deeds = [
        Deed(actor, now, law, move, subject, bearer, subject.version)
        for bearer in subject.bearers(actor)
        for move in law.acts_from(bearer.stage or None, bearer.track)
        if move.act in kinds
        and hasattr(subject, move.act)
        and not set(move.duties).isdisjoint(_duties(actor))
        and move.level in (None, getattr(bearer, "level", 1))
    ]
    fitting = [deed for deed in deeds if seat.fits(deed)]
    if not fitting or (actor.officer is not None and seat.recused(fitting[0])):
        return []
    timed = next((deed for deed in fitting if deed.move.during), None)  # on the main line, all of them
    running = _running(timed) if timed else set()
    absent = _acts_without_object(subject)
    there = {
        deed.move.act: deed.move
        for deed in reversed(fitting)  # one button an act, however many parts it could be done to
        if deed.move.act not in absent and (not deed.move.during or running & set(deed.move.during))
    }
    return [move for move in law.moves if there.get(move.act) is move]


def _duties(actor: Actor) -> set[str]:
    return set(actor.post.duties) if actor.post else {actor.capacity}


def _running(deed: Deed) -> set[str]:
    return set(
        deed.subject.own_clocks(deed).running().filter(due_on__gte=deed.on).values_list("term", flat=True)
    )


def _acts_without_object(subject: Any) -> set[str]:
    """Acts that have nothing to be done to: no open question to answer, no list to check. One query."""
    found = _objects(subject) | {"check_list": bool(lists_for(subject.matter_itself.topic))}
    return {act for act, has_object in found.items() if not has_object}


def _objects(subject: Any) -> dict[str, bool]:
    matter = subject.matter_itself
    review = None if matter is subject else subject
    mediated = Exists(Mediation.objects.filter(matter=OuterRef("pk"), ended_on=None))
    called = Exists(Hearing.objects.filter(matter=OuterRef("pk"), review=review, ended_on=None))
    suspended = Exists(Suspension.objects.filter(matter=OuterRef("pk"), resumed_on=None))
    unclear = Exists(Clarification.objects.filter(matter=OuterRef("pk"), ended_on=None))
    demanded = Exists(Clock.objects.running().filter(matter=OuterRef("pk"), term=TERM))
    asked_to_step_back = Exists(RecusalRequest.objects.filter(matter=OuterRef("pk"), decided_on=None))
    return (
        type(matter)
        .system.filter(pk=matter.pk)
        .values(
            annul=came_by_undone_batch(),
            resume=suspended,
            suspend=~suspended,
            close_hearing=called,
            open_hearing=~called,
            open_mediation=~mediated,
            sign_agreement=mediated,
            end_mediation=mediated,
            ask_clarification=~unclear,
            clarify=unclear,
            inform_personnel=Q(sealed=True),
            split=Exists(Request.objects.filter(matter=OuterRef("pk"), position__gt=1)),
            unlink=Q(linked_to__isnull=False),
            join=may_be_joined(),
            unjoin=Q(joined_to__isnull=False),
            answer_question=Exists(Question.objects.filter(matter=OuterRef("pk"), answered_on=None)),
            void_document=Exists(Document.objects.filter(matter=OuterRef("pk"), voided_on=None)),
            finish_execution=Exists(Execution.objects.filter(matter=OuterRef("pk"), done_on=None)),
            answer_supervision=demanded,
            supervise=~demanded,
            end_agency=Exists(Agency.objects.filter(matter=OuterRef("pk"), ended_on=None)),
            relay=Exists(Organ.objects.open_on().offices_below(matter.lead.organ)),
            request_recusal=~asked_to_step_back,
            refuse_recusal=asked_to_step_back,
            take_review=~Exists(ReviewTaking.objects.filter(review=review)),
            transcribe=Exists(Petition.objects.filter(matter=OuterRef("pk"), awaits_transcript=True)),
        )
        .get()
    )
