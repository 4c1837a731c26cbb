"""A linked repeat on the progress page: whose it is now, by when, and one small page to say that it is another matter."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from huiyin.mailroom import reader
from huiyin.mailroom.notice import Notice
from huiyin.matters.matter import Matter
from huiyin.papers import words
from tests.mailroom import story
from tests.portal.walk import WHO, filed, look_up

pytestmark = [pytest.mark.django_db, pytest.mark.seed("S046")]
ADDRESS = "/track/matter/unlinking/"


@pytest.fixture
def live(village):
    matter = story.file(village)
    story.accept(village, matter)
    return matter


@pytest.fixture
def again(village, client, live):
    receipt = filed(client, who=WHO)
    matter = Matter.system.get(pk=receipt.matter_id)
    story.triage(village, matter)
    matter.link(by=village.actor(village.triager), live=live, reason="同一条水渠")
    return matter


@pytest.fixture
def browser(again):
    visitor, receipt = Client(), again.receipts.get()
    look_up(visitor, receipt.number, receipt.shown)
    return visitor


def shown(browser):
    return browser.get("/track/matter/").content.decode()


def due_of(live):
    return words.prose(live.clocks.get(term="handling").due_on, "zh", timezone.localdate())


def test_it_shows_the_live_number_organ_date_and_state(browser, live):
    page = shown(browser)
    assert live.number in page
    assert "安平镇人民政府" in page
    assert due_of(live) in page
    assert browser.get("/track/matter/").context["state"] == "已受理"


def test_when_the_live_date_moves_so_does_what_the_repeat_shows(village, browser, live):
    before = due_of(live)
    head, handler = village.actor(village.head), village.actor(village.handler)
    live.extend(by=handler, approved=head, days=20, reason="要等检测")
    assert due_of(live) != before
    page = browser.get("/track/matter/")
    assert due_of(live) in page.content.decode()
    assert page.context["state"] == "已延期"


def test_how_the_live_dates_were_counted_is_shown(browser, live):
    page = browser.get("/track/matter/clocks/").content.decode()
    assert words.formal(live.clocks.get(term="handling").due_on, "zh") in page


def test_the_petitioner_says_that_it_is_another_matter_and_it_is(browser, again):
    assert "哪里不一样" in browser.get(ADDRESS).content.decode()
    for _ in range(2):
        assert browser.post(ADDRESS, {"reason": "村西的渠"}).status_code == 302
    again.refresh_from_db()
    assert (again.stage, again.unlinkings.count()) == ("triage", 1)
    page = shown(browser)
    assert "村西的渠" in page
    assert "合在一件里办" not in page


def test_an_empty_answer_says_what_to_do(browser, again):
    answer = browser.post(ADDRESS, {"reason": " "})
    assert answer.status_code == 422
    assert "写一句哪里不一样。" in answer.content.decode()
    assert again.stage == "linked"


def test_with_nothing_linked_the_page_leads_back(browser):
    browser.post(ADDRESS, {"reason": "村西的渠"})
    assert browser.get(ADDRESS)["Location"] == "/track/matter/"


def test_link_and_undoing_are_told_by_notice(village, again, live):
    again.unlink(by=village.actor(village.triager), at=timezone.now() + timedelta(minutes=1), reason="两条渠")
    reader.read()
    told = {notice.about: notice.text for notice in Notice.objects.filter(matter=again)}
    assert "安平镇正在办" in told["link"]
    assert "单独来办" in told["unlink"]


def test_a_live_one_sealed_since_is_not_named(village, browser, live):
    number = live.number
    live.seal(by=village.actor(village.registrar), reason="有举报")
    page = browser.get("/track/matter/")
    assert page.status_code == 200
    assert number not in page.context["linked_to"]
