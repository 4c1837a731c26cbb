"""What can be counted: the rows that an indicator looks at, each with its matter `of`, its organ `at_organ` and its `day`.

Every row set takes matters that the asker may see and the days asked for, and asks the database nothing until counted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import TruncDate

from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.closure import Closure
from huiyin.matters.delivery import Delivery
from huiyin.matters.draft import Reply
from huiyin.matters.execution import Execution
from huiyin.matters.petition import Petition
from huiyin.matters.rating import Rating
from huiyin.people.organ_kind import OrganKind


@dataclass(frozen=True)
class Days:
    """From one day to another, both included."""

    since: date
    until: date


def _organ(found: QuerySet) -> Subquery:
    """The id of an organ as such: both engines would else give what they store."""
    return Subquery(found, output_field=UUIDField())


Counted = Callable[[QuerySet, Days], QuerySet]

_LEADS = Assignment.objects.filter(matter=OuterRef("of"), is_lead=True).values("organ")[:1]
_OFFICES = Petition.objects.filter(matter=OuterRef("of")).order_by("pk").values("registered_by")[:1]
_UNITS = Assignment.objects.exclude(organ__kind=OrganKind.PETITION_OFFICE).filter(matter=OuterRef("of"))
_FIRST_UNIT = _UNITS.order_by("received_on", "pk")
_WINDOWS = Clock.objects.filter(matter=OuterRef("of"), term="rating")


def clocks(*terms: str) -> Counted:
    """Clocks of these terms, at the organ that owes them, on the day that they are due."""

    def rows(matters: QuerySet, days: Days) -> QuerySet:
        owed = Clock.objects.filter(matter__in=matters, term__in=terms, assignment__isnull=False)
        return owed.annotate(of=F("matter_id"), at_organ=F("assignment__organ_id"), day=F("due_on"))

    return rows


def petitions(matters: QuerySet, days: Days) -> QuerySet:
    """Petitions 件次, at the organ that registered them, on the day that they came."""
    return Petition.objects.filter(matter__in=matters).annotate(
        of=F("matter_id"), at_organ=F("registered_by_id"), day=TruncDate("received_at")
    )


def registered(matters: QuerySet, days: Days) -> QuerySet:
    """Matters, at the organ that speaks for them now, on the day of registration."""
    return matters.annotate(of=F("pk"), at_organ=_organ(_LEADS), day=TruncDate("registered_at"))


def reached_a_unit(matters: QuerySet, days: Days) -> QuerySet:
    """Matters, at the first organ that is no petition office, on the day that it received them."""
    found = matters.annotate(of=F("pk"), at_organ=_organ(_FIRST_UNIT.values("organ")[:1]))
    return found.annotate(day=Subquery(_FIRST_UNIT.values("received_on")[:1])).exclude(day=None)


def closed(matters: QuerySet, days: Days) -> QuerySet:
    """Matters, at the organ that speaks for them, on the day that they were first closed."""
    first = Closure.objects.filter(matter=OuterRef("of")).order_by("occurred_at").values("occurred_at")[:1]
    found = matters.annotate(of=F("pk"), at_organ=_organ(_LEADS), closed_at=Subquery(first))
    return found.annotate(day=TruncDate("closed_at")).exclude(day=None)


def deliveries(matters: QuerySet, days: Days) -> QuerySet:
    """Answers owed to one party each, at the organ that speaks for the matter, on the day of the signature."""
    owed = Delivery.objects.filter(matter__in=matters, review=None).annotate(of=F("matter_id"))
    return owed.annotate(at_organ=_organ(_LEADS), day=F("owed_since"))


def executions(matters: QuerySet, days: Days) -> QuerySet:
    """Supported requests to carry out, at the organ that carries them out, on the day that the opinion names."""
    return Execution.objects.filter(matter__in=matters).annotate(
        of=F("matter_id"), at_organ=F("organ_id"), day=F("due_on")
    )


def answered(matters: QuerySet, days: Days) -> QuerySet:
    """Matters whose answer reached somebody, at the organ that speaks for them, on the last day that it did.

    What was supported stands encrypted in the opinion; so opinions without any execution are opened here, and
    `has_waiting` says of which matters something was supported and nobody was named to do it.
    """
    proofs = Delivery.objects.filter(matter=OuterRef("of"), review=None, completed_on__isnull=False)
    last = proofs.order_by("-completed_on").values("completed_on")[:1]
    found = matters.annotate(of=F("pk"), at_organ=_organ(_LEADS), day=Subquery(last)).exclude(day=None)
    waiting = found.filter(day__range=(days.since, days.until), executions=None)
    supporting = Reply.objects.filter(pk__in=_supporting(waiting), matter=OuterRef("of"))
    return found.annotate(has_waiting=Exists(supporting))


def _supporting(matters: QuerySet) -> list[Any]:
    """The latest replies of these matters that support a request."""
    later = Reply.objects.filter(matter=OuterRef("matter"), number__gt=OuterRef("number"))
    latest = Reply.objects.filter(~Exists(later), matter__in=matters.values("pk")).select_related("draft")
    return [
        reply.pk
        for reply in latest.iterator()
        if any(answer["opinion"] == "supported" for answer in reply.draft.answers)
    ]


def rating_windows(owner: str) -> Counted:
    """The last time to rate of each matter, at the office or at the unit, on the day that it ends."""

    def rows(matters: QuerySet, days: Days) -> QuerySet:
        later = _WINDOWS.filter(pk__gt=OuterRef("pk"))
        found = Clock.objects.filter(matter__in=matters, term="rating").annotate(of=F("matter_id"))
        return found.filter(~Exists(later)).annotate(
            at_organ=_organ(_OFFICES if owner == "office" else _LEADS), day=F("due_on")
        )

    return rows


def ratings(owner: str) -> Counted:
    """The last rating of each matter, once it cannot be changed any more, on the day that the time to rate ended."""

    def rows(matters: QuerySet, days: Days) -> QuerySet:
        found = Rating.objects.filter(matter__in=matters).annotate(of=F("matter_id"))
        later = Rating.objects.filter(matter=OuterRef("of"), number__gt=OuterRef("number"))
        found = found.filter(~Exists(later), ~Exists(_WINDOWS.filter(ended_on=None)))
        last = _WINDOWS.order_by("-pk").values("due_on")[:1]
        return found.annotate(at_organ=_organ(_OFFICES if owner == "office" else _LEADS), day=Subquery(last))

    return rows
