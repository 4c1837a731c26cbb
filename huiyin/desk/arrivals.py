"""导入: a file is chosen, its columns are looked over, what is right and what is not is shown; only then it is registered."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.arrival_form import FIELDS, ArrivalForm, ColumnsForm
from huiyin.desk.door import with_duty
from huiyin.desk.frame import page
from huiyin.desk.tongue import lang
from huiyin.mailroom.incoming import registering
from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.matters.errors import NotAllowed
from huiyin.matters.filing import Channel
from huiyin.papers import words
from huiyin.people.duty import Duty
from huiyin.people.masks import masked_name, masked_phone
from huiyin.people.refusal import Wrong

ROWS = 20
FAULTS = 100


@with_duty(Duty.REGISTER)
def arrival_new(request: Any) -> HttpResponse:
    """Choose a file. Nothing of it is registered yet."""
    form = ArrivalForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("mapping", "purpose", "source")}
        file = form.cleaned_data["file"]
        try:
            made = Arrival.of(
                request.actor, content=file.read(), file_name=file.name, at=timezone.now(), **told
            )
        except Wrong as wrong:
            form.add_error("file", str(wrong.sentence))
        else:
            made.save(force_insert=True)
            return redirect("desk:batches-arrival", made.pk)
    return page(
        request, "desk/arrival_new.html", {"form": form}, status=422 if form.is_bound and form.errors else 200
    )


@with_duty(Duty.REGISTER)
def arrival(request: Any, pk: Any) -> HttpResponse:
    """What registering it would do; POST looks again with other columns, registers, or lets the file go."""
    found = _own(request, pk)
    if request.method != "POST":
        return _shown(request, found, ColumnsForm(found))
    if "drop" in request.POST:
        found.delete()
        return redirect("desk:batches")
    if "register" in request.POST:
        return _registered(request, found)
    form = ColumnsForm(found, request.POST)
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    found.named = form.named()
    found.save(update_fields=["named"])
    return redirect("desk:batches-arrival", found.pk)


def _own(request: Any, pk: Any) -> Arrival:
    """A file of this officer's own, whose registration was not asked for yet."""
    rows = Arrival.objects.select_related("post__organ", "officer")
    found = rows.filter(pk=pk, officer=request.officer, post=request.actor.post, batch=None).first()
    if found is None:
        raise Http404
    return found


def _registered(request: Any, found: Arrival) -> HttpResponse:
    try:
        batch = registering.ask(found, skip_bad="skip_bad" in request.POST)
    except (NotAllowed, Wrong) as no:
        return _shown(request, found, ColumnsForm(found), refused=str(no.sentence), status=422)
    return redirect("desk:batches-batch", batch.pk)


def _shown(
    request: Any, found: Arrival, form: ColumnsForm, *, refused: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "file_name": found.file_name,
        "kind": str(found.by),
        "sheet": found.sheet,
        "own_receipt": found.by.own_receipt,
        "lacks": "、".join(str(FIELDS[name]) for name in found.lacks()),
        "refused": refused,
        "skip_bad": "skip_bad" in request.POST,
    }
    if not context["lacks"] and not form.errors:
        context |= _planned(found)
    return page(request, "desk/arrival.html", context, status=status)


def _planned(found: Arrival) -> dict[str, Any]:
    try:
        made = found.plan()
    except Wrong as wrong:
        return {"refused": str(wrong.sentence)}
    counts = [
        (_("要登记的"), len(made.new)),
        (_("以前登记过的"), made.already),
        (_("要改的行"), len({bad.row for bad in made.bad})),
        (_("没有征得同意，不收"), len(made.not_agreed)),
        (_("没有当作来件的行"), len(made.left_out)),
    ]
    return {
        "is_planned": True,
        "counts": [{"label": label, "value": str(count)} for label, count in counts if count],
        "new": len(made.new),
        "rows": [_row(one) for one in made.new[:ROWS]],
        "is_cut": len(made.new) > ROWS,
        "bad": made.bad[:FAULTS],
        "more_bad": max(0, len(made.bad) - FAULTS),
        "left_out": made.left_out[:FAULTS],
        "not_agreed": "、".join(map(str, made.not_agreed[:FAULTS])),
        "remarks": made.remarks,
    }


def _row(one: Any) -> dict[str, Any]:
    """One row as it would be registered, masked."""
    filing = one.filing
    person = filing.people[0] if filing.people else None
    return {
        "row": one.row,
        "id": one.id,
        "title": filing.title,
        "name": masked_name(person.name, is_person=True) if person else "",
        "phone": masked_phone(person.phone) if person else "",
        "channel": Channel(filing.channel).label,
        "day": words.table(timezone.localdate(one.at), lang()),
        "exchanged": words.table(filing.exchanged_on, lang()) if filing.exchanged_on else "",
    }
