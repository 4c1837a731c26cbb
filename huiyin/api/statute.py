"""GET /statute/{rules}/due: the last day of a term, as `huiyin statute due` counts it. Law is public: no token."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from huiyin.api.problem import Refused
from huiyin.api.shapes import Day, as_day
from huiyin.statute import rules as statute
from huiyin.statute.errors import UnknownRuleSet

router = Router(tags=["statute"])

MOST = 20
Name = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
Extension = Annotated[int, Field(ge=1, le=365)]
Pause = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}:[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class DueOut(Schema):
    """The date as counted, the date that holds, whether a year's calendar is still unknown, every step, and by which rule."""

    raw: date
    due: date
    provisional: bool
    steps: list[str]
    by: str


@router.get("/statute/{rules}/due", response=DueOut)
def due(
    request: HttpRequest,
    rules: str,
    term: Name,
    start: Day,
    extend: list[Extension] = Query([], max_length=MOST),  # noqa: B008
    pause: list[Pause] = Query([], max_length=MOST),  # noqa: B008
    days: Annotated[int | None, Field(ge=1, le=3650)] = None,
) -> Any:
    """Count a term from `start` (day 0); `extend` in days and `pause` (first:last) may be repeated."""
    try:
        law = statute.load(rules)
    except UnknownRuleSet as unknown:
        raise Http404 from unknown
    fired, found = law.counted(term, start, extend, [_pause(each) for each in pause], days)
    by = law.cite(fired.article, get_language() or "zh")
    dates = {"raw": found.raw, "due": found.due, "provisional": found.provisional}
    return dates | {"steps": list(found.steps), "by": by}


def _pause(text: str) -> tuple[date, date]:
    first, _colon, last = text.partition(":")
    days = as_day(first), as_day(last)
    if days[0] is None or days[1] is None:
        raise Refused(422, "field", _("日期写成 2026-05-10:2026-05-19。"), field="pause")
    return days[0], days[1]
