"""Looking up: forgiving of fingers, telling nothing to guessers, and slowing down only those who hurry."""

import re
import time
from unittest.mock import patch

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from huiyin.matters import code
from huiyin.matters.receipt import Receipt
from huiyin.portal import lookup
from huiyin.portal.tries import MOST, Tries
from tests.portal.walk import filed, look_up

pytestmark = pytest.mark.django_db


def wrong(digits):
    """Another code that is well formed."""
    other = code.fresh()
    return other if other != digits else code.fresh()


def work_of(number, digits):
    """(queries without their values, hash calls) of one look-up in a new browser."""
    with (
        patch.object(code, "sealed", wraps=code.sealed) as hashed,
        CaptureQueriesContext(connection) as asked,
    ):
        answer = look_up(Client(), number, digits)
    shapes = [
        re.split(" WHERE | VALUES | SELECT \\* FROM UNNEST| SET ", query["sql"])[0]
        for query in asked.captured_queries
    ]
    return answer, shapes, hashed.call_count


def test_number_and_code_open_the_matter_however_they_are_typed(village, client):
    receipt = filed(client)
    typed = receipt.number.replace("-", "－").replace("2026", " ２０２６")
    answer = look_up(Client(), typed, f" {code.grouped(receipt.shown)} ")
    assert answer["Location"] == "/track/matter/"


def test_a_slip_of_the_finger_is_told_and_not_counted(village, client):
    receipt = filed(client)
    slipped = receipt.shown[:-1] + str((int(receipt.shown[-1]) + 1) % 10)
    answer = look_up(Client(), receipt.number, slipped)
    assert "查询码好像有一位写错了。" in answer.content.decode()
    assert Tries.objects.count() == 0


def test_unknown_number_wrong_code_and_locked_do_the_same_work(village, client):
    receipt = filed(client)
    _, unknown, hashes_unknown = work_of("明信2026-11-9999", wrong(receipt.shown))
    _, mistaken, hashes_mistaken = work_of(receipt.number, wrong(receipt.shown))
    Tries.objects.update(count=MOST["number"])
    _, locked, hashes_locked = work_of(receipt.number, receipt.shown)
    assert unknown == mistaken == locked
    assert hashes_unknown == hashes_mistaken == hashes_locked == 1


def test_unknown_number_and_wrong_code_are_told_the_same_in_the_same_words(village, client):
    receipt = filed(client)
    digits = wrong(receipt.shown)
    first, _, _ = work_of("明信2026-11-9999", digits)
    second, _, _ = work_of(receipt.number, digits)
    assert first.status_code == second.status_code == 422
    assert "没有找到这个案号和查询码的组合" in first.content.decode()
    assert _without_token(second).replace(receipt.number, "明信2026-11-9999") == _without_token(first)


def _without_token(answer):
    page = answer.content.decode()
    before, _, after = page.partition('name="csrfmiddlewaretoken" value="')
    return before + after.partition('"')[2]


def test_too_many_tries_only_slow_down(village, client):
    receipt = filed(client)
    for _ in range(MOST["number"]):
        look_up(Client(), receipt.number, wrong(receipt.shown))
    answer = look_up(Client(), receipt.number, receipt.shown)
    assert "试得太快了，10 分钟后再查" in answer.content.decode()
    Tries.objects.update(since="2020-01-01T00:00:00Z")
    assert look_up(Client(), receipt.number, receipt.shown)["Location"] == "/track/matter/"


def test_tries_are_kept_under_keyed_hashes_alone(village, client):
    receipt = filed(client)
    look_up(Client(), receipt.number, wrong(receipt.shown))
    kept = " ".join(Tries.objects.values_list("key", flat=True))
    assert receipt.number not in kept and "127.0.0.1" not in kept


def test_opening_leaves_nothing_on_the_server_and_only_the_receipts_id_in_the_browser(village, client):
    receipt = filed(client)
    browser = Client()
    look_up(browser, receipt.number, receipt.shown)
    assert not Session.objects.exists()
    assert browser.cookies["visit"].value.partition(":")[0] == str(receipt.pk)
    assert browser.cookies["visit"]["httponly"]


def test_another_receipts_id_written_into_the_cookie_opens_nothing(village, client):
    receipt, other = filed(client), filed(Client())
    browser = Client()
    look_up(browser, receipt.number, receipt.shown)
    _, _, seal = browser.cookies["visit"].value.partition(":")
    browser.cookies["visit"] = f"{other.pk}:{seal}"
    assert browser.get("/track/matter/")["Location"] == "/track/"


def test_a_visit_ends_after_two_hours(village, client, monkeypatch):
    receipt = filed(client)
    browser = Client()
    look_up(browser, receipt.number, receipt.shown)
    assert browser.get("/track/matter/").status_code == 200
    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 7201)
    assert browser.get("/track/matter/")["Location"] == "/track/"


def test_a_revoked_receipt_opens_nothing_and_an_open_visit_ends(village, client):
    receipt = filed(client)
    browser = Client()
    look_up(browser, receipt.number, receipt.shown)
    Receipt.objects.update(revoked_at="2026-01-01T00:00:00Z")
    assert browser.get("/track/matter/")["Location"] == "/track/"
    assert look_up(Client(), receipt.number, receipt.shown).status_code == 422


def test_the_code_of_a_qr_address_stands_where_no_server_sees_it(village, client):
    receipt = filed(client)
    page = client.get("/track/", {"number": receipt.number}).content.decode()
    assert receipt.number in page
    assert lookup.normal_code("4821 7730－5196 0384") == "4821773051960384"
