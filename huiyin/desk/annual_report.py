"""年度报告 (Art. 41): a petition office takes out the report of a year, as docx to complete or as PDF; each time on record."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.desk.door import with_duty
from huiyin.desk.downloads import TYPES, download
from huiyin.desk.frame import page
from huiyin.desk.search import searchable
from huiyin.desk.words import Worded
from huiyin.insight import annual_report as insight
from huiyin.matters.exporting import exported
from huiyin.papers import docx, pdf
from huiyin.people.duty import Duty
from huiyin.people.organ_kind import OrganKind

WRITERS = (Duty.SUPERVISE, Duty.HEAD, Duty.TRIAGE)
RENDERED = {"docx": docx.render_docx, "pdf": pdf.render_pdf}
FIRST_YEAR = 2000


class YearForm(Worded):
    """Of which year."""

    year = forms.IntegerField(label=_("哪一年"))

    def clean_year(self) -> int:
        """A year that has begun."""
        year: int = self.cleaned_data["year"]
        if not FIRST_YEAR <= year <= timezone.localdate().year:
            raise forms.ValidationError(_("请写 2000 年以后、今年以前（含今年）的年份。"))
        return year


@with_duty(*WRITERS)
def annual_report(request: Any) -> HttpResponse:
    """Choose the year, and take the report out."""
    _require_office(request)
    form = YearForm({"year": request.GET.get("year", timezone.localdate().year)})
    files = []
    if form.is_valid():
        kinds = [kind for kind in RENDERED if kind != "pdf" or pdf.available()]
        files = [
            (kind, reverse("desk:annual-report-file", args=[form.cleaned_data["year"], kind]))
            for kind in kinds
        ]
    context = {
        "form": form,
        "files": files,
        "year": form.cleaned_data.get("year"),
        "office": request.actor.organ,
    }
    return page(request, "desk/annual_report.html", context, status=200 if files else 422)


@with_duty(*WRITERS)
def annual_report_file(request: Any, year: int, kind: str) -> HttpResponse:
    """The report of that year."""
    _require_office(request)
    if (
        kind not in RENDERED
        or not YearForm({"year": year}).is_valid()
        or kind == "pdf"
        and not pdf.available()
    ):
        raise Http404
    at, office = timezone.now(), request.actor.organ
    paper = insight.annual_report(searchable(request), office, year, timezone.localdate(at))
    content = RENDERED[kind](paper)
    since, until = date(year, 1, 1), date(year, 12, 31)
    rows = insight.of_office(searchable(request), office).filter(registered_at__year=year).count()
    exported(request.actor, what="annual_report", kind=kind, since=since, until=until, rows=rows, at=at)
    return download(content, f"{paper.title}.{kind}", TYPES[kind])


def writes(actor: Any) -> bool:
    """Whether this actor writes annual reports: petition offices do."""
    return actor.organ.kind == OrganKind.PETITION_OFFICE and any(map(actor.has, WRITERS))


def _require_office(request: Any) -> None:
    if not writes(request.actor):
        raise Http404
