"""A running `huiyin run` and a real Chromium, for tests that walk the pages as people do."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.plugins.place import HUIYIN

# Playwright keeps an event loop in this thread, which Django takes for a reason to refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
CHROMIUM = os.environ.get("HUIYIN_CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
)


class Server:
    """One `huiyin run` in an installation of its own."""

    def __init__(self, environment: dict[str, str], *words: str) -> None:
        self.environment = environment
        self.url = f"http://127.0.0.1:{environment['HUIYIN_PORT']}"
        self.process = subprocess.Popen([*HUIYIN, "run", *words], env=environment, stdin=subprocess.DEVNULL)
        self._wait()

    def run(self, *words: str) -> subprocess.CompletedProcess:
        """Run another subcommand in the same installation; output and exit code are in the answer."""
        return subprocess.run(
            [*HUIYIN, *words], env=self.environment, capture_output=True, text=True, check=False
        )

    def stop(self) -> int:
        """Ask it to end, and answer its exit code."""
        self.process.terminate()
        return self.process.wait(timeout=20)

    def _wait(self) -> None:
        until = time.monotonic() + 90  # a busy machine is slow, not broken
        while self.process.poll() is None and time.monotonic() < until:
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
            else:
                return
        self.process.kill()
        raise RuntimeError(f"huiyin run does not answer at {self.url}")


@pytest.fixture
def server(installation: dict[str, str]) -> Iterator[Server]:
    """A fresh installation, served with its worker until the test ends."""
    running = Server(installation)
    yield running
    if running.process.poll() is None:
        running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """One page of a visitor from Shanghai who reads Chinese, on a phone-sized screen."""
    context = chromium.new_context(
        locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 390, "height": 844}, has_touch=True
    )
    yield context.new_page()
    context.close()
