"""经过: what happened, newest first, as its petitioner reads it; and how many records stand behind it."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.ledger.entry import Entry
from huiyin.matters.acceptance import SuggestionReply
from huiyin.matters.timeline import Line, timeline
from huiyin.papers import words
from huiyin.portal.language import lang

QUOTED = {
    "ask": "words",
    "answer_question": "words",
    "answer_suggestion": "reply",
    "ask_clarification": "words",
    "clarify": "words",
    "supplement": "text",
    "withdraw": "reason",
    "reopen": "facts",
    "extend": "reason",
    "help_in_hardship": "words",
    "request_recusal": "reason",
    "refuse_recusal": "reason",
    "link": "reason",
    "unlink": "reason",
    "split": "reason",
    "join": "reason",
    "unjoin": "reason",
    "take_in": "reason",
    "let_go": "reason",
    "rate": "words",
    "state_view": "words",
    "call_off": "reason",
}
OPINION = "D17"


def entries(matter: Any, *, collected: bool) -> list[dict[str, Any]]:
    """One entry a line; the opinion's paper only once it has been collected or delivered."""
    today = timezone.localdate()
    return [_entry(line, today, collected) for line in timeline(matter, public=True)]


def sealed(matter: Any) -> int:
    """How many records the ledger holds of this matter and its reviews."""
    streams = [matter.pk, *matter.reviews.values_list("pk", flat=True)]
    return Entry.objects.filter(stream__in=streams).count()


def _entry(line: Line, today: Any, collected: bool) -> dict[str, Any]:
    on = timezone.localdate(line.on)
    return {
        "on": on,
        "day": words.prose(on, lang(), today),
        "says": line.says,
        "quote": _quoted(line),
        "papers": [_paper(one) for one in line.documents if collected or one.kind != OPINION],
    }


def _quoted(line: Line) -> str:
    """What was written with the act, where it is for the petitioner to read; of a suggestion also what became of it."""
    words = line.fields.get(QUOTED.get(line.act, ""), "") or ""
    if line.act != "answer_suggestion":
        return str(words)
    column: Any = SuggestionReply._meta.get_field("adopted")
    return _("%(adopted)s：%(reply)s") % {
        "adopted": dict(column.flatchoices).get(line.fields.get("adopted"), ""),
        "reply": words,
    }


def _paper(document: Any) -> dict[str, str]:
    title = document.fields["title"]
    voided = _("（已作废）") if document.voided_on else ""
    return {"words": f"{title}{voided}", "url": reverse("portal:document", args=[document.pk])}
