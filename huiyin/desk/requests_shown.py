"""The requests of a matter with the way each goes and, once there is one, its answer."""

from typing import Any

from django.urls import reverse

from huiyin.desk.tongue import said
from huiyin.matters.draft import Opinion
from huiyin.matters.party import Side


def requests_of(found: Any) -> list[dict[str, Any]]:
    """Position, words, who asks where it is not the petitioners, legal route, and the signed answer with its policies."""
    law = found.matter.law
    answers = found.answers
    names = {party.pk: party.petitioner.name for party in found.parties if party.side != Side.PETITIONER}
    return [
        {
            "position": request.position,
            "words": request.text,
            "asked_by": names.get(request.party_id, ""),
            "route": said(law.routes[request.route]) if request.route in law.routes else "",
            "opinion": Opinion(answer["opinion"]).label if (answer := answers.get(str(request.pk))) else "",
            "reasons": answer["reasons"] if answer else "",
            "policies": [_policy(cited) for cited in answer.get("cited", ())] if answer else [],
            "execute_by": answer.get("execute_by", "") if answer else "",
        }
        for request in found.matter.requests.all()
    ]


def _policy(cited: dict[str, str]) -> dict[str, str]:
    words = " ".join(filter(None, (f"《{cited['policy']}》{cited['number']}", cited["label"])))
    return {"words": words, "url": reverse("desk:policy", args=[cited["version"]])}
