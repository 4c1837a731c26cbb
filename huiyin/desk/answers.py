"""反馈表: what another system handed in, with what became of it, as a file to send back. Written down like every export."""

from datetime import date, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.book import DaysForm
from huiyin.desk.door import with_duty
from huiyin.desk.frame import page
from huiyin.desk.search import searchable
from huiyin.desk.sheet_file import TYPES, Table, file_of
from huiyin.mailroom.exchange import answer, mapping
from huiyin.matters.exporting import exported
from huiyin.people.duty import Duty

MOST = 20_000


class AnswersForm(DaysForm):
    """Whose petitions, received by us on which days."""

    field_order = ("source", "since", "until")
    source = forms.ChoiceField(label=gettext_lazy("给哪个系统"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["source"]
        choices.choices = [(one.id, str(one)) for one in mapping.exchanging()]
        self.fields["since"].label = _("我们收到的日期从")


@with_duty(Duty.REGISTER)
def answers(request: Any) -> HttpResponse:
    """Whose, which days; how many there are, and the files."""
    form = AnswersForm(_asked(request))
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        query = urlencode(form.cleaned_data)
        count = _petitions(request, form.cleaned_data).count()
        context |= {
            "count": count,
            "too_many": count > MOST,
            "files": [
                (kind, f"{reverse('desk:batches-answers-file', args=[kind])}?{query}") for kind in TYPES
            ],
        }
    return page(request, "desk/answers.html", context, status=200 if form.is_valid() else 422)


@with_duty(Duty.REGISTER)
def answers_file(request: Any, kind: str) -> HttpResponse:
    """The file, with their own headings."""
    form = AnswersForm(request.GET)
    if kind not in TYPES or not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    by = mapping.available()[asked["source"]]
    rows = list(islice(answer.rows(by, _petitions(request, asked)), MOST))
    days = {"since": asked["since"], "until": asked["until"]}
    exported(request.actor, what=f"answer to {by.id}", kind=kind, rows=len(rows), at=timezone.now(), **days)
    title = _("%(source)s反馈表") % {"source": by}
    notes = [
        _("我们收到的日期 %(since)s 至 %(until)s") % days,
        _("%(organ)s %(name)s %(day)s 导出；没有姓名，封存的不在内")
        % {"organ": request.actor.organ, "name": request.actor.officer.name, "day": timezone.localdate()},
    ]
    table = Table(title, notes, answer.headings(by), rows)
    return file_of(table, kind, f"{title}{asked['since']}_{asked['until']}")


def _petitions(request: Any, asked: dict[str, Any]) -> Any:
    return answer.handed_in_between(asked["source"], asked["since"], asked["until"], searchable(request))


def _asked(request: Any) -> dict[str, Any]:
    today: date = timezone.localdate()
    known = mapping.exchanging()
    usual = {
        "source": known[0].id if known else "",
        "since": str(today - timedelta(days=30)),
        "until": str(today),
    }
    return {name: request.GET.get(name, value) for name, value in usual.items()}
