"""A program that uses the API: one officer's token, JSON in and JSON out."""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from huiyin.api.token import Token
from huiyin.people.officer import Officer
from huiyin.people.post import Post

EVERYTHING = ("file", "read", "act")


@dataclass
class Program:
    """Works with one token at /api/v1."""

    token: str = ""

    def get(self, path: str, **query: Any) -> HttpResponse:
        return Client().get(f"/api/v1{path}", query, headers=self._headers())

    def post(self, path: str, body: Any = None, *, key: str = "", **more: Any) -> HttpResponse:
        headers = self._headers() | ({"Idempotency-Key": key} if key else {})
        written = body if isinstance(body, bytes) else json.dumps(body or {})
        asked: dict[str, Any] = {"content_type": "application/json"} | more
        return Client(raise_request_exception=True).post(f"/api/v1{path}", written, headers=headers, **asked)

    def done(self, path: str, body: Any = None, status: int = 201) -> Any:
        """Post, see that it was done, and answer the body."""
        response = self.post(path, body)
        assert response.status_code == status, response.content.decode()
        return response.json()

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


def program_of(officer: Officer, *scopes: str) -> Program:
    """The officer's own program, with every scope unless told."""
    post = officer.actors()[0].post
    return Program(Token.issue(post, list(scopes or EVERYTHING), days=30, officer=officer)[1])


def system_at(post: Post, name: str = "热线平台") -> Program:
    """Another system, which files for a post."""
    return Program(Token.issue(post, ["file"], days=30, system=name)[1])
