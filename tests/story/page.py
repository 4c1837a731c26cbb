"""What the petitioner of a repeat is told: in the letter, and on the progress page that the receipt in hand opens."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client

from huiyin.matters.letters.words import day
from huiyin.matters.matter import Matter
from huiyin.matters.reckoning import BETWEEN_ORGANS
from huiyin.papers import words
from huiyin.portal import visit


def carries(repeat: Matter, live: Matter, today: date) -> None:
    """The page of a repeat says which matter answers it, who has that one, and the day that runs there now."""
    said, owed = _of(repeat), _owed_now(live)
    assert (said["linked_to"], said["holder"]["organ"]) == (live.number, live.lead.organ.name)
    assert owed is None or said["ruler"].day == words.prose(owed.due_on, "zh", today)


def is_said_in_the_letter(matter: Matter, live: Matter) -> None:
    """The letter names the live matter; on its own day also who answers it and by when."""
    paper = matter.documents.filter(kind="D07").order_by("sequence").last()
    assert live.number in repr(paper.fields)
    if paper.entry_number == matter.version:  # just linked: the day is the one that runs now
        owed = live.clocks.running().filter(assignment=live.lead).order_by("due_on").first()
        assert live.lead.organ.name in repr(paper.fields)
        assert owed is None or day(owed.due_on) in repr(paper.fields)


def _of(matter: Matter) -> Any:
    """What stands on the page. The visit is opened without the code, of which only a mark is kept."""
    visitor = Client()
    visitor.cookies = visit.open(HttpResponse(), matter.receipts.filter(revoked_at=None).first()).cookies
    answer = visitor.get("/track/matter/")
    assert answer.status_code == 200
    return answer.context


def _owed_now(live: Matter) -> Any:
    """What the organ owes the petitioner next; while a review is open, what its reviewer owes."""
    running = live.clocks.running()
    reviewed = running.filter(review__ended_on=None, review__isnull=False)
    owed = running.filter(assignment=live.lead).exclude(term__in=BETWEEN_ORGANS)
    return (reviewed if live.reviews.filter(ended_on=None).exists() else owed).order_by("due_on").first()
