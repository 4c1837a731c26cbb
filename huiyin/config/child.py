"""The worker beside the web server: started with it, started again when it crashes, ended with it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from huiyin.config import lifeline

LONGEST_PAUSE = 60.0


class Child:
    """One `huiyin` subcommand kept running; after each crash in a row the pause before the next doubles."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.process: subprocess.Popen | None = None
        self.is_over = threading.Event()
        self.keeper = threading.Thread(target=self._keep, name=f"keeper of {words[0]}", daemon=True)

    def start(self) -> None:
        """Begin, and stay at it from a thread of its own."""
        self.keeper.start()

    def stop(self) -> None:
        """Ask it to finish what it holds; after ten seconds, insist."""
        self.is_over.set()
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.keeper.join(timeout=5)

    def _keep(self) -> None:
        pause = 1.0
        while not self.is_over.is_set():
            began = time.monotonic()
            self.process = _spawn(*self.words)
            code = self.process.wait()
            if self.is_over.is_set():
                return
            pause = 1.0 if time.monotonic() - began > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
            print(f"huiyin {self.words[0]} ended with {code}; again in {pause:.0f} s", file=sys.stderr)
            self.is_over.wait(pause)


@contextmanager
def beside(*words: str) -> Iterator[None]:
    """Keep one subcommand running for as long as the block does."""
    child = Child(*words)
    child.start()
    try:
        yield
    finally:
        child.stop()


def run(*words: str) -> int:
    """One subcommand in a process of its own, waited for; returns its exit code."""
    return _spawn(*words).wait()


def _spawn(*words: str) -> subprocess.Popen:
    line = [sys.executable, "-c", "from huiyin.config.command import main; main()", *words]
    environment = {**os.environ, lifeline.PARENT: str(os.getpid())}
    return subprocess.Popen(line, env=environment, stdin=subprocess.DEVNULL)  # noqa: S603 (our own command)
