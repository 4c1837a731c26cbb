"""Each act's page by its noun: /desk/matters/…/extension/ is where `extend` is done. One table, made from the acts."""

from functools import cache

from huiyin.matters import noun

NOT_HERE = frozenset(
    {
        "register",
        "lapse",
        "settle",
        "withdraw",
        "rate",
        "confirm_transcript",
        "remand",
        "annul",
        "succeed",
        "recount",
        "take_in",
        "let_go",
        "carry_on",
    }
)
"""Acts of the counter, of time, of petitioners alone, what another act does, and what is done to a whole batch."""

KEYS = {
    "triage": "a", "forward": "t", "assign": "b", "notify": "a", "accept": "a", "extend": "x", "investigate": "v",
    "draft": "d", "sign": "s", "send_back": "r", "attempt_delivery": "e", "deliver": "h", "close": "c", "note": "n",
    "supplement": "m", "designate": "p", "instruct": "i", "answer_question": "q", "object": "o", "state_view": "w",
    "archive": "z", "begin_execution": "l", "finish_execution": "f", "decide_review": "d", "decide_final_review": "d",
    "deliver_review": "h", "deliver_final_review": "h", "ask_assistance": "j", "assist": "d",
}  # fmt: skip
"""The bare letter of each act that has one; no two acts of one stage share a letter."""


@cache
def nouns() -> dict[str, str]:
    """Act → noun, for every act that has a page."""
    return {act: word for act, word in noun.nouns().items() if act not in NOT_HERE}


@cache
def acts() -> dict[str, str]:
    """Noun → act."""
    return {noun: act for act, noun in nouns().items()}
