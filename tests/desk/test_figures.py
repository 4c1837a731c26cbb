"""指标: every number leads to exactly its rows, under any filter and for everybody; the order is that of codes."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
import time_machine
from django.db import transaction

from huiyin.desk.frame import READ_FIGURES
from huiyin.insight.indicators import INDICATORS
from huiyin.matters.matter import Matter
from tests.addresses.kinds import having
from tests.desk.signed_in import signed_in
from tests.matters import stages
from tests.village import CAST, Village
from tests.village import village as found_village

READERS = sorted(frozenset().union(*map(having, READ_FIGURES)))
YEAR = "?since=2026-01-01&until=2026-12-31"
NOTHINGS = 3  # so many zeros are followed on each page
NUMBER = re.compile(r'<a href="(/desk/figures/[^"?]+/[^"?]+/\?[^"]+)">(\d+)</a>')


@pytest.fixture(scope="module")
def city(django_db_setup: None, django_db_blocker) -> Iterator[Village]:
    """Matters at several stages, at two organs and one elsewhere, some of them late; every test only reads."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(stages.after(75)):
        yield _peopled(found_village())
        transaction.set_rollback(True)


def _peopled(village):
    stages.delivered_matter(village)
    stages.closed_matter(village)
    for days in (0, 1, 60):
        stages.accepted_matter(village, at=stages.after(days))
    objected = stages.objected_matter(village)
    objected.agree_objection(
        by=village.actor(village.triager), at=stages.START, reason="归局里", to=village.bureau
    )
    stages.registered_matter(village, accusation=True, named=(village.town,))
    stages.registration(village, organ=village.elsewhere)
    return village


def numbers_on(client, address):
    """Every number of a page with the address that it leads to."""
    return {unescape(url): int(count) for url, count in NUMBER.findall(client.get(address).content.decode())}


def rows_behind(client, url):
    return client.get(url).context["page"].paginator.count


def require_equal(client, address):
    """Each number of the page is the count of the rows that it leads to; returns how many numbers there were."""
    numbers = numbers_on(client, address)
    nothing = [url for url, count in numbers.items() if not count]
    followed = {url: numbers[url] for url in numbers if numbers[url] or url in nothing[:NOTHINGS]}
    assert {url: rows_behind(client, url) for url in followed} == followed
    return len(numbers)


@pytest.mark.parametrize("part", READERS)
def test_every_number_is_the_count_of_the_rows_that_it_leads_to(city, part):
    assert require_equal(signed_in(getattr(city, part)), f"/desk/figures/{YEAR}") > len(INDICATORS) * 2


def test_the_same_of_other_days(city):
    assert require_equal(signed_in(city.triager), "/desk/figures/?since=2026-03-01&until=2026-05-10")


def test_the_same_at_one_organ(city):
    client, address = signed_in(city.triager), f"/desk/figures/{YEAR}&organ={city.bureau.pk}"
    assert require_equal(client, address)
    assert sum(numbers_on(client, address).values())


@pytest.mark.parametrize("name", ["answered", "notified", "replied", "delivered", "web"])
def test_the_numbers_of_the_organs_add_up_and_lead_to_their_rows(city, name):
    client = signed_in(city.triager)
    assert require_equal(client, f"/desk/figures/{name}/{YEAR}")
    told = client.get(f"/desk/figures/{name}/{YEAR}").context
    of_organs = [[number["count"] for number in figure["all"]] for _organ, figure in told["organs"]]
    assert list(map(sum, zip(*of_organs, strict=True))) == [
        number["count"] for number in told["whole"]["all"]
    ]


def test_organs_stand_in_the_order_of_their_codes_whatever_they_count(city):
    told = signed_in(city.triager).get(f"/desk/figures/notified/{YEAR}").context["organs"]
    assert [organ for organ, _figure in told] == [city.bureau, city.town]
    bureau, town = (sum(number["count"] for number in figure["all"]) for _organ, figure in told)
    assert bureau < town  # ordered by number, the town would stand first


@pytest.mark.seed("S132")
def test_the_two_promises_stand_on_top_with_their_exceptions_one_click_away(city):
    client = signed_in(city.supervisor)
    answered, carried_out = client.get(f"/desk/figures/{YEAR}").context["on_top"]
    overdue = next(number for number in answered["parts"] if number["parts"][0].name == "unanswered")
    assert overdue["count"] == 3
    page = client.get(overdue["url"]).content.decode()
    assert page.count(stages.TITLE) == 3
    assert (str(answered["indicator"].label), str(carried_out["indicator"].label)) == (
        "事事有回音",
        "件件有落实",
    )


@pytest.mark.django_db
def test_eight_matters_cost_as_many_queries_as_two(village, django_assert_max_num_queries):
    client = signed_in(village.triager)
    for _each in range(8):
        stages.delivered_matter(village)
    with django_assert_max_num_queries(28):
        client.get(f"/desk/figures/{YEAR}")
    with django_assert_max_num_queries(10):
        client.get(f"/desk/figures/replied/in_time/{YEAR}")


def test_nobody_finds_a_sealed_accusation_behind_a_number_not_even_its_keepers(city):
    client = signed_in(city.other_keeper)
    assert Matter.objects.visible_to(city.other_keeper).count() == 1
    assert not any(numbers_on(client, f"/desk/figures/{YEAR}").values())


@pytest.mark.parametrize("part", sorted(set(CAST) - set(READERS)))
def test_for_everybody_else_the_page_is_not_there(village, part):
    client = signed_in(getattr(village, part))
    for address in ("figures/", "figures/methods/", "figures/replied/", "figures/replied/late/"):
        assert client.get(f"/desk/{address}").status_code == 404


@pytest.mark.parametrize(
    "address", ["nonsense/", "replied/nonsense/", "replied/late+nonsense/", "replied/late/?since=x"]
)
def test_what_is_no_number_has_no_rows(village, address):
    assert signed_in(village.triager).get(f"/desk/figures/{address}").status_code == 404


def test_wrong_days_are_said_beside_their_field(village):
    assert signed_in(village.triager).get("/desk/figures/?since=x").status_code == 422


def test_the_methods_page_says_every_formula_of_the_table(village):
    page = signed_in(village.supervisor).get("/desk/figures/methods/").content.decode()
    for indicator in INDICATORS:
        for rate in indicator.rates:
            assert str(rate.label) in page
            assert " + ".join(str(part.label) for part in rate.denominator) in page
        assert all(str(part.says) in page for part in indicator.parts)
    assert "按期答复率(含未到期)" in page
    assert "按期答复率(已到期)" in page


def test_a_row_names_no_petitioner(city):
    page = signed_in(city.triager).get(f"/desk/figures/replied/in_time/{YEAR}").content.decode()
    assert stages.TITLE in page
    assert "廖" not in page
