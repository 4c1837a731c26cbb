"""Web and worker are killed outright twenty times while people file: nothing acknowledged is lost, nothing is doubled."""

import json
import random
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.plugins.running import Server
from tests.walk.place import ROOT, founded

VICTIMS = ("web", "worker", "web", "web", "everything") * 4
BACK_WITHIN = 45.0  # seconds, on a busy machine


class Besieged:
    """An installation whose processes are killed under load."""

    def __init__(self, server: Server, log: Path) -> None:
        self.server, self.log, self.killed = server, log, Counter()
        founded(server)
        words = ("token", "create", "registrar", "--scope", "file", "--json")
        token = json.loads(server.run(*words).stdout)["token"]
        line = [sys.executable, "-m", "tests.chaos.writers", server.url, token, str(log)]
        self.writers = subprocess.Popen(line, cwd=ROOT)

    def acknowledged(self) -> list[tuple[str, str, str]]:
        """What the writers were given: way, title, number."""
        return [tuple(json.loads(line)) for line in self.log.read_text("utf-8").splitlines()]

    def kill(self, victim: str) -> None:
        """Kill one kind of process outright, and wait until somebody answers again."""
        parent = psutil.Process(self.server.process.pid)
        children = parent.children(recursive=True)
        workers = [child for child in children if _is_worker(child)]
        targets = {
            "worker": workers,
            "web": [child for child in parent.children() if child not in workers],
            "everything": [parent],
        }[victim]
        self.killed[victim] += bool(targets)
        for process in targets:
            with suppress(psutil.NoSuchProcess):  # it ended by itself just now
                process.send_signal(signal.SIGKILL)
        if victim == "everything":
            self.server.process.wait()
            gone, alive = psutil.wait_procs(children, timeout=10)
            assert alive == [], "its children outlived it"
            self.server = Server(self.server.environment)
        self._is_back()

    def _is_back(self) -> None:
        until = time.monotonic() + BACK_WITHIN
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.server.url}/healthz", timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not come back by itself")

    def rest(self) -> None:
        """Let the writers finish what they have in hand."""
        self.writers.terminate()
        self.writers.wait(timeout=60)

    def registered(self) -> list[tuple[str, str]]:
        """Every petition in the database: title, number."""
        line = [sys.executable, "-m", "tests.chaos.counted"]
        environment = {**self.server.environment, "PYTHONPATH": str(ROOT)}
        said = subprocess.run(
            line, env=environment, cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        return [tuple(row) for row in json.loads(said)]


def _is_worker(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.cmdline()[-1:] == ["worker"]
    return False


@pytest.fixture
def besieged(server: Server, tmp_path: Path) -> Iterator[Besieged]:
    """The installation, with people filing."""
    made = Besieged(server, tmp_path / "acknowledged.jsonl")
    yield made
    made.writers.kill()
    if made.server is not server and made.server.process.poll() is None:
        made.server.stop()


@pytest.mark.long
def test_no_acknowledged_filing_is_lost_or_doubled_by_twenty_kills(besieged: Besieged) -> None:
    chance = random.Random(20)
    for victim in VICTIMS:
        time.sleep(chance.uniform(0.8, 2.2))
        besieged.kill(victim)
    time.sleep(2)
    besieged.rest()

    registered, acknowledged = besieged.registered(), besieged.acknowledged()
    print(f"killed {dict(besieged.killed)}; {len(acknowledged)} acknowledged, {len(registered)} registered")
    assert sum(besieged.killed.values()) >= 18  # a worker that waits to be started again cannot be killed
    assert len(acknowledged) > 50
    assert {way for way, _title, _number in acknowledged} == {"api", "pages"}
    assert {(title, number) for _way, title, number in acknowledged} <= set(registered)
    assert [title for title, times in Counter(title for title, _ in registered).items() if times > 1] == []
    for command in ("verify", "audit"):
        done = besieged.server.run(command)
        assert done.returncode == 0, done.stdout + done.stderr
