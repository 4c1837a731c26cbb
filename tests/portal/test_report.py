"""The confidential way in: twenty digits, nothing in the browser, and a canary found nowhere outside its compartment."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from huiyin.matters.matter import Matter
from huiyin.portal.draft import Draft, Kind
from tests.portal.walk import look_up, photo

pytestmark = pytest.mark.django_db

CANARY = "夜鹭七七收了修路的钱"


def reported(client, **more):
    client.post("/report/", {"text": f"{CANARY}，有账本。", "organs_text": "安平镇人民政府", **more})
    return Matter.system.get()


def test_a_report_is_a_sealed_matter_without_a_number(village, client):
    matter = reported(client, files=[photo()])
    assert (matter.sealed, matter.number, matter.attachments.count()) == (True, None, 1)


def test_its_receipt_is_twenty_digits_and_a_telephone_number_and_is_not_stored(village, client):
    matter = reported(client)
    answer = client.get("/report/receipt/")
    page = answer.content.decode()
    digits = matter.receipts.get().shown
    assert (len(digits), "no-store" in answer["Cache-Control"]) == (20, True)
    assert " ".join(digits[i : i + 4] for i in range(0, 20, 4)) in page
    for telling in ("检举", "信访", "回执", "案号", "举报"):
        assert telling not in page


def test_the_draft_is_erased_when_it_is_handed_in_and_forgotten_on_a_click(village, client):
    reported(client)
    assert Draft.objects.get(kind=Kind.REPORT).words == {}
    client.post("/report/leave/")
    assert Draft.objects.count() == 0
    assert client.get("/report/receipt/")["Location"] == "/"


def test_choosing_the_way_in_leaves_no_trace_of_the_choice(village, client):
    assert client.post("/file/kind/", {"kind": "report"})["Location"] == "/report/"
    assert (Draft.objects.count(), client.cookies.keys() & {"draft"}) == (0, set())


def test_the_same_report_sent_twice_is_one(village, client):
    reported(client)
    draft = Draft.objects.get()
    assert Matter.system.get().petitions.get().key == draft.key


def test_a_wrong_report_keeps_what_was_typed(village, client):
    answer = client.post("/report/", {"name": "廖秀英"})
    assert answer.status_code == 422
    assert "廖秀英" in answer.content.decode()


def test_twenty_digits_alone_open_it_and_the_page_does_not_say_what_it_is_about(village, client):
    digits = reported(client).receipts.get().shown
    browser = Client()
    assert look_up(browser, "", digits)["Location"] == "/track/matter/"
    assert CANARY not in browser.get("/track/matter/").content.decode()


def test_the_canary_stands_in_no_table_and_no_file(village, client):
    reported(client, files=[photo("夜鹭七七.jpg")])
    client.get("/report/receipt/")
    with connection.cursor() as cursor:
        found = [table for table in connection.introspection.table_names(cursor) if _holds(cursor, table)]
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if "夜鹭" in path.name or _has(path)]
    assert (found, files) == ([], [])


def _holds(cursor, table):
    cursor.execute(f'SELECT * FROM "{table}"')
    return any("夜鹭".encode() in _bytes(value) for row in cursor.fetchall() for value in row)


def _bytes(value):
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _has(path):
    return path.is_file() and "夜鹭".encode() in path.read_bytes()
