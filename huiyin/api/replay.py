"""Marking an answer that was given before: its header says so."""

from typing import Any

from django.http import HttpRequest

from huiyin.api.answered import Answer

HEADER = "Idempotency-Replayed"


def marked(request: HttpRequest, answer: Answer, told: Any) -> Any:
    """The answer as it is told, after noting on the request whether it is a repeat (the door writes the header)."""
    request.is_repeat = answer.again  # type: ignore[attr-defined]
    return told
