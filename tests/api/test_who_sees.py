"""What is not the caller's to see does not exist; who looked is written down; what is sealed is seen by grant alone."""

import uuid

import pytest

from huiyin.api.v1 import api
from huiyin.ledger.entry import Entry
from huiyin.matters import access
from huiyin.matters.matter import find
from huiyin.matters.routing import RoutingRule
from huiyin.people.officer import Officer
from tests.api.client import program_of
from tests.api.test_main_path import PETITION, at_town, registered
from tests.matters import stages
from tests.village import SINCE, Village


def paths_below_a_matter() -> list[tuple[str, str]]:
    """Every method and path of the description that names a matter."""
    described = api.get_openapi_schema(path_prefix="")["paths"]
    return [(method, path) for path, methods in described.items() for method in methods if "{id}" in path]


def test_the_stranger_finds_no_matter_at_any_address(village: Village) -> None:
    matter = registered(village)["matter"]
    stranger, some = program_of(village.stranger), str(uuid.uuid4())
    found = {}
    for method, path in paths_below_a_matter():
        at = path.format(id=matter, document=some, review=some, proposal=some)
        response = stranger.get(at) if method == "get" else stranger.post(at, fitting(path))
        found[path] = response.status_code
    assert set(found.values()) == {404}, found


def fitting(path: str) -> dict:
    """A body that the description of this operation allows, so that nothing but the matter can be refused."""
    schema = api.get_openapi_schema(path_prefix="")
    content = schema["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
    body = schema["components"]["schemas"][content["$ref"].rpartition("/")[2]]
    return {name: value_of(body["properties"][name]) for name in body.get("required", [])}


def value_of(shape: dict) -> object:
    if "const" in shape:
        return shape["const"]
    if "enum" in shape:
        return shape["enum"][0]
    if shape.get("format") == "uuid":
        return str(uuid.uuid4())
    if shape.get("format") == "date-time":
        return "2026-10-01T09:00:00+08:00"
    if shape.get("format") == "date":
        return "2026-10-01"
    return {"string": "写一句", "boolean": False, "integer": 1, "array": []}[shape["type"]]


def test_the_strangers_list_is_empty(village: Village) -> None:
    registered(village)
    assert program_of(village.stranger).get("/matters").json()["items"] == []


def sealed_in(village: Village) -> str:
    return program_of(village.registrar).done("/petitions", PETITION | {"accusation": True})["matter"]


def listed_by(officer: Officer) -> list[str]:
    return [row["id"] for row in program_of(officer).get("/matters").json()["items"]]


def test_a_sealed_matter_is_listed_to_its_keepers_alone(village: Village) -> None:
    matter = sealed_in(village)
    assert listed_by(village.keeper) == [matter]
    assert listed_by(village.triager) == listed_by(village.administrator) == []


def test_a_sealed_matter_is_not_found_by_who_registered_it(village: Village) -> None:
    assert program_of(village.registrar).get(f"/matters/{sealed_in(village)}").status_code == 404


def test_looking_through_the_api_is_written_down_once_an_hour(village: Village) -> None:
    matter, program = registered(village)["matter"], program_of(village.triager)
    program.get(f"/matters/{matter}")
    program.get(f"/matters/{matter}/clocks")
    looks = Entry.objects.filter(stream=access.stream_of(find(matter)))
    assert [look.officer for look in looks] == [village.triager.pk]


def test_a_list_turns_its_pages_without_losing_a_matter(village: Village) -> None:
    matters = [registered(village)["matter"] for _each in range(3)]
    program = program_of(village.triager)
    first = program.get("/matters", limit=2).json()
    second = program.get("/matters", limit=2, before=first["next"]).json()
    assert [row["id"] for row in first["items"] + second["items"]] == matters[::-1]
    assert second["next"] is None


def test_petitioners_are_masked(village: Village) -> None:
    told = program_of(village.triager).get(f"/matters/{registered(village)['matter']}")
    assert told.json()["parties"][0]["name"] == "廖**"
    assert "13800000001" not in told.content.decode()


def test_a_proposal_of_another_organ_is_not_found(village: Village) -> None:
    path = at_town(village)
    response = program_of(village.triager).post(f"{path}/proposals/{uuid.uuid4()}/approval")
    assert response.status_code == 404


@pytest.mark.seed("S137")
def test_a_matter_says_what_the_routing_table_proposes_and_why(village):
    RoutingRule.objects.create(organ=village.bureau, reason="三定规定第四条", since_on=SINCE)
    matter = stages.triaged_matter(village)
    told = program_of(village.triager).get(f"/matters/{matter.pk}").json()["proposed"]
    assert told["organ"]["name"] == "明川市自然资源局"
    assert told["why"] == "按分工表：不限，归市自然资源局。三定规定第四条"


@pytest.mark.seed("S137")
def test_for_a_sealed_matter_the_api_proposes_nobody(village):
    RoutingRule.objects.create(organ=village.bureau, reason="三定规定第四条", since_on=SINCE)
    sealed = stages.registered_matter(village, accusation=True)
    assert program_of(village.keeper).get(f"/matters/{sealed.pk}").json()["proposed"] is None
