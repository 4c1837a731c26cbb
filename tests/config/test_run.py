"""`huiyin run`: serves, survives the loss of a child, and leaves nothing behind."""

import os
import signal
import threading
import time
import urllib.error
import urllib.request

import psutil
import pytest

from huiyin.config import serve
from tests.plugins.running import Server

pytestmark = pytest.mark.engine


@pytest.fixture
def alone(installation):
    """A fresh installation, served without a worker."""
    running = Server(installation, "--no-worker")
    yield running
    running.process.kill()


def answers(url: str) -> bool:
    """Whether the server answers, with whatever page, within ten seconds."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def test_an_order_to_stop_that_was_forgotten_is_repeated():
    server = serve._server()
    server.interrupt_signal = True
    threading.Thread(target=serve._heed, args=(server,), daemon=True).start()
    assert server.main_loop_interrupt.wait(10)
    server.main_loop_interrupt.clear()
    assert server.main_loop_interrupt.wait(10)


def test_it_ends_cleanly_when_told_to(alone):
    children = psutil.Process(alone.process.pid).children(recursive=True)
    assert alone.stop() == 0
    assert psutil.wait_procs(children, timeout=5)[1] == []


def test_a_web_process_that_is_killed_is_replaced(alone):
    for child in psutil.Process(alone.process.pid).children():
        child.kill()
    assert answers(alone.url)


def test_web_processes_that_are_killed_one_after_another_are_replaced(alone):
    for _again in range(3):
        for child in psutil.Process(alone.process.pid).children():
            child.kill()
        assert answers(alone.url)
    assert alone.stop() == 0


def test_no_child_outlives_a_parent_that_is_killed(alone):
    children = psutil.Process(alone.process.pid).children(recursive=True)
    os.kill(alone.process.pid, signal.SIGKILL)
    alone.process.wait()
    assert psutil.wait_procs(children, timeout=10)[1] == []


def test_a_second_server_at_the_same_address_is_told_so(alone):
    second = alone.run("run", "--no-worker")
    assert second.returncode == 2 and "HUIYIN_PORT" in second.stderr
