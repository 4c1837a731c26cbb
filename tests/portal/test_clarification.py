"""A clarification on the progress page: the first thing to do, answered on a small page, once."""

import pytest
from django.test import Client

from huiyin.mailroom import reader
from huiyin.mailroom.notice import Notice
from huiyin.matters.matter import Matter
from tests.mailroom import story
from tests.portal.walk import WHO, filed, look_up

pytestmark = [pytest.mark.django_db, pytest.mark.seed("S045")]
ADDRESS = "/track/matter/clarification/"
UNCLEAR = "您说的是村东那块地，还是路边那块？"
ANSWER = "路边那块，靠近水井。"


@pytest.fixture
def browser(village, client):
    """A visit to a matter in which something was not clear."""
    receipt = filed(client, who={**WHO, "e_delivery": "on"})
    visitor = Client()
    look_up(visitor, receipt.number, receipt.shown)
    story.accept(village, matter())
    matter().ask_clarification(by=village.actor(village.handler), words=UNCLEAR)
    return visitor


def matter():
    return Matter.system.get()


def test_it_is_the_first_thing_to_do(browser):
    shown = browser.get("/track/matter/")
    first = shown.context["acts"][0]
    assert (first["url"], first["solid"]) == (ADDRESS, True)
    assert shown.content.decode().index(UNCLEAR) < shown.content.decode().index("现在谁在办")


def test_the_page_quotes_what_is_unclear(browser):
    assert UNCLEAR in browser.get(ADDRESS).content.decode()


def test_the_answer_is_given_once_and_stands_in_the_story(browser):
    for _ in range(2):
        assert browser.post(ADDRESS, {"words": ANSWER}).status_code == 302
    assert matter().clarification_answers.count() == 1
    shown = browser.get("/track/matter/").content.decode()
    assert ANSWER in shown
    assert "有一处请您说明" not in shown


def test_an_empty_answer_says_what_to_do(browser):
    answer = browser.post(ADDRESS, {"words": " "})
    assert answer.status_code == 422
    assert "写几句说明。" in answer.content.decode()


def test_with_nothing_open_the_page_leads_back(browser):
    browser.post(ADDRESS, {"words": ANSWER})
    assert browser.get(ADDRESS)["Location"] == "/track/matter/"


def test_the_petitioner_is_told_by_a_notice(browser):
    reader.read()
    told = Notice.objects.get(about="ask_clarification").text
    assert "安平镇有一处没看明白，请您说明；期限照走。" in told
    assert len(told) <= 70
