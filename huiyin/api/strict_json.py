"""Reading a body: JSON and nothing else, in UTF-8, each name once, only numbers and characters that there are."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from huiyin.api.problem import Refused


class StrictParser(Parser):
    """Refuses what two readers could understand differently."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The value in the body. Raises Refused: 415 where it is not said to be JSON, 400 where it is none."""
        if request.content_type != "application/json":
            raise Refused(415, "media-type", _("请用 Content-Type: application/json 发送。"))
        try:
            value = json.loads(request.body.decode(), object_pairs_hook=_once_each, parse_constant=_no_number)
            json.dumps(value, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            raise Refused(400, "json", _("请求体不是合规的 JSON，请检查。")) from error
        return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is not a JSON number")
