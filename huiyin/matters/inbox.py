"""What an officer owes next: the matters and reviews in hand, by next legal date, what is overdue first."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.grant import Grant
from huiyin.matters.matter import Matter
from huiyin.matters.review import Review
from huiyin.people.officer import Officer

VIEWS = ("mine", "today", "week", "all", "waiting")
PAGE = 50


@dataclass(frozen=True)
class Row:
    """One line of the inbox: the matter, what is in hand, its next clock if any, and how often it was passed on."""

    matter: Matter
    held: Assignment | Review
    clock: Clock | None
    days_left: int | None
    hops: int


def inbox(officer: Officer, today: date, *, view: str = "mine", page: int = 1) -> list[Row]:
    """One page of rows of a view. A constant number of queries."""
    held = _assignments(officer).filter(_condition(officer, today, view))
    first = (page - 1) * PAGE
    rows = [_row(assignment, today) for assignment in _with_all(held)[first : first + PAGE]]
    if page == 1 and view != "waiting":
        rows += _review_rows(officer, today)
        rows.sort(key=lambda row: (row.days_left is None, row.days_left or 0))
    return rows


def counts(officer: Officer, today: date) -> dict[str, int]:
    """How many rows each view holds, in one query."""
    conditions = {view: Count("pk", filter=_condition(officer, today, view)) for view in VIEWS}
    return dict(_assignments(officer).aggregate(**conditions))


def _assignments(officer: Officer) -> QuerySet[Assignment]:
    organs = {seat.post.organ_id for seat in officer.seats}
    posts = {seat.post_id for seat in officer.seats}
    kept = Grant.objects.filter(post__in=posts, organ=None, matter__sealed=True).values("matter")
    here = Q(organ__in=organs) | Q(matter__in=kept)  # what is sealed waits for its keepers, wherever they sit
    return Assignment.objects.open().filter(here, _visible(officer))


def _visible(officer: Officer) -> Exists:
    """Asked of each row in hand: asked as a list, every matter there is would be looked at."""
    return Exists(Matter.objects.visible_to(officer).filter(pk=OuterRef("matter")))


def _condition(officer: Officer, today: date, view: str) -> Q:
    return {
        "mine": Q(handler__in={seat.post_id for seat in officer.seats}) | Q(handler=None),
        "today": Q(next_due_on__lte=today),
        "week": Q(next_due_on__lte=today + timedelta(days=7)),
        "all": Q(),
        "waiting": Q(next_due_on=None),
    }[view]


def _with_all(held: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """With what a line says and no more: what is not read need not be opened."""
    running = Prefetch("clocks", Clock.objects.running().order_by("due_on"), to_attr="running")
    everywhere = Prefetch(
        "matter__assignments", Assignment.objects.filter(assists=False).only("matter_id"), to_attr="places"
    )
    ordered = held.order_by(F("next_due_on").asc(nulls_last=True), "matter__heard_on", "pk")
    whole = ordered.select_related("matter").defer("matter__text", "matter__place_text")
    return whole.prefetch_related(running, everywhere)


def _row(assignment: Any, today: date) -> Row:
    clock = assignment.running[0] if assignment.running else None
    return Row(
        matter=assignment.matter,
        held=assignment,
        clock=clock,
        days_left=clock.days_left(today) if clock else None,
        hops=len(assignment.matter.places) - 1,
    )


def _review_rows(officer: Officer, today: date) -> list[Row]:
    organs = {seat.post.organ_id for seat in officer.seats}
    clocks = Clock.objects.running().order_by("due_on").prefetch_related("pause_rows")
    running = Prefetch("clocks", clocks, to_attr="running")
    reviews = (
        Review.objects.filter(_visible(officer), organ__in=organs, ended_on=None)
        .select_related("matter")
        .prefetch_related(running)
    )
    return [_review_row(review, today) for review in reviews[:PAGE]]


def _review_row(review: Any, today: date) -> Row:
    clock = review.running[0] if review.running else None
    return Row(review.matter, review, clock, clock.days_left(today) if clock else None, 0)
