"""What pages cost, in queries."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from huiyin.desk.finding import address_of, one_address, ref_of
from huiyin.matters.filing import Filing, Person
from huiyin.matters.registration import register
from tests.desk.signed_in import signed_in
from tests.desk.walking import page_of, to_accepted, to_delivered


def cost(client, address: str) -> int:
    """Queries of one page, seen before within the hour."""
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_inbox_asks_at_most_twelve_questions_however_long(village):
    for number in range(12):
        filing = Filing(title=f"第 {number} 件", text="补偿没有到账。", people=(Person(name=f"何{number}"),))
        register(filing, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    assert cost(signed_in(village.triager), "/desk/") <= 12


def test_a_matter_asks_at_most_twenty(village, matter):
    to_accepted(village, matter)
    assert cost(signed_in(village.handler), page_of(matter)) <= 20
    to_delivered(village, matter)
    assert cost(signed_in(village.handler), page_of(matter)) <= 20


def test_a_search_asks_at_most_twelve(village, matter):
    assert cost(signed_in(village.triager), "/desk/search/?q=石桥村") <= 12


def test_the_addresses_of_a_list_are_those_of_one(village, matter):
    assert one_address("desk:matter")(matter) == address_of(matter)
    assert one_address("desk:peek")(matter) == reverse("desk:peek", args=[ref_of(matter)])
