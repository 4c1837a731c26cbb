"""A program of its own: people and systems who file without pause, and write down every number they were given.

    python -m tests.chaos.writers URL TOKEN LOG

Each filing has words that no other has. One that got no answer is sent again as it was, until it is answered: over the
API with the same Idempotency-Key, on the pages with the same draft. What was acknowledged is a line of LOG, appended
and flushed to the disk before the next filing begins. SIGTERM ends it after the answers in hand.
"""

import json
import os
import re
import signal
import sys
import threading
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import requests

TOKEN_FIELD = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
NUMBER = re.compile(r'class="case"><span class="keep">([^<]+)<')
API_WRITERS, PAGE_WRITERS = 3, 2
over = threading.Event()


class Log:
    """Whole lines only, each on the disk before write() returns."""

    def __init__(self, path: str) -> None:
        self.file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, way: str, title: str, number: str) -> None:
        os.write(self.file, f"{json.dumps([way, title, number], ensure_ascii=False)}\n".encode())
        os.fsync(self.file)


def again_and_again(ask: Callable[[], Any]) -> Any:
    """Ask until there is an answer, or it is over and there is none."""
    while True:
        try:
            answer = ask()
            if answer is not None:
                return answer
        except requests.RequestException:
            pass
        if over.wait(0.2):
            return None


def title() -> str:
    """Words of one filing alone."""
    return f"催修水渠{uuid.uuid4().hex[:16]}"


def over_the_api(url: str, token: str, log: Log) -> None:
    """One filing as a system makes it."""
    said, key = title(), uuid.uuid4().hex
    body = {"title": said, "text": f"{said}，去年汛期后一直没有修。"}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}

    def ask() -> str | None:
        answer = requests.post(f"{url}/api/v1/petitions", json=body, headers=headers, timeout=10)
        return answer.json()["number"] if answer.status_code in (200, 201) else None

    if number := again_and_again(ask):
        log.write("api", said, number)


def on_the_pages(url: str, log: Log) -> None:
    """One filing as a person makes it, page by page."""
    said, browser = title(), requests.Session()
    pages = {
        "kind": {"kind": "claim"},
        "story": {"text": f"{said}。去年汛期后一直没有修。"},
        "place": {"place_text": "石桥村"},
        "who": {"name": "何大山", "phone": "13800000002"},
    }
    for step, typed in pages.items():
        again_and_again(partial(_posted, browser, f"{url}/file/{step}/", typed))
    if number := again_and_again(partial(_handed_in, browser, url)):
        log.write("pages", said, number)


def _posted(browser: requests.Session, address: str, typed: dict[str, str]) -> bool | None:
    page = browser.get(address, timeout=10)
    found = TOKEN_FIELD.search(page.text)
    if page.status_code != 200 or not found:
        return None
    answer = browser.post(
        address, {**typed, "csrfmiddlewaretoken": found[1]}, timeout=10, allow_redirects=False
    )
    return True if answer.status_code == 302 else None


def _handed_in(browser: requests.Session, url: str) -> str | None:
    page = browser.get(f"{url}/file/check/", timeout=10)
    if (
        page.status_code == 200
        and page.url.endswith("/file/check/")
        and (found := TOKEN_FIELD.search(page.text))
    ):
        sent = {"declared": "on", "csrfmiddlewaretoken": found[1]}
        page = browser.post(f"{url}/file/check/", sent, timeout=10)
    number = NUMBER.search(page.text)
    return number[1] if page.status_code == 200 and number else None


def _until_it_is_over(file: Callable[[], None]) -> None:
    while not over.is_set():
        file()


def main(url: str, token: str, path: str) -> None:
    """Start everybody, and wait for the end."""
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    log = Log(path)
    ways = [partial(over_the_api, url, token, log)] * API_WRITERS + [
        partial(on_the_pages, url, log)
    ] * PAGE_WRITERS
    threads = [threading.Thread(target=_until_it_is_over, args=(way,)) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main(*sys.argv[1:])
