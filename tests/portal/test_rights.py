"""The rights that the progress page names are pages: recusal, agents, own data, and a complaint that goes above."""

import json

import pytest
from django.test import Client

from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from huiyin.people.petitioner import Petitioner
from huiyin.portal.conduct import organ_above
from tests.mailroom import story
from tests.matters import stages
from tests.portal.walk import STORY, WHO, filed, look_up

pytestmark = pytest.mark.django_db
AT = "/track/matter/"
RUDE = {"manners": ["rude", "sent_around"], "words": "3月5日到镇里，说没空。", "hidden": "on"}


@pytest.fixture
def browser(village, client):
    """A visit to a matter that the town has accepted."""
    receipt = filed(client, who={**WHO, "address": "城南县石桥村", "id_type": "resident"})
    visitor = Client()
    look_up(visitor, receipt.number, receipt.shown)
    story.accept(village, matter())
    return visitor


def matter():
    return Matter.system.filter(linked_to=None).order_by("pk").first()


def test_the_page_leads_to_each_right(browser):
    shown = browser.get(AT).content.decode()
    assert all(f"{AT}{right}/" in shown for right in ("recusal", "agent", "conduct", "own-data"))


def test_a_recusal_is_asked_for_and_stands_in_the_story(browser):
    asked = {"whom": "承办的罗干事", "reason": "他是对方的姐夫。"}
    assert browser.post(f"{AT}recusal/", asked).status_code == 302
    assert matter().recusal_requests.get().whom == asked["whom"]
    shown = browser.get(AT).content.decode()
    assert asked["reason"] in shown and f'href="{AT}recusal/"' not in shown


def test_a_second_recusal_is_answered_in_the_page(browser):
    asked = {"whom": "承办的罗干事", "reason": "他是对方的姐夫。"}
    browser.post(f"{AT}recusal/", asked)
    again = browser.post(f"{AT}recusal/", asked)
    assert again.status_code == 422 and "还在看" in again.content.decode()


def test_an_agent_is_named_and_ended(browser):
    browser.post(f"{AT}agent/", {"name": "廖小军", "phone": "13800000009", "mandate": "代收答复"})
    agent = matter().agents().get()
    assert agent.name in browser.get(f"{AT}own-data/").content.decode()
    browser.post(f"{AT}agent/{agent.pk}/ending/")
    assert browser.post(f"{AT}agent/{agent.pk}/ending/").status_code == 302
    assert not matter().agents().exists()


def test_one_sees_what_is_kept_and_puts_it_right(browser):
    assert WHO["name"] in browser.get(f"{AT}own-data/").content.decode()
    browser.post(f"{AT}own-data/contact/", {"phone": "139 0000 0007", "address": "搬到了柳湾村"})
    shown = browser.get(f"{AT}own-data/").content.decode()
    assert "139 0000 0007" in shown and "搬到了柳湾村" in shown
    assert Petitioner.objects.found_by_phone("13900000007").exists()


def test_who_leaves_neither_phone_nor_address_is_told_why_one_is_needed(browser):
    answer = browser.post(f"{AT}own-data/contact/", {"phone": " ", "address": ""})
    assert answer.status_code == 422 and "至少留一样" in answer.content.decode()
    assert matter().parties.get().petitioner.phone


def test_the_copy_to_take_away_holds_words_people_and_story(browser):
    answer = browser.get(f"{AT}own-data.json")
    taken = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith("attachment") and "no-store" in answer["Cache-Control"]
    assert taken["petitions"][0]["text"] == STORY["text"]
    assert taken["people"][0]["姓名"] == WHO["name"]
    assert taken["requests"] == ["重新量一次", "按实际亩数补"]
    assert len(taken["story"]) >= 4


@pytest.mark.seed("S020")
def test_a_complaint_of_rudeness_goes_above_and_past_the_organ(browser, village):
    answer = browser.post(f"{AT}conduct/", {"organ": str(village.town.pk), **RUDE})
    complaint = Petition.objects.order_by("pk").last().matter
    assert complaint.lead.organ == village.county_office
    assert complaint.number in answer.content.decode()
    for officer in (village.handler, village.head, village.second):
        assert not Matter.objects.visible_to(officer).filter(pk=complaint.pk).exists()
    assert complaint.mentions.filter(organ=village.town).exists()


@pytest.mark.seed("S020")
def test_one_tick_is_enough_and_sent_twice_it_is_one(browser, village):
    said = {"organ": str(village.town.pk), "manners": ["rude"]}
    before = Petition.objects.count()
    for _ in range(2):
        assert browser.post(f"{AT}conduct/", said).status_code == 200
    assert Petition.objects.count() == before + 1


@pytest.mark.seed("S020")
@pytest.mark.parametrize(
    ("organ", "above"),
    [
        ("town", "county_office"),
        ("county_office", "city_office"),
        ("bureau", "city_office"),
        ("city_office", "city"),
    ],
)
def test_it_is_never_looked_at_by_the_organ_itself(village, organ, above):
    assert organ_above(getattr(village, organ)) == getattr(village, above)


def test_nothing_is_sent_without_an_organ_and_a_tick(browser):
    answer = browser.post(f"{AT}conduct/", {})
    assert answer.status_code == 422 and "至少勾一项" in answer.content.decode()


def test_from_what_is_sealed_it_leads_to_the_confidential_way(village):
    receipt = stages.registration(village, accusation=True).receipt
    visitor = Client()
    look_up(visitor, "", receipt.shown)
    assert visitor.get(f"{AT}conduct/")["Location"] == "/report/"
