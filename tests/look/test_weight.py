"""The first public visit is light: what really travels to a browser that has never been here."""

import pytest

from tests.walk.place import founded

KILOBYTE = 1024


@pytest.fixture
def travelled(server, chromium):
    """Every request of a first visit, with the bytes that came for it."""
    founded(server)
    context = chromium.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    requests: dict[str, list] = {}
    wire.on(
        "Network.requestWillBeSent", lambda e: requests.setdefault(e["requestId"], [e["request"]["url"], 0])
    )
    wire.on(
        "Network.loadingFinished", lambda e: requests[e["requestId"]].__setitem__(1, e["encodedDataLength"])
    )
    page.goto(server.url)
    page.wait_for_load_state("networkidle")
    yield list(requests.values())
    context.close()


@pytest.mark.browser
def test_a_first_visit_weighs_at_most_50_kilobytes_in_6_requests(travelled) -> None:
    weight = sum(size for _url, size in travelled)
    print(f"first visit: {len(travelled)} requests, {weight} bytes: {travelled}")
    assert len(travelled) <= 6
    assert 0 < weight <= 50 * KILOBYTE
