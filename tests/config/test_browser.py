"""A real browser reaches a running installation."""

import pytest

from tests.plugins.running import Server


@pytest.mark.browser
def test_a_browser_reaches_a_fresh_installation(installation, page):
    running = Server(installation, "--no-worker")
    answer = page.goto(running.url)
    assert answer is not None and answer.status < 500
    assert running.stop() == 0
