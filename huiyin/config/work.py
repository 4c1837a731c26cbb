"""The worker's rounds: every job in turn, again and again, until told to stop. One that fails stops no other."""

import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db import DatabaseError, close_old_connections

from huiyin.config.jobs import Job
from huiyin.mailroom.beat import WORKER, Beat
from huiyin.mailroom.notice import Notice

PAUSE = 1.0  # seconds between rounds with nothing to do
BEAT_EVERY = 5.0
SILENT_AFTER = timedelta(minutes=2)


class Worker:
    """Does the jobs; `over` ends it after the job in hand."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self.jobs = tuple(jobs)
        self.over = threading.Event()
        self._again: dict[str, float] = {}
        self._was_well: dict[str, bool] = {}
        self._beaten = 0.0

    def run(self) -> None:
        """Rounds until it is over."""
        while not self.over.is_set():
            if not all(self._was_well.values()):
                close_old_connections()  # a database that went away may be back
            if not self.round():
                self.over.wait(PAUSE)

    def once(self) -> bool:
        """Every job until it has no more to do; returns whether all went well."""
        while self.round():
            pass
        return all(self._was_well.values())

    def round(self) -> int:
        """Each job whose time has come; returns how much was done."""
        done = sum(self._do(job) for job in self.jobs if not self.over.is_set() and self._is_time(job))
        self._beat()
        return done

    def _is_time(self, job: Job) -> bool:
        return time.monotonic() >= self._again.get(job.name, 0)

    def _do(self, job: Job) -> int:
        try:
            done = job.do()
        except Exception as error:  # whatever it was: said loudly, noted for --check, and the others go on
            self._again[job.name] = time.monotonic() + max(job.every.total_seconds(), BEAT_EVERY)
            self._note_failure(job, error)
            return 0
        self._again[job.name] = time.monotonic() + job.every.total_seconds()
        if not self._was_well.get(job.name, False) or job.every:
            Beat.objects.well(job.name)
        self._was_well[job.name] = True
        return done

    def _note_failure(self, job: Job, error: Exception) -> None:
        self._was_well[job.name] = False
        print(f"huiyin worker: {job.name} failed\n{trace(error)}", file=sys.stderr, flush=True)
        try:
            Beat.objects.failed(job.name, trace(error))
        except DatabaseError:
            print("huiyin worker: the database does not take a note of it", file=sys.stderr, flush=True)

    def _beat(self) -> None:
        if time.monotonic() - self._beaten < BEAT_EVERY:
            return
        try:
            Beat.objects.well(WORKER)
        except DatabaseError as error:
            print(f"huiyin worker: no beat\n{trace(error)}", file=sys.stderr, flush=True)
        self._beaten = time.monotonic()


def trace(error: BaseException) -> str:
    """Where it went wrong, and as which kind of error; never its message, which may hold what people wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    before = [trace(error.__cause__), "and so"] if error.__cause__ else []
    return "\n".join([*before, *lines, type(error).__name__])


def findings() -> Iterator[str]:
    """What is not as it should be: a silent worker, jobs that fail, notices that have come to no end in three days."""
    if not Beat.objects.is_alive(SILENT_AFTER):
        last = Beat.objects.last()
        yield (
            f"the worker has been silent since {last:%Y-%m-%d %H:%M}" if last else "the worker has never run"
        )
    for beat in Beat.objects.troubled():
        yield f"{beat.name} failed at {beat.failed_at:%Y-%m-%d %H:%M}: {beat.trouble.splitlines()[-1]}"
    for notice in Notice.objects.unfinished_since(hours=72).order_by("created_at"):
        yield f"notice {notice.pk} ({notice}) has no end since {notice.created_at:%Y-%m-%d %H:%M}"
