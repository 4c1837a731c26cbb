"""Sending: due notices go out one by one, each claimed in a short transaction of its own before the channel is asked.

At least once: a worker that dies after the provider accepted leaves the notice as being sent; when its lease is over
it is sent again with the same reference, which the provider recognises.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from huiyin.mailroom.channels import chosen
from huiyin.mailroom.channels.envelope import Envelope, Outcome, Permanent, Sent
from huiyin.mailroom.notice import Medium, Notice, State

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
LEASE = timedelta(minutes=10)
PATIENCE = timedelta(hours=72)
SUBJECT = "信访工作提醒"


def send_due(limit: int = 50) -> int:
    """Send up to `limit` notices that are due; returns how many were tried."""
    tried = 0
    while tried < limit and (notice := _claimed(timezone.now())):
        envelope = Envelope(str(notice.reference), notice.address or "", SUBJECT, notice.text or "")
        _settle(notice, chosen.channel(notice.channel).send(envelope))
        tried += 1
    return tried


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts failed: a minute, doubled each time, six hours at most."""
    return min(FIRST_PAUSE * 2 ** min(attempts - 1, 12), LONGEST_PAUSE)


def _claimed(now: datetime) -> Notice | None:
    """The longest waiting notice, marked as being sent for the length of the lease; nobody else takes it meanwhile."""
    with transaction.atomic():
        notice = Notice.objects.due(now).select_for_update(skip_locked=True).first()
        if notice is not None:
            notice.state, notice.attempts, notice.next_try_at = (
                State.SENDING,
                notice.attempts + 1,
                now + LEASE,
            )
            notice.save(update_fields=["state", "attempts", "next_try_at"])
    return notice


def _settle(notice: Notice, outcome: Outcome) -> None:
    if isinstance(outcome, Sent):
        notice.end(State.DELIVERED)
    elif isinstance(outcome, Permanent):
        _to_paper(notice, State.FAILED, outcome.why)
    elif timezone.now() - notice.created_at >= PATIENCE:
        _to_paper(notice, State.GAVE_UP, outcome.why)
    else:
        _try_later(notice, outcome.why)


def _try_later(notice: Notice, why: str) -> None:
    last = notice.created_at + PATIENCE
    again = max(min(timezone.now() + pause(notice.attempts), last), timezone.now())
    mine = Notice.objects.unfinished().filter(pk=notice.pk, attempts=notice.attempts)
    mine.update(state=State.RETRYING, next_try_at=again, trouble=why[:120])


def _to_paper(notice: Notice, state: str, why: str) -> None:
    """End it unheard; a petitioner then gets a letter (寄纸质信), which is a task for people."""
    with transaction.atomic():
        if notice.end(state, why) and notice.recipient_kind == "petitioner":
            Notice.objects.enter([notice.again(Medium.LETTER)])
