"""The addresses of the API: a token lets in, and what is not one's own does not exist."""

from typing import Any

from huiyin.api.acts import offered
from huiyin.matters.matter import Matter
from huiyin.matters.review import Review
from tests.addresses.kinds import EVERYBODY, OFFICERS, Address, one


def api(may: frozenset[str] = OFFICERS, *answers: int, **more: Any) -> Address:
    """An address of the API: 401 without a token, 400 or 422 for a body that says nothing, whoever sends it."""
    told = {"answers": frozenset(answers or {200}), "refusals": frozenset({400, 401, 404, 405, 422})}
    return Address(may, **told | more)


def api_matter(*answers: int, few: bool = False, **parts: str) -> Address:
    """An address of the API about one matter, or a part of it."""
    return api(OFFICERS, *answers, args=one(id="pk", **parts), of_thing=True, few=few)


API = {
    "api:openapi-json": api(EVERYBODY),
    "api:api-root": api(EVERYBODY, 404),
    "api-nothing": api(EVERYBODY, 404),
    "api:petitions": api(OFFICERS, 405),
    **dict.fromkeys(("api:matters", "api:organs"), api()),
    "api:due": api(EVERYBODY, 200, 422, args=lambda world, thing: [{"rules": "cn-2022"}]),
    **dict.fromkeys(("api:matter", "api:timeline", "api:clocks", "api:documents", "api:acts"), api_matter()),
    "api:document": api_matter(document="document"),
    **{f"api:{noun}": api_matter(405, few=True) for _, noun in offered(Matter)},
    **{f"api:{noun}": api_matter(405, few=True, review="review") for _, noun in offered(Review)},
    **dict.fromkeys(("api:approval", "api:sending_back"), api_matter(405, few=True, proposal="proposal")),
}
