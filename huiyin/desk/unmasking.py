"""带姓名的台账: asked for with a purpose, decided by a head, taken once within a day, marked on every page."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from huiyin.desk.book import DaysForm, days_of
from huiyin.desk.door import officer_only
from huiyin.desk.frame import page
from huiyin.desk.search import searchable
from huiyin.desk.sheet_file import TYPES, Table, file_of
from huiyin.desk.tongue import lang
from huiyin.matters import book
from huiyin.matters.errors import NotAllowed
from huiyin.matters.unmasking import KEPT, MOST, MOST_CHARACTERS, Unmasking
from huiyin.papers import words
from huiyin.people.duty import Duty

SHOWN = 50


class AskingForm(DaysForm):
    """Which days, and what for."""

    purpose = forms.CharField(
        label=gettext_lazy("用途"),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("谁用、做什么用，8 到 60 个字；会印在每一页上"),
    )


@officer_only
def unmaskings(request: Any) -> HttpResponse:
    """One's own askings, and what waits for a head of this organ; POST asks."""
    form = AskingForm(request.POST if request.method == "POST" else None, initial=days_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            asked = Unmasking.ask(request.actor, at=timezone.now(), **form.cleaned_data)
        except NotAllowed as no:
            form.add_error(no.field or None, no.sentence)
        else:
            return redirect("desk:book-unmasking", asked.pk)
    rows = [_line(one, request.actor) for one in _of_reader(request).order_by("-pk")[:SHOWN]]
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "desk/unmaskings.html", {"form": form, "rows": rows}, status=status)


@officer_only
def unmasking(request: Any, pk: Any) -> HttpResponse:
    """One of them; a head agrees or says why not."""
    found = _found(request, pk)
    if request.method != "POST":
        return _shown(request, found)
    now = timezone.now()
    try:
        if "refuse" in request.POST:
            found.refuse(request.actor, why_not=request.POST.get("why_not", ""), at=now)
        else:
            found.agree(request.actor, at=now)
    except NotAllowed as no:
        return _shown(request, found, refused=no.sentence, status=422)
    return redirect("desk:book-unmasking", found.pk)


@officer_only
@require_POST
def unmasked_file(request: Any, pk: Any, kind: str) -> HttpResponse:
    """The file, once: for whoever asked."""
    found, now = _found(request, pk), timezone.now()
    if kind not in TYPES:
        raise Http404
    try:
        rows = found.take(request.actor, searchable(request), kind=kind, at=now)
    except NotAllowed as no:
        return _shown(request, found, refused=no.sentence, status=422)
    title = _("信访台账（含姓名）")
    days = _("登记日期 %(since)s 至 %(until)s") % {"since": found.since, "until": found.until}
    notes = [days, _("超过 20000 件，这里只有前 20000 件。")] if len(rows) == MOST else [days]
    table = Table(title, notes, book.headings(), rows, marks=found.watermark(now))
    return file_of(table, kind, f"{title}{found.since}_{found.until}")


def _of_reader(request: Any) -> Any:
    """One's own; a head sees all of the organ."""
    mine = Q(officer=request.officer, post=request.actor.post)
    if request.actor.has(Duty.HEAD):
        mine |= Q(post__organ=request.actor.organ)
    return Unmasking.objects.filter(mine).select_related("post__organ", "officer", "decided_by")


def _found(request: Any, pk: Any) -> Unmasking:
    found = _of_reader(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found  # type: ignore[no-any-return]


def _shown(request: Any, found: Unmasking, *, refused: str = "", status: int = 200) -> HttpResponse:
    may_take = found.is_open(timezone.now()) and found.officer == request.officer
    context = {
        "rows": [{"label": label, "value": value} for label, value in _facts(found) if value],
        "state": _state(found),
        "may_decide": found.agreed is None and found.may_decide(request.actor),
        "files": [
            (kind, reverse("desk:book-unmasked-file", args=[found.pk, kind])) for kind in TYPES if may_take
        ],
        "refused": refused,
        "why_not": request.POST.get("why_not", ""),
    }
    return page(request, "desk/unmasking.html", context, status=status)


def _facts(found: Unmasking) -> list[tuple[str, str]]:
    until = found.decided_at + KEPT if found.agreed and found.decided_at else None
    return [
        (_("谁申请的"), f"{found.post}　{found.officer.name}"),
        (_("什么时候"), _moment(found.asked_at)),
        (_("登记日期"), f"{words.table(found.since, lang())} — {words.table(found.until, lang())}"),
        (_("用途"), found.purpose),
        (_("谁决定的"), f"{found.decided_by.name}　{_moment(found.decided_at)}" if found.decided_by else ""),
        (_("为什么不同意"), found.why_not),
        (_("什么时候前可以取"), _moment(until) if until else ""),
        (_("什么时候取的"), _moment(found.taken_at) if found.taken_at else ""),
    ]


def _state(found: Unmasking) -> str:
    if found.agreed is None:
        return _("等负责人决定")
    if not found.agreed:
        return _("没有同意")
    if found.taken_at:
        return _("已经取走")
    return _("可以取一次") if found.is_open(timezone.now()) else _("过了一天，没有取")


def _line(found: Unmasking, actor: Any) -> dict[str, Any]:
    return {
        "url": reverse("desk:book-unmasking", args=[found.pk]),
        "purpose": found.purpose,
        "who": found.officer.name,
        "day": words.table(timezone.localdate(found.asked_at), lang()),
        "state": _state(found),
        "waits": found.agreed is None and found.may_decide(actor),
    }


def _moment(at: Any) -> str:
    local = timezone.localtime(at)
    return f"{words.table(local.date(), lang())} {local:%H:%M}"
