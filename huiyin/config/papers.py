"""Setting papers ahead of their readers: bytes of what was issued lately, so that nobody waits for them."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from huiyin.matters import rendering
from huiyin.matters.document import Document

LATELY = timedelta(days=7)  # older ones are set when somebody first opens them
AT_ONCE = 4


def waiting(today: date) -> QuerySet[Document]:
    """Papers of the last week that have no bytes yet, the newest first: somebody may be about to open it."""
    lately = Document.objects.filter(digest="", voided_on=None, issued_on__gte=today - LATELY)
    return lately.select_related("organ", "matter").order_by("-pk")


def set_some() -> int:
    """Set a few of them; returns how many."""
    chosen = list(waiting(timezone.localdate())[:AT_ONCE])
    for document in chosen:
        rendering.render(document)
    return len(chosen)
