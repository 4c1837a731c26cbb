"""Assistance on the progress page: who helps and by when, why it was not waited for, and the answer's own day above all."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from huiyin.mailroom import reader
from huiyin.mailroom.notice import Notice
from huiyin.matters.matter import Matter
from tests.mailroom import story
from tests.portal.walk import WHO, filed, look_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(village, client):
    """A visit to a matter in which 市自然资源局 assists 安平镇."""
    receipt = filed(client, who={**WHO, "e_delivery": "on"})
    visitor = Client()
    look_up(visitor, receipt.number, receipt.shown)
    story.accept(village, matter())
    due = timezone.localdate() + timedelta(days=14)
    by = village.actor(village.handler)
    matter().ask_assistance(by=by, to=village.bureau, task="查占地批文。", due_on=due)
    return visitor


def matter():
    return Matter.system.get()


def test_it_says_who_assists_and_by_when(browser):
    page = browser.get("/track/matter/")
    ((organ, _day, late),) = page.context["assisting"]
    assert (organ, late) == ("明川市自然资源局", False)
    assert "明川市自然资源局协办" in page.content.decode()


def test_what_was_asked_stays_between_the_organs(browser):
    assert "查占地批文" not in browser.get("/track/matter/").content.decode()


def test_the_day_that_counts_is_that_of_the_answer(browser):
    handling = matter().clocks.get(term="handling")
    shown = browser.get("/track/matter/").context
    assert shown["promise"] == "前书面答复您"
    assert shown["ruler"].left.endswith(f"{handling.days_left(timezone.localdate())} 天")
    assert "协办" not in [row.term for row in browser.get("/track/matter/clocks/").context["rows"]]


def test_why_it_was_called_off_is_read(browser, village):
    one = matter().open_assistances().get()
    matter().call_off(by=village.actor(village.handler), assistance=one, reason="批文已经找到。")
    page = browser.get("/track/matter/")
    assert page.context["assisting"] == []
    assert "批文已经找到。" in page.content.decode()


def test_the_petitioner_is_told_by_a_notice(browser):
    reader.read()
    told = Notice.objects.get(about="ask_assistance").text
    assert "安平镇请市自然资源局协办" in told
    assert len(told) <= 70
