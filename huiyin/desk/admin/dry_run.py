"""The dry run of the routing table: what it would have proposed for last year's matters, each number with its rows."""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import cell, columns, shown, shown_list
from huiyin.desk.door import with_duty
from huiyin.desk.finding import address_of
from huiyin.desk.words import Worded
from huiyin.matters import dry_run as answers
from huiyin.matters.dry_run import Outcome, Tried
from huiyin.people.duty import Duty

PAGE = 50
ANY_TOPIC = gettext_lazy("（没有分类）")
ANY_PLACE = gettext_lazy("（没有写地方）")


class AskForm(Worded):
    """On which day, and which rows; `topic` and `place` together name one gap, and may be blank."""

    day = forms.DateField(
        label=gettext_lazy("按哪天的表"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("还没有起用的规则，写起用那天就能先试"),
    )
    outcome = forms.ChoiceField(choices=Outcome, required=False, widget=forms.HiddenInput)
    topic = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.CharField(required=False, widget=forms.HiddenInput)


@with_duty(Duty.ADMINISTER)
def dry_run(request: Any) -> HttpResponse:
    """The numbers and the gaps; or, asked for one of them, exactly its rows."""
    form = AskForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    day = asked.get("day") or timezone.localdate()
    tried = answers.dry_run(request.officer, day)
    if asked.get("outcome"):
        return _rows(request, tried, asked, day)
    return shown(
        request,
        "desk/admin_dry_run.html",
        _("试算分工表"),
        form=AskForm(initial={"day": day}),
        matters=len(tried),
        most=answers.MOST,
        numbers=[_number(outcome, count, day) for outcome, count in answers.counts(tried).items()],
        gaps=[_gap(one, day) for one in answers.gaps(tried)],
        table_url=reverse("desk:admin-routing"),
    )


def _number(outcome: Outcome, count: int, day: date) -> dict[str, Any]:
    return {"words": outcome.label, "count": count, "url": _address(day, outcome=outcome) if count else ""}


def _gap(one: answers.Gap, day: date) -> dict[str, Any]:
    return {
        "topic": one.topic or ANY_TOPIC,
        "place": one.place_name or ANY_PLACE,
        "count": one.matters,
        "url": _address(day, outcome=Outcome.NONE, topic=one.topic, place=one.place),
    }


def _address(day: date, **asked: str) -> str:
    return f"{reverse('desk:admin-routing-dry-run')}?{urlencode({'day': day, **asked})}"


def _rows(request: Any, tried: list[Tried], asked: dict[str, Any], day: date) -> HttpResponse:
    chosen = {"outcome": asked["outcome"]}
    found = [one for one in tried if one.outcome == asked["outcome"]]
    if "topic" in request.GET:  # one gap: a blank topic or place is a gap of its own
        chosen |= {"topic": asked["topic"], "place": asked["place"]}
        found = [one for one in found if (one.seen.topic, one.seen.place) == (asked["topic"], asked["place"])]
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return shown_list(
        request,
        str(Outcome(asked["outcome"]).label),
        columns=columns(
            _("案号"),
            _("收到"),
            _("内容分类"),
            _("地方"),
            _("提的单位"),
            _("最后答复的单位"),
            _("按哪条规则"),
        ),
        lines=[_line(one) for one in page],
        nothing=_("没有这样的事项。"),
        more_url=_address(day),
        more_words=_("回到试算"),
        page=page,
        page_address=f"{_address(day, **chosen)}&page=",
    )


def _line(one: Tried) -> list[dict[str, Any]]:
    return [
        cell(one.matter.number, address_of(one.matter)),
        cell(str(one.matter.heard_on)),
        cell(one.seen.topic or ANY_TOPIC),
        cell(one.matter.place.name if one.matter.place else ANY_PLACE),
        cell(one.proposed.organ if one.proposed else ""),
        cell(one.answered or ""),
        cell(f"{one.proposed.rule}。{one.proposed.rule.reason}" if one.proposed else ""),
    ]
