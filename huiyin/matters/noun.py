"""Each act by its noun: `extend` is an extension, at the desk's address and in the API alike. Made from the acts' rows."""

import re
from functools import cache

from huiyin.matters.act import kinds

SHARED = {
    "forward": "forwarding",
    "assign": "assigning",
    "refer_judicial": "judicial-referral",
    "refer_discipline": "discipline-referral",
    "agree_objection": "agreed-objection",
    "refuse_objection": "refused-objection",
    "settle_dispute": "settled-dispute",
    "decide_review": "review-decision",
    "decide_final_review": "final-review-decision",
    "deliver_review": "proof-of-review-delivery",
    "deliver_final_review": "proof-of-final-review-delivery",
    "request_review": "review-request",
    "request_final_review": "final-review-request",
    "take_in": "taking-in",
    "let_go": "letting-go",
}
"""Acts that leave the same kind of row, each with a noun of its own."""


@cache
def nouns() -> dict[str, str]:
    """Act → noun, for every act there is."""
    return {name: SHARED.get(name) or kebab(kind.row.__name__) for name, kind in kinds.items()}


def kebab(name: str) -> str:
    """ProofOfDelivery as proof-of-delivery."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
