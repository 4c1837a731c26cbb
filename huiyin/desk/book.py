"""台账: the book of matters this officer may see, page and file; names are masked, and every file is written down."""

from datetime import date
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.door import officer_only
from huiyin.desk.frame import page
from huiyin.desk.search import searchable
from huiyin.desk.sheet_file import TYPES, Table, file_of
from huiyin.desk.words import Worded
from huiyin.matters import book as told
from huiyin.matters.exporting import exported
from huiyin.papers import sheets

SHOWN = 50
MOST = 20_000


class DaysForm(Worded):
    """From which day of registration to which."""

    since = forms.DateField(label=gettext_lazy("登记日期从"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=gettext_lazy("到"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        """The first day is not behind the last."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", _("结束的日期在开始之前，请对调一下。"))
        return self.cleaned_data


@officer_only
def book(request: Any) -> HttpResponse:
    """The first rows, and the whole as a file."""
    form = DaysForm(days_of(request))
    context: dict[str, Any] = {"form": form, "headings": told.headings()}
    if form.is_valid():
        context |= _read(request, form.cleaned_data["since"], form.cleaned_data["until"])
    return page(request, "desk/book.html", context, status=200 if form.is_valid() else 422)


@officer_only
def book_file(request: Any, kind: str) -> HttpResponse:
    """The book of those days as xlsx or csv."""
    form = DaysForm(days_of(request))
    if kind not in TYPES or not form.is_valid():
        raise Http404
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    rows = list(islice(told.rows(_matters(request, since, until)), MOST))
    exported(
        request.actor, what="book", kind=kind, since=since, until=until, rows=len(rows), at=timezone.now()
    )
    title, notes = _("信访台账"), _notes(request, since, until)
    table = Table(title, notes, told.headings(), rows)
    return file_of(table, kind, f"{title}{since}_{until}")


def days_of(request: Any) -> dict[str, str]:
    """The days that the address names, else this year so far."""
    today = timezone.localdate()
    beginning = {"since": str(date(today.year, 1, 1)), "until": str(today)}
    return {name: request.GET.get(name, day) for name, day in beginning.items()}


def _matters(request: Any, since: date, until: date) -> Any:
    return told.registered_between(searchable(request), since, until)


def _read(request: Any, since: date, until: date) -> dict[str, Any]:
    matters = _matters(request, since, until)
    count = matters.count()
    asked = urlencode({"since": since, "until": until})
    return {
        "count": count,
        "rows": [_drawn(row) for row in told.rows(matters[:SHOWN])],
        "is_cut": count > SHOWN,
        "too_many": count > MOST,
        "files": [(kind, f"{reverse('desk:book-file', args=[kind])}?{asked}") for kind in TYPES],
    }


def _drawn(row: list[sheets.Cell]) -> list[dict[str, str]]:
    """The cells as the page writes them, the number as the way to the matter."""
    return [
        {
            "words": str(cell or ""),
            "url": reverse("desk:matter", args=[cell]) if place == 1 and cell else "",
        }
        for place, cell in enumerate(row)
    ]


def _notes(request: Any, since: date, until: date) -> list[str]:
    days = _("登记日期 %(since)s 至 %(until)s") % {"since": since, "until": until}
    taken = _("%(organ)s %(name)s %(day)s 导出；姓名已隐去，封存的不在内") % {
        "organ": request.actor.organ,
        "name": request.actor.officer.name,
        "day": timezone.localdate(),
    }
    return [days, taken]
