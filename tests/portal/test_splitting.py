"""Two matters of one petition on the progress page: one code, and a button from each to the other."""

import pytest
from django.test import Client

from huiyin.mailroom import reader
from huiyin.mailroom.notice import Notice
from huiyin.matters.matter import Matter
from tests.matters import stages
from tests.portal.walk import look_up

pytestmark = pytest.mark.django_db
ADDRESS = "/track/matter/other/"
SAID = {"title": "低保停发", "text": "去年十月停发了低保。", "reason": "两个单位办"}


@pytest.fixture
def first(village):
    matter = stages.triaged_matter(village, wishes=("修好灌溉渠", "补发低保"))
    matter.split(by=village.actor(village.triager), positions="2", **SAID)
    return matter


@pytest.fixture
def second(first):
    return first.halves().get()


@pytest.fixture
def browser(first):
    visitor = Client()
    look_up(visitor, first.number, first.receipts.get().shown)
    return visitor


def shown(browser):
    return browser.get("/track/matter/").context["number"]


def test_each_leads_to_the_other(browser, first, second):
    assert "分开来办" in browser.get("/track/matter/").content.decode()
    for there in (second, first):
        browser.post(ADDRESS, {"number": there.number})
        assert shown(browser) == there.number


def test_the_second_is_looked_up_with_its_own_number_and_the_same_code(first, second):
    visitor = Client()
    look_up(visitor, second.number, first.receipts.get().shown)
    assert shown(visitor) == second.number


def test_a_number_that_the_code_does_not_open_leads_nowhere(village, browser, first):
    foreign = stages.registered_matter(village)
    browser.post(ADDRESS, {"number": foreign.number})
    assert shown(browser) == first.number


def test_without_a_visit_it_asks_for_the_code(second):
    assert Client().post(ADDRESS, {"number": second.number})["Location"] == "/track/"


def test_the_petitioner_is_told_of_the_splitting_and_not_twice_of_the_receipt(first, second):
    reader.read()
    assert Notice.objects.filter(matter=first, about="split").count() == 1
    assert not Notice.objects.filter(matter=Matter.system.get(pk=second.pk), about="register").exists()
