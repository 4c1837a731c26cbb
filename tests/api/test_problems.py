"""Every refusal is a problem: application/problem+json with a sentence that its reader can act on."""

import pytest
from django.test import Client

from tests.api.client import program_of
from tests.api.test_main_path import PETITION, accepted, at_town
from tests.village import Village

JSON = "application/problem+json"


def test_an_act_that_the_stage_does_not_allow_is_refused_with_a_sentence(village: Village) -> None:
    path, town = accepted(village)
    response = town.post(f"{path}/acceptance", {"handler": str(village.handler.actors()[0].post.pk)})
    assert (response.status_code, response["Content-Type"]) == (422, JSON)
    assert "办不了" in response.json()["detail"]


def test_the_second_of_two_officers_is_told_that_somebody_was_first(village: Village) -> None:
    path, town = accepted(village)
    seen = town.get(path).json()["version"]
    body = {"plan": "到现场看", "due_on": "2026-01-01", "seen": seen}
    assert town.post(f"{path}/investigation", body).status_code == 201
    late = town.post(f"{path}/suspension", {"reason_code": "succession", "reason": "等继承人", "seen": seen})
    assert (late.status_code, late.json()["type"]) == (409, "urn:huiyin:problem:overtaken")


def test_the_second_proposal_of_one_act_is_told_that_one_waits(village: Village) -> None:
    path, town = accepted(village)
    town.done(f"{path}/extension", {"days": 10, "reason": "等测绘"}, status=202)
    assert town.post(f"{path}/extension", {"days": 5, "reason": "等测绘"}).status_code == 409


def test_an_organ_that_may_not_be_chosen_is_a_wrong_field(village: Village) -> None:
    path, town = accepted(village)
    response = town.post(f"{path}/designation", {"handler": str(village.bureau_handler.actors()[0].post.pk)})
    assert (response.status_code, response.json()["field"]) == (422, "handler")


def test_every_wrong_field_is_named(village: Village) -> None:
    response = program_of(village.registrar).post("/petitions", {"title": " ", "colour": "red"})
    assert {fault["field"] for fault in response.json()["errors"]} == {"title", "text", "colour"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"title": "a", "title": "b", "text": "c"}', 400),
        (b'{"title": "\\ud800", "text": "c"}', 400),
        (b'{"title": "a\\u0000", "text": "c"}', 422),
        (b'{"title": "a", "text": "c", "people_count": ' + b"9" * 5000 + b"}", 400),
        (b'{"title": "a", "text": "c", "people_count": 99999999999}', 422),
        (b'{"title": "a", "text": "c", "people_count": NaN}', 400),
        (b"[" * 100_000, 400),
        ("标题".encode("gb18030"), 400),
        (b"", 422),
    ],
)
def test_a_body_that_cannot_be_is_refused(village: Village, body: bytes, status: int) -> None:
    response = program_of(village.registrar).post("/petitions", body)
    assert (response.status_code, response["Content-Type"]) == (status, JSON)


def test_a_body_that_is_not_json_is_refused(village: Village) -> None:
    response = program_of(village.registrar).post("/petitions", b"title=a", content_type="text/plain")
    assert (response.status_code, response["Content-Type"]) == (415, JSON)


def test_a_body_that_is_too_big_is_refused(village: Village) -> None:
    response = program_of(village.registrar).post("/petitions", PETITION | {"text": "渠" * 6_000_000})
    assert (response.status_code, response["Content-Type"]) == (413, JSON)


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v1/", "/api/v1/nothing", "/api/v1/matters/1", "/api/v2/matters"]
)
def test_an_address_that_is_not_there_says_so_in_json(client: Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (404, JSON)


def test_a_method_that_is_not_there_says_so_in_json(client: Client) -> None:
    response = client.delete("/api/v1/matters")
    assert (response.status_code, response["Content-Type"], response["Allow"]) == (405, JSON, "GET")


def test_the_sentence_is_in_the_language_asked_for(village: Village) -> None:
    path, town = accepted(village)
    headers = {"Authorization": f"Bearer {town.token}", "Accept-Language": "en"}
    assert Client().get(f"/api/v1{path}", headers=headers)["Content-Language"] == "en"


def test_what_was_said_at_one_key_is_answered_again(village: Village) -> None:
    path = at_town(village)
    town = program_of(village.handler)
    body = {"route": "L6", "procedure": "由镇里调查后书面答复"}
    first, again = (town.post(f"{path}/notification", body, key="n-1") for _each in range(2))
    assert (again.status_code, again.json()) == (201, first.json())
    assert again["Idempotency-Replayed"] == "true"
