"""The two pages of an act: the form with the law beside it, and the check step with dates, papers and who is told."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk import outcome, requirements, straight
from huiyin.desk.finding import address_of, ref_of
from huiyin.desk.frame import page
from huiyin.desk.nouns import KEYS
from huiyin.desk.together import main_of
from huiyin.desk.tongue import said, says
from huiyin.matters import composing
from huiyin.matters.act import kinds
from huiyin.matters.preview import Preview

FINAL = frozenset({"sign", "decline", "decline_final", "close", "seal", "void_document", "archive"})
"""Acts whose button warns by its colour."""
HIDDEN = frozenset({"csrfmiddlewaretoken", "confirm", "edit", "seen", "draft"})


def form_page(doing: Any, form: Any, *, status: int = 200) -> HttpResponse:
    """The form; to htmx, which only wants the preview beside it, an empty sheet."""
    if doing.request.headers.get("HX-Request"):
        return render(
            doing.request, "desk/act_preview.html", {"out_of_band": True, "has_papers": _has_papers(doing)}
        )
    context = _shared(doing) | {
        "form": form,
        "groups": getattr(form, "groups", None),
        "preview_url": _preview_url(doing),
        "has_papers": _has_papers(doing),
        "main": _main(doing),
    }
    return page(doing.request, "desk/act.html", context, status=status)


def check_page(doing: Any, form: Any, seen: Preview) -> HttpResponse:
    """What would happen; to htmx the sheet and the dates alone."""
    dates = outcome.dates_of(seen, doing.subject, timezone.localdate())
    shown = {"dates": dates, "papers": outcome.papers_of(seen)}
    if doing.request.headers.get("HX-Request"):
        return render(
            doing.request,
            "desk/act_preview.html",
            shown | {"out_of_band": True, "has_papers": _has_papers(doing)},
        )
    filled = {"hidden": _posted(doing.request), "filled": _filled(form), "has_papers": True}
    context = _shared(doing) | shown | filled
    return page(doing.request, "desk/act_check.html", context)


def _shared(doing: Any) -> dict[str, Any]:
    matter, move = doing.subject.matter_itself, doing.move
    shared = {
        "words": _name(doing),
        "matter_url": address_of(matter),
        "number": ref_of(matter) if matter.number else _("封存件"),
        "title": matter.title,
        "seen": doing.subject.version,
        "refused": doing.refused,
        "act_url": doing.address,
        "danger": doing.name in FINAL,
    }
    return shared | _open(doing) if move else shared


def _open(doing: Any) -> dict[str, Any]:
    """What an open act adds: the law, who is told, the words of its button."""
    move = doing.move
    return {
        "law": requirements.law_of(doing.subject, move, timezone.localdate()),
        "law_says": says(move) if "{" not in says(move) else "",
        "cite": requirements.cite(doing.subject, move),
        "told": requirements.told(move),
        "go_words": _go_words(doing),
        "approval": move.approval,
        "is_straight": doing.name in straight.ACTS,
        "after": _("报批后，批准前可以由批准人退回。") if move.approval else "",
        "draft": doing.name not in straight.ACTS,
        "key": KEYS.get(doing.name, ""),
    }


def _main(doing: Any) -> dict[str, str] | None:
    """Of a draft: the main matter whose answer it can begin with, where one is written."""
    main = main_of(doing.subject, doing.by) if doing.name == "draft" and doing.move else None
    if main is None or not main.drafts.exists():
        return None
    return {"number": ref_of(main), "url": f"{doing.address}?main"}


def _name(doing: Any) -> str:
    if doing.move is not None:
        return said(doing.move)
    named = [move for move in doing.subject.law.moves if move.act == doing.name]
    return said(named[0]) if named else kinds[doing.name].row.__name__


def _go_words(doing: Any) -> str:
    name = {"act": _name(doing)}
    return _("报批：%(act)s") % name if doing.move.approval else _("确认%(act)s") % name


def _preview_url(doing: Any) -> str:
    return doing.address if doing.move and doing.name not in straight.ACTS else ""


def _has_papers(doing: Any) -> bool:
    """Whether the act issues a paper that can be shown beforehand."""
    return bool(doing.move) and any(composing.can(kind) for kind in doing.move.documents)


def _posted(request: Any) -> list[tuple[str, str]]:
    return [
        (name, value) for name in request.POST if name not in HIDDEN for value in request.POST.getlist(name)
    ]


def _filled(form: Any) -> list[dict[str, Any]]:
    """What was filled in, to be read once more: under each legend, its rows."""
    groups = form.groups() if hasattr(form, "groups") else [{"legend": "", "fields": form}]
    return [{"legend": group["legend"], "rows": _rows(form, group["fields"])} for group in groups]


def _rows(form: Any, fields: Any) -> list[dict[str, Any]]:
    rows = [{"label": field.label, "value": _value(form, field)} for field in fields]
    return [row for row in rows if row["value"]]


def _value(form: Any, field: Any) -> str:
    value = form.cleaned_data.get(field.name)
    choices = getattr(field.field, "choices", None)
    if isinstance(value, list):
        return "、".join(str(words) for code, words in choices or () if code in value)
    if choices and not hasattr(choices, "queryset"):
        return str(dict(choices).get(value, "" if value is None else value))
    says = getattr(field.field, "says", None)
    return str(says(value) if says and value is not None else "" if value is None else value)
