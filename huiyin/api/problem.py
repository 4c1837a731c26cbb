"""A problem (RFC 9457): how every refusal of the API looks, whatever went wrong, as application/problem+json."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema
from ninja.responses import Response

MEDIA_TYPE = "application/problem+json"
STATUSES = (400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503)
"""What any operation may answer instead of doing as asked; 429 comes from a proxy in front."""


class Fault(Schema):
    """One field that is wrong, and what is wrong with it."""

    field: str
    detail: str


class Problem(Schema):
    """Why something was not done. `detail` says in the reader's language what to do now."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    field: str | None = Field(None, description="the field that is wrong, as people.0.phone")
    errors: list[Fault] | None = Field(None, description="every field that is wrong")


class Refused(Exception):
    """The door's own refusal: status, short name, and a sentence that the reader can act on."""

    def __init__(self, status: int, name: str, sentence: str, **more: Any) -> None:
        super().__init__(sentence)
        self.status, self.name, self.sentence, self.more = status, name, str(sentence), more


def answer(request: HttpRequest, status: int, name: str, sentence: str, **more: Any) -> HttpResponse:
    """The problem as a response. `name` ends its type; `more` are members of their own, such as `field`."""
    told = {
        "type": f"urn:huiyin:problem:{name}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": str(sentence),
        "instance": request.path,
    }
    response = Response(told | {key: value for key, value in more.items() if value}, status=status)
    response["Content-Type"] = MEDIA_TYPE
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="huiyin"'
    return response
