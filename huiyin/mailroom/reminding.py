"""Reminders: some days before a petitioner's window for review closes, the petitioner hears of it once."""

from datetime import date, timedelta

from django.utils import timezone

from huiyin.mailroom import wording
from huiyin.mailroom.notice import Notice
from huiyin.mailroom.writing import about, awake, mobile, written
from huiyin.matters.clock import Clock
from huiyin.statute import rules as statute

WINDOWS = ("review-window", "final-review-window")
ABOUT = "window-closes"


def remind(today: date) -> int:
    """Write the reminders that are due on this day; returns how many new ones."""
    before = Notice.objects.filter(about=ABOUT).count()
    for clock in _closing(today):
        _remind(clock, today)
    return Notice.objects.filter(about=ABOUT).count() - before


def _closing(today: date) -> list[Clock]:
    """Windows that close within the rule set's days, of parties who have heard from us about the matter."""
    until = today + timedelta(days=max(_days(each) for each in statute.available()))
    soon = Clock.objects.running().filter(term__in=WINDOWS, due_on__range=(today, until))
    clocks = soon.select_related("matter", "delivery__party__petitioner")
    return [clock for clock in clocks if clock.days_left(today) <= _days(clock.rules) and _heard(clock)]


def _remind(clock: Clock, today: date) -> None:
    matter, petitioner = clock.matter, clock.delivery.party.petitioner
    office = matter.petitions.select_related("registered_by").order_by("pk")[0].registered_by
    number = mobile(petitioner)
    sentence = wording.window_closes(statute.load(clock.rules).terms[clock.term].zh, clock.due_on, today)
    said = None if matter.sealed else about(matter, office, sentence)
    notice = Notice.made(
        clock.pk,
        about=ABOUT,
        recipient=petitioner.pk,
        recipient_kind="petitioner",
        matter=matter,
        organ=office,
        next_try_at=awake(timezone.now()),
        **written(number, said),
    )
    Notice.objects.enter([notice])


def _days(rules: str) -> int:
    limit = statute.load(rules).limits.get("remind-before-lapse")
    return limit.value if limit else 0


def _heard(clock: Clock) -> bool:
    """Of history that nobody was told of, nobody is reminded."""
    return Notice.objects.filter(
        matter=clock.matter_id, recipient=clock.delivery.party.petitioner_id
    ).exists()
