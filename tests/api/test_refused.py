"""guard_schema and guard_rank at the API: what it describes names nothing forbidden, and nobody chooses an order."""

import json

from huiyin.api.v1 import api
from tests.matters.test_guard import FORBIDDEN

SCHEMA = api.get_openapi_schema(path_prefix="")


def test_the_description_of_the_api_says_no_forbidden_word():
    said = json.dumps(SCHEMA, ensure_ascii=False, default=str)
    assert "/matters" in said
    assert FORBIDDEN.findall(said) == []


def test_no_address_takes_an_order():
    asked = {
        parameter["name"]
        for path in SCHEMA["paths"].values()
        for described in path.values()
        for parameter in described.get("parameters", ())
    }
    assert "limit" in asked
    assert asked & {"order", "order_by", "ordering", "sort", "sort_by", "rank"} == set()
