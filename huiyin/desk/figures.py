"""指标: the indicators over the matters this officer may see; every number is the way to exactly its rows."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.desk.annual_report import writes
from huiyin.desk.book import DaysForm
from huiyin.desk.door import with_duty
from huiyin.desk.figure_rows import lines_of
from huiyin.desk.frame import READ_FIGURES, page
from huiyin.desk.search import searchable
from huiyin.insight import figures as insight
from huiyin.insight.counted import Days
from huiyin.insight.figures import Asked, Figure
from huiyin.insight.indicators import INDICATORS, NAMED, Indicator
from huiyin.insight.parts import Part
from huiyin.people.organ import Organ

ON_TOP = 2  # 事事有回音, 件件有落实
SHOWN = 50


class FiguresForm(DaysForm):
    """From which day to which, and at which organ; of which event the days are, each indicator says."""

    since = forms.DateField(label=_("从哪天"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("到哪天"), widget=forms.DateInput(attrs={"type": "date"}))
    organ = forms.ModelChoiceField(
        Organ.objects.none(), label=_("单位"), required=False, empty_label=_("全部")
    )


@with_duty(*READ_FIGURES)
def figures(request: Any) -> HttpResponse:
    """Every indicator with its shares and the numbers behind them."""
    form, asked = _asked(request)
    shown = [_shown(one, _filter(asked)) for one in insight.figures(asked)] if asked else []
    context = {
        "form": form,
        "writes_report": writes(request.actor),
        "days": asked.days if asked else None,
        "on_top": shown[:ON_TOP],
        "figures": shown[ON_TOP:],
    }
    return page(request, "desk/figures.html", context, status=200 if asked else 422)


@with_duty(*READ_FIGURES)
def methods(request: Any) -> HttpResponse:
    """What each indicator counts, by which day and by which formula, printed from the table that the program works by."""
    return page(request, "desk/figure_methods.html", {"indicators": INDICATORS})


@with_duty(*READ_FIGURES)
def figure(request: Any, indicator: str) -> HttpResponse:
    """One indicator at each organ, in the order of the codes of their places."""
    found, (form, asked) = _indicator(indicator), _asked(request)
    context: dict[str, Any] = {"form": form, "indicator": found}
    if asked:
        context["days"] = asked.days
        context["whole"] = _shown(insight.figure(found, asked), _filter(asked))
        context["organs"] = [
            (organ, _shown(at_it, _filter(replace(asked, organ=organ))))
            for organ, at_it in insight.by_organ(found, asked)
        ]
    return page(request, "desk/figure.html", context, status=200 if asked else 422)


@with_duty(*READ_FIGURES)
def figure_rows(request: Any, indicator: str, part: str) -> HttpResponse:
    """Exactly the rows that a number counts; `part` names one part, or several joined by "+"."""
    found, (_form, asked) = _indicator(indicator), _asked(request)
    parts = {one.name: one for one in found.parts}
    names = part.split("+")
    if not set(names) <= set(parts) or asked is None:
        raise Http404
    rows = insight.rows(found, asked, names).order_by("day", "pk")
    leaf = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    context = {
        "indicator": found,
        "parts": [parts[name] for name in names],
        "days": asked.days,
        "organ": asked.organ,
        "page": leaf,
        "lines": lines_of(list(leaf.object_list), parts),
        "back": f"{reverse('desk:figures')}?{_filter(asked)}",
        "page_address": f"?{_filter(asked)}&page=",
    }
    return page(request, "desk/figure_rows.html", context)


def _indicator(name: str) -> Indicator:
    if name not in NAMED:
        raise Http404
    return NAMED[name]


def _asked(request: Any) -> tuple[FiguresForm, Asked | None]:
    """The filter as filled in, and what it asks of the matters that this officer may see; None where it is wrong."""
    today, matters = timezone.localdate(), searchable(request)
    beginning = {"since": str(date(today.year, 1, 1)), "until": str(today), "organ": ""}
    form = FiguresForm({name: request.GET.get(name, value) for name, value in beginning.items()})
    form.fields["organ"].queryset = insight.organs_in(matters)
    if not form.is_valid():
        return form, None
    said = form.cleaned_data
    return form, Asked(matters, Days(said["since"], said["until"]), today, said["organ"])


def _filter(asked: Asked) -> str:
    organ = {"organ": asked.organ.pk} if asked.organ else {}
    return urlencode({"since": asked.days.since, "until": asked.days.until} | organ)


def _shown(figure: Figure, asked: str) -> dict[str, Any]:
    """A figure as pages draw it: each number with the address of its rows."""

    def number(*parts: Part) -> dict[str, Any]:
        names = "+".join(part.name for part in parts)
        address = reverse("desk:figures-rows", args=[figure.indicator.name, names])
        return {"parts": parts, "count": figure.count(parts), "url": f"{address}?{asked}"}

    found = figure.indicator
    return {
        "indicator": found,
        "url": f"{reverse('desk:figures-at-organs', args=[found.name])}?{asked}",
        "parts": [number(part) for part in found.parts if part not in found.left_out],
        "left_out": [number(part) for part in found.left_out],
        "all": [number(part) for part in found.parts],
        "rates": [
            {
                "label": rate.label,
                "percent": figure.percent(rate),
                "numerator": number(*rate.numerator),
                "denominator": number(*rate.denominator),
            }
            for rate in found.rates
        ],
    }
