"""`huiyin run`: serves, survives the loss of a child, and leaves nothing behind."""

import os
import signal
import time
import urllib.error
import urllib.request

import psutil
import pytest

from tests.plugins.running import Server

pytestmark = pytest.mark.engine


@pytest.fixture
def alone(installation):
    """A fresh installation, served without a worker."""
    running = Server(installation, "--no-worker")
    yield running
    running.process.kill()


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_it_ends_cleanly_when_told_to(alone):
    children = psutil.Process(alone.process.pid).children(recursive=True)
    assert alone.stop() == 0
    assert psutil.wait_procs(children, timeout=5)[1] == []


def test_a_web_process_that_is_killed_is_replaced(alone):
    psutil.Process(alone.process.pid).children()[0].kill()
    time.sleep(1)
    assert status(f"{alone.url}/static/none.css") == 404


def test_no_child_outlives_a_parent_that_is_killed(alone):
    children = psutil.Process(alone.process.pid).children(recursive=True)
    os.kill(alone.process.pid, signal.SIGKILL)
    alone.process.wait()
    assert psutil.wait_procs(children, timeout=10)[1] == []


def test_a_second_server_at_the_same_address_is_told_so(alone):
    second = alone.run("run", "--no-worker")
    assert second.returncode == 2 and "HUIYIN_PORT" in second.stderr
