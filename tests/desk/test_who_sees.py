"""Who sees what: nobody else's matter exists, a sealed one exists for its keepers, and who looked is written down."""

import pytest
from django.test import Client
from django.urls import reverse

from huiyin.desk import urls
from huiyin.ledger.entry import Entry
from huiyin.matters.access import stream_of
from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, day, done, page_of, to_accepted

OPEN = {"sign-in", "second-factor", "sign-out"}
PLAIN = [one.name for one in urls.urlpatterns if not one.pattern.converters and one.name not in OPEN]
NOUNS = ["triage", "forwarding", "acceptance", "note", "draft", "closure", "seal", "correction", "peek"]


@pytest.mark.parametrize("name", PLAIN)
def test_the_anonymous_are_sent_to_sign_in(db, name):
    answer = Client().get(reverse(f"desk:{name}"))
    assert answer.status_code == 302
    assert answer.url.startswith("/desk/sign-in/?next=")


@pytest.mark.parametrize("noun", ["", *NOUNS])
def test_the_stranger_finds_nothing(village, matter, noun):
    client = signed_in(village.stranger)
    address = page_of(matter) + (f"{noun}/" if noun else "")
    assert client.get(address).status_code == 404
    assert client.post(address, {"seen": 1}).status_code == 404


def test_the_stranger_reaches_it_neither_by_id_nor_by_search_nor_in_the_list(village, matter):
    client = signed_in(village.stranger)
    assert client.get(reverse("desk:matter", args=[matter.pk])).status_code == 404
    assert matter.title not in client.get("/desk/search/", {"q": "石桥村"}).content.decode()
    assert matter.title not in client.get("/desk/search/", {"q": matter.number}).content.decode()
    assert matter.title not in client.get("/desk/").content.decode()


def test_the_organ_that_has_it_sees_it_after_it_was_forwarded_and_not_before(village, matter):
    assert signed_in(village.handler).get(page_of(matter)).status_code == 404
    to_accepted(village, matter)
    assert signed_in(village.handler).get(page_of(matter)).status_code == 200


def test_an_administrators_pages_are_closed_to_everybody_else(village):
    client = signed_in(village.administrator)
    assert client.get("/desk/admin/organs/").status_code == 200
    assert signed_in(village.handler).get("/desk/admin/organs/").status_code == 404


def test_a_sealed_accusation_is_nowhere_but_with_its_keepers(village):
    filing = Filing(
        title="CANARY收了钱",
        text="CANARY收了钱。",
        accusation=True,
        people=(Person(name="何大山"),),
        channel="visit",
    )
    done_ = register(filing, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    sealed = Matter.system.get(pk=done_.matter_id)
    for part in ("registrar", "triager", "administrator", "supervisor", "handler", "stranger"):
        client = signed_in(getattr(village, part))
        assert client.get(reverse("desk:matter", args=[sealed.pk])).status_code == 404
        assert "CANARY" not in client.get("/desk/").content.decode()
        assert client.get("/desk/search/", {"q": "收了钱"}).context["lines"] == []


def test_a_look_is_written_down_once_an_hour(village, matter):
    client = signed_in(village.triager)
    client.get(page_of(matter))
    client.get(page_of(matter))
    assert Entry.objects.filter(stream=stream_of(matter)).count() == 1


def test_names_are_masked_in_lists_and_whole_where_it_is_handled(village, matter):
    to_accepted(village, matter)
    client = signed_in(village.handler)
    assert "何大山" not in client.get("/desk/").content.decode()
    assert "何大山" in client.get(page_of(matter)).content.decode()


def test_who_asked_to_be_hidden_is_not_named_to_the_organ_complained_of(village):
    filing = Filing(
        title="安平镇不发补偿", text="镇里说没有钱。", people=(Person(name="廖秀英", phone="13800000001"),),
        named=(village.town,), hide_identity=True,
    )  # fmt: skip
    registered = register(filing, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    matter = Matter.system.get(pk=registered.matter_id)
    to_accepted(village, matter)
    shown = signed_in(village.handler).get(page_of(matter)).content.decode()
    assert "廖" not in shown
    assert "13800000001" not in shown


def test_before_triage_an_organ_that_it_names_cannot_search_it(village):
    filing = Filing(title="登记窗口不收材料", text="窗口说不归他们管。", named=(village.city_office,))
    registered = register(filing, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    matter = Matter.system.get(pk=registered.matter_id)
    client = signed_in(village.triager)
    assert client.get("/desk/search/", {"q": "登记窗口"}).context["lines"] == []
    done(
        village.triager, matter, "triage", kind="appeal_claim", reports_wrongdoing="False", title=matter.title
    )
    assert len(client.get("/desk/search/", {"q": "登记窗口"}).context["lines"]) == 1


def test_notes_stay_inside_the_organ_that_wrote_them(village, matter):
    to_accepted(village, matter)
    done(village.handler, matter, "note", words="电话没有接通，下周再打。")
    assert "下周再打" in signed_in(village.handler).get(page_of(matter)).content.decode()
    assert "下周再打" not in signed_in(village.triager).get(page_of(matter)).content.decode()


def test_an_assistant_prepares_and_does_not_sign(village, matter):
    to_accepted(village, matter)
    done(village.handler, matter, "investigation", plan="到村里核实", due_on=day(5))
    done(village.handler, matter, "draft", **_answers(matter))
    seat = village.second.holdings.get()
    seat.capacity = "assistant"
    seat.save()
    client = signed_in(village.second)
    assert at(matter, "reply") not in client.get(page_of(matter)).content.decode()
    assert client.post(at(matter, "reply"), {"seen": matter.version, "confirm": "1"}).status_code == 422
    assert matter.stage == "drafted"


def _answers(matter):
    said = {}
    for request in matter.requests.all():
        for name in ("facts", "reasons", "basis"):
            said[f"r{request.position}_{name}"] = "2026年3月写明了"
        said[f"r{request.position}_opinion"] = "explained"
    return said
