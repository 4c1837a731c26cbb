"""The buttons at the foot of a matter: exactly the acts that this officer may do now."""

from typing import Any

from django.utils.translation import gettext as _

from huiyin.desk.finding import act_address
from huiyin.desk.nouns import KEYS, nouns
from huiyin.desk.tongue import lang, said
from huiyin.matters import possible
from huiyin.matters.timeline import Line
from huiyin.papers import words

MAIN = frozenset({
    "triage", "forward", "notify", "accept", "investigate", "assist", "draft", "sign", "attempt_delivery", "deliver", "close",
    "decide_review", "decide_final_review", "deliver_review", "deliver_final_review", "archive",
})  # fmt: skip
"""The acts of the main line: the first of them that is open is the one to press."""
LESS = frozenset({
    "recuse", "seal", "void_document", "correct", "suspend", "reissue", "transcribe", "ask", "split", "unlink", "call_off",
    "join", "unjoin",
})  # fmt: skip
"""Acts that stand behind the others."""


def buttons(subject: Any, actor: Any) -> list[dict[str, Any]]:
    """One button per open act, the main line first, rare ones last; a letter goes to the first that wants it."""
    moves = [move for move in possible.acts_open_to(subject, actor) if move.act in nouns()]
    moves.sort(key=lambda move: (move.act not in MAIN, move.act in LESS))
    taken: set[str] = set()
    drawn = []
    for move in moves:
        key = KEYS.get(move.act, "")
        drawn.append(
            {
                "words": said(move),
                "url": act_address(subject, nouns()[move.act]),
                "key": "" if key in taken else key,
                "solid": not drawn and move.act in MAIN,
                "less": move.act in LESS,
            }
        )
        taken.add(key)
    return drawn


def closed(lines: list[Line]) -> list[str]:
    """When the main line last moved: what is done is said, not hidden."""
    done = next((line for line in lines if line.act in MAIN), None)
    if done is None:
        return []
    told = {"act": done.label, "day": words.short(done.on.date(), lang())}
    return [_("%(act)s已于 %(day)s 办过") % told]
