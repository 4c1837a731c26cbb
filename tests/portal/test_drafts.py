"""Drafts: kept as typed, found again, resumed after whatever happened in between."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from huiyin.matters.matter import Matter
from huiyin.portal import check
from huiyin.portal.draft import Draft
from tests.portal.walk import STORY, WHO, filed, fill_in, hand_in

pytestmark = pytest.mark.django_db


def test_looking_at_pages_writes_nothing(village, client):
    for address in ("/", "/file/", "/file/kind/", "/track/", "/report/", "/help/", "/en/"):
        client.get(address)
    assert (Draft.objects.count(), Session.objects.count(), Matter.system.count()) == (0, 0, 0)


def test_what_was_typed_stands_there_when_one_comes_back(village, client):
    client.post("/file/kind/", {"kind": "claim"})
    client.post("/file/story/kept/", STORY)
    assert STORY["text"] in client.get("/file/story/").content.decode()


def test_even_a_wrong_page_is_kept(village, client):
    client.post("/file/who/", {"name": "何大山", "phone": "1380"})
    assert "1380" in client.get("/file/who/").content.decode()


def test_a_stale_token_gives_the_words_back_one_click_from_going_on(village):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/file/story/", STORY)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert STORY["text"] in page and 'action="/file/story/"' in page
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    assert client.post("/file/story/", {**STORY, "csrfmiddlewaretoken": token}).status_code == 302


def test_words_sent_by_another_site_are_not_given_back(village):
    answer = Client(enforce_csrf_checks=True).post(
        "/file/story/", STORY, headers={"origin": "https://evil.example"}
    )
    assert STORY["text"] not in answer.content.decode()


def test_a_locked_database_answers_503_with_the_form_and_its_key_and_then_registers_once(
    village, client, monkeypatch
):
    fill_in(client)
    key = str(Draft.objects.get().key)

    def busy(*args, **kwargs):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(check, "register", busy)
        answer = client.post("/file/check/", {"declared": "on", "key": key})
    assert (answer.status_code, answer["Retry-After"]) == (503, "3")
    assert key in answer.content.decode()
    client.post("/file/check/", {"declared": "on", "key": key})
    assert str(Matter.system.get().petitions.get().key) == key


def test_another_fault_of_the_database_is_not_called_busy(village, client, monkeypatch):
    fill_in(client)

    def broken(*args, **kwargs):
        raise OperationalError("no such table")

    monkeypatch.setattr(check, "register", broken)
    with pytest.raises(OperationalError):
        hand_in(client)


def test_the_code_is_shown_again_to_the_browser_that_filed_and_to_no_other(village, client):
    receipt = filed(client)
    assert receipt.shown[:4] in client.get("/file/receipt/").content.decode()
    assert Client().get("/file/receipt/")["Location"] == "/track/"


def test_after_a_day_the_worker_forgets_the_draft_and_after_a_month_what_nobody_finished(village, client):
    filed(client)
    Client().post("/file/kind/", {"kind": "claim"})
    assert Draft.forget(timezone.now() + timedelta(hours=25)) == 1
    assert Draft.forget(timezone.now() + timedelta(days=31)) == 1


def test_a_new_filing_after_a_receipt_has_a_key_of_its_own(village, client):
    first = filed(client)
    second = filed(client, who={**WHO, "name": "何大山"})
    assert first.number != second.number
