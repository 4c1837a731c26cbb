"""我的待办: what is owed next, earliest legal date first, overdue on top of the same list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk import ruling
from huiyin.desk.door import officer_only
from huiyin.desk.finding import one_address, ref_of
from huiyin.desk.frame import page
from huiyin.desk.parties import fetch_for_list, named_in_list
from huiyin.desk.tongue import lang, said
from huiyin.matters import inbox as answers
from huiyin.papers import ruler, words


@dataclass(frozen=True)
class Line:
    """One row as the list draws it."""

    number: str
    title: str
    petitioner: str
    url: str
    peek_url: str
    step: str
    step_note: str
    svg: str
    axis_says: str
    days: int | None
    due: str
    hops: int
    groups: int
    people: int


class _Counted(Paginator):
    """A paginator that is told the number of rows instead of counting them again."""

    def __init__(self, count: int) -> None:
        super().__init__(range(count), answers.PAGE)


@officer_only
def inbox(request: Any) -> HttpResponse:
    """The list; to htmx its rows alone."""
    today = timezone.localdate()
    counts = answers.counts(request.officer, today)
    view = request.GET.get("view", "")
    view = view if view in answers.VIEWS else "mine"
    number = _Counted(counts[view]).get_page(request.GET.get("page")).number
    rows = answers.inbox(request.officer, today, view=view, page=number)
    context = {
        "rows": _lines(rows, today),
        "head_svg": ruler.mini_head(today, lang()),
        "page": _Counted(counts[view]).get_page(number),
        "page_address": f"?view={view}&page=",
        "nothing": _("没有到期的，也没有在手里的。新转来的会出现在这里。"),
    }
    if request.headers.get("HX-Request"):
        return render(request, "desk/inbox_rows.html", context)
    order = {"order": _("最先到期在前"), "views": _views(counts, view)}
    return page(request, "desk/inbox.html", context | order)


def _views(counts: dict[str, int], current: str) -> list[dict[str, Any]]:
    names = {
        "mine": _("我负责"),
        "today": _("超期和今天到期"),
        "week": _("本周"),
        "all": _("本单位全部"),
        "waiting": _("没有期限在走"),
    }
    address = reverse("desk:inbox")
    return [
        {
            "words": names[view],
            "count": counts[view],
            "url": f"{address}?view={view}",
            "current": view == current,
        }
        for view in answers.VIEWS
    ]


def _lines(rows: list[answers.Row], today: date) -> list[Line]:
    fetch_for_list([row.matter for row in rows])
    address, peek = one_address("desk:matter"), one_address("desk:peek")
    return [_line(row, today, (address(row.matter), peek(row.matter))) for row in rows]


def _line(row: answers.Row, today: date, addresses: tuple[str, str]) -> Line:
    matter, clock, law = row.matter, row.clock, row.matter.law
    span = ruling.span_of(clock, matter.heard_on, today)
    stage = law.stage(row.held.stage, row.held.track)
    return Line(
        number=ref_of(matter) if matter.number else _("封存件"),
        title=matter.title or _("（没有题目）"),
        petitioner=named_in_list(matter),
        url=addresses[0],
        peek_url=addresses[1],
        step=said(law.terms[clock.term]) if clock else said(stage),
        step_note=_("已延期") if span.old_due else said(stage) if clock else "",
        svg=ruler.mini(span),
        axis_says=ruler.text(span, lang()),
        days=row.days_left,
        due=words.table(clock.due_on, lang()) if clock else "",
        hops=row.hops,
        groups=len(matter.received),
        people=sum(petition.people_count for petition in matter.received),
    )
