"""GET /statute/{rules}/due counts as the statute does, without a token."""

from django.test import Client


def due(client: Client, **asked: object) -> object:
    return client.get("/api/v1/statute/cn-2022/due", asked)


def test_a_term_is_counted_with_its_extensions(client: Client) -> None:
    told = due(client, term="handling", start="2026-01-05", extend=[10, 20]).json()
    assert (told["raw"], told["provisional"]) == ("2026-04-05", False)


def test_it_says_which_rule_fired(client: Client) -> None:
    told = client.get("/api/v1/statute/zj-2016/due", {"term": "handling", "start": "2026-01-05"}).json()
    assert (told["due"], told["by"]) == ("2026-02-04", "《浙江省信访条例》第二十三条")


def test_an_extension_too_long_is_refused(client: Client) -> None:
    assert due(client, term="handling", start="2026-01-05", extend=[31]).status_code == 422


def test_a_rule_set_that_is_not_installed_is_not_found(client: Client) -> None:
    assert client.get("/api/v1/statute/cn-1949/due?term=handling&start=2026-01-05").status_code == 404


def test_a_day_that_is_none_is_refused(client: Client) -> None:
    assert due(client, term="handling", start="2026-02-30").status_code == 422
