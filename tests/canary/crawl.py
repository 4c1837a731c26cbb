"""Reading everything that somebody can reach: every link from the pages they begin at, and what they can look for."""

import re
from html import unescape
from typing import Any

from django.test import Client

from tests.api.client import program_of
from tests.desk.signed_in import signed_in
from tests.village import Village

BEGIN = (
    "/desk/",
    "/desk/?view=all",
    "/desk/proposals/",
    "/desk/counter/",
    "/desk/admin/",
    "/en/desk/",
    "/",
    "/help/",
)
LINK = re.compile(r'(?:href|hx-get|src)="(/[^"#]*)')
LOOKED_FOR = ("夜鹭", "紫燕", "墨兰", "渡口", "红渠", "账本", "低保", "雨前")
LIKENESS = (
    {"name": "柏乔三九", "phone": "139 7700 7700", "summary": "夜鹭收了修路的钱"},
    {"name": "柳絮棠五", "phone": "139 7700 8811", "summary": "墨兰渡口乱收钱"},
)
MOST = 150


def everything(village: Village, part: str) -> dict[str, bytes]:
    """Every page that one officer reaches by links, by searching and through the API: address to body."""
    return everything_of(getattr(village, part), looking_for=LOOKED_FOR)


def everything_of(officer: Any, *, looking_for: tuple[str, ...], most: int = MOST) -> dict[str, bytes]:
    """The same of any officer, who searches for these words and reads `most` pages."""
    client = signed_in(officer)
    seen = _linked(client, [*BEGIN, *(f"/desk/search/?q={word}" for word in looking_for)], most)
    for place, typed in enumerate(LIKENESS):
        answer = client.post("/desk/counter/likeness/", typed)
        if answer.status_code == 200:
            seen[f"likeness {place}"] = _without_what_was_asked(_body(answer), typed)
    return seen | _by_program(officer)


def _linked(client: Client, begin: list[str], most: int) -> dict[str, bytes]:
    seen: dict[str, bytes] = {}
    waiting = list(begin)
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        if path in seen or path.startswith("/static/"):
            continue
        answer = client.get(path)
        seen[path] = _body(answer) + str(answer.headers).encode()
        if "html" in answer.get("Content-Type", ""):
            waiting += [unescape(link) for link in LINK.findall(answer.content.decode())]
    return seen


def _by_program(officer: Any) -> dict[str, bytes]:
    program = program_of(officer)
    seen = {path: _body(program.get(path)) for path in ("/matters", "/organs", "/openapi.json")}
    for matter in program.get("/matters").json().get("items", []):
        for part in ("", "/timeline", "/clocks", "/documents", "/acts"):
            seen[f"/matters/{matter['id']}{part}"] = _body(program.get(f"/matters/{matter['id']}{part}"))
    return seen


def _body(answer: Any) -> bytes:
    return b"".join(answer) if answer.streaming else bytes(answer.content)


def _without_what_was_asked(body: bytes, typed: dict[str, str]) -> bytes:
    for value in typed.values():
        body = body.replace(value.encode(), b"")
    return body
