"""The requests of a matter with the way each goes and, once there is one, its answer."""

from typing import Any

from huiyin.desk.tongue import said
from huiyin.matters.draft import Opinion


def requests_of(found: Any) -> list[dict[str, Any]]:
    """Position, words, legal route, and the signed answer, request by request."""
    law = found.matter.law
    answers = found.answers
    return [
        {
            "position": request.position,
            "words": request.text,
            "route": said(law.routes[request.route]) if request.route in law.routes else "",
            "opinion": Opinion(answer["opinion"]).label if (answer := answers.get(str(request.pk))) else "",
            "reasons": answer["reasons"] if answer else "",
            "execute_by": answer.get("execute_by", "") if answer else "",
        }
        for request in found.matter.requests.all()
    ]
