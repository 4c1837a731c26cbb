"""The rules, to read: every term and move as a sentence with its article; and what they mean in dates, line by line."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import shown
from huiyin.desk.door import with_duty
from huiyin.desk.tongue import lang, said
from huiyin.desk.words import Worded
from huiyin.matters.governing import rules_for
from huiyin.papers import words
from huiyin.people.duty import Duty
from huiyin.statute import rules as statute
from huiyin.statute import simulate


class DayForm(Worded):
    """From which day to count."""

    day = forms.DateField(
        label=gettext_lazy("从哪天起算"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


@with_duty(Duty.ADMINISTER)
def rules(request: Any) -> HttpResponse:
    """Read-only: a new rule file comes with a new release, never through a form."""
    law = statute.load(rules_for(request.actor.organ.region_id, timezone.localdate()))
    form = DayForm(request.GET or None, initial={"day": timezone.localdate()})
    day = form.cleaned_data["day"] if form.is_bound and form.is_valid() else timezone.localdate()
    context = {
        "law": law,
        "title": law.title if lang() == "zh" else law.title_en,
        "form": form,
        "day": day,
        "terms": [_term(law, term) for term in law.terms.values()],
        "beyond": [{"says": said(row), "cite": law.cite(row.article, lang())} for row in law.beyond.values()],
        "moves": [_move(law, move) for move in law.moves],
        "deadlines": [_deadline(each, day) for each in simulate.deadlines(law, day)],
        "steps": [_step(law, step, day) for step in simulate.longest(law, day)],
    }
    return shown(request, "desk/admin_rules.html", _("法规与时限"), **context)


def _term(law: Any, term: Any) -> dict[str, str]:
    unit = _("个工作日") if term.unit == "working" else _("天，节假日算在内")
    length = f"{term.days} {unit}" if term.days is not None else _("由%(who)s定") % {"who": term.set_by}
    more = _("；可延期，加起来不超过 %(n)d 天") % {"n": term.extend_total} if term.extend_total else ""
    return {"words": said(term), "says": f"{length}{more}", "cite": law.cite(term.article, lang())}


def _move(law: Any, move: Any) -> dict[str, str]:
    who = "、".join(said(law.duties[duty]) for duty in move.duties)
    approval = f"，{said(law.approvals[move.approval])}" if move.approval else ""
    return {"words": said(move), "says": f"{who}{approval}", "cite": law.cite(move.article, lang())}


def _deadline(each: simulate.Deadline, day: date) -> dict[str, Any]:
    return {
        "words": said(each.term),
        "due": words.prose(each.due.due, lang(), day),
        "extended": words.prose(each.extended.due, lang(), day) if each.extended else "",
        "provisional": each.due.provisional,
        "steps": each.due.steps,
    }


def _step(law: Any, step: simulate.Step, day: date) -> dict[str, Any]:
    starts = [f"{said(each.term)} {words.prose(each.due.due, lang(), day)}" for each in step.starts]
    return {"words": said(step.move), "day": words.prose(step.on, lang(), day), "starts": starts}
