"""四定 and 六问: who leads, who answers, who handles, until when; and six questions, answered only from the record."""

from typing import Any

from django.utils.translation import gettext as _

from huiyin.desk.tongue import lang
from huiyin.matters.timeline import Line
from huiyin.papers import words


def four(lead: Any, handler: str, clock: Any, lines: list[Line]) -> list[dict[str, str]]:
    """领导 责任 承办 时限; an empty slot stays empty."""
    leader = next((line.officer_name for line in lines if line.act == "instruct"), "")
    return [
        {"label": _("领导"), "value": leader},
        {"label": _("责任"), "value": str(lead.organ)},
        {"label": _("承办"), "value": handler},
        {"label": _("时限"), "value": words.short(clock.due_on, lang()) if clock else ""},
    ]


def six(handler: str, clock: Any, lines: list[Line]) -> list[dict[str, Any]]:
    """The six questions of the speech, each met only where an act shows it."""
    done = {line.act for line in lines}
    return [
        {"words": _("亲自部署"), "met": "instruct" in done},
        {"words": _("深入调查"), "met": "investigate" in done},
        {"words": _("有方案"), "met": "draft" in done},
        {"words": _("专人负责"), "met": bool(handler)},
        {"words": _("限定时间"), "met": clock is not None or "close" in done},
        {"words": _("跟踪落实"), "met": bool(done & {"begin_execution", "finish_execution", "state_view"})},
    ]
