"""The jobs of the worker, in the order in which one round does them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from huiyin.api.answered import Answered
from huiyin.config import child, papers
from huiyin.desk.jotting import Jotting
from huiyin.mailroom import digest, reader, reminding, sending
from huiyin.mailroom.incoming import registering, undoing
from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.matters import tick
from huiyin.people.sign_in import SignInAttempt
from huiyin.portal import tries
from huiyin.portal.draft import Draft

EVERY_ROUND = timedelta(0)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Job:
    """One job: what it is called, how long to wait before it is done again, and what does it.

    `do` returns how much it did; while that is not 0 there may be more to do.
    """

    name: str
    every: timedelta
    do: Callable[[], int]


def _tick() -> int:
    tick.tick(timezone.localdate())
    return 0


def _remind() -> int:
    reminding.remind(timezone.localdate())
    return 0


def _digest() -> int:
    digest.write_all(timezone.now())
    return 0


def _render() -> int:
    """Have papers set by a child, whose memory is given back when it ends: fonts of Chinese letters are large."""
    waiting = papers.waiting(timezone.localdate()).count()
    if not waiting:
        return 0
    if code := child.run("worker", "--papers"):
        raise RuntimeError(f"setting papers ended with {code}")
    return waiting - papers.waiting(timezone.localdate()).count()


def _forget() -> int:
    """Drop what was kept for a time only: drafts, jottings, files not registered, answers to programs, tries, sessions."""
    now = timezone.now()
    sessions = Session.objects.filter(expire_date__lt=now).delete()[0]
    answers = Answered.forget_old(now) + tries.forget() + SignInAttempt.objects.forget_old(now)
    drafts = Draft.forget(now) + Jotting.forget(now) + Arrival.forget(now)
    return drafts + answers + sessions


JOBS = (
    Job("tick", HOUR, _tick),
    Job("register", EVERY_ROUND, registering.register_asked),
    Job("undo", EVERY_ROUND, undoing.undo_decided),
    Job("read", EVERY_ROUND, reader.read),
    Job("remind", HOUR, _remind),
    Job("digest", timedelta(minutes=1), _digest),
    Job("send", EVERY_ROUND, sending.send_due),
    Job("render", EVERY_ROUND, _render),
    Job("forget", HOUR, _forget),
)
