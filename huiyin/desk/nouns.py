"""Each act's page by its noun: /desk/matters/…/extension/ is where `extend` is done. One table, made from the acts."""

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
}
"""Acts that leave the same kind of row, each with a noun of its own."""

NOT_HERE = frozenset({"register", "lapse", "settle", "withdraw", "rate", "confirm_transcript"})
"""Acts of the counter, of time, and of petitioners alone."""

KEYS = {
    "triage": "a", "forward": "t", "assign": "b", "notify": "a", "accept": "a", "extend": "x", "investigate": "v",
    "draft": "d", "sign": "s", "send_back": "r", "attempt_delivery": "e", "deliver": "h", "close": "c", "note": "n",
    "supplement": "m", "designate": "p", "instruct": "i", "answer_question": "q", "object": "o", "state_view": "w",
    "archive": "z", "begin_execution": "l", "finish_execution": "f", "decide_review": "d", "decide_final_review": "d",
    "deliver_review": "h", "deliver_final_review": "h",
}  # fmt: skip
"""The bare letter of each act that has one; no two acts of one stage share a letter."""


@cache
def nouns() -> dict[str, str]:
    """Act → noun, for every act that has a page."""
    return {
        name: SHARED.get(name) or _kebab(kind.row.__name__)
        for name, kind in kinds.items()
        if name not in NOT_HERE
    }


@cache
def acts() -> dict[str, str]:
    """Noun → act."""
    return {noun: act for act, noun in nouns().items()}


def _kebab(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
