"""表格往来: what came in by files, how far each is, and undoing one as a whole."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from huiyin.desk.door import with_duty
from huiyin.desk.finding import address_of
from huiyin.desk.frame import page
from huiyin.desk.tongue import lang
from huiyin.mailroom.exchange.mapping import named
from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.mailroom.incoming.undoing import how_many_annulled, kept
from huiyin.matters.batch import Batch
from huiyin.matters.errors import NotAllowed
from huiyin.matters.matter import Matter
from huiyin.papers import words
from huiyin.people.duty import Duty

SHOWN = 100
READERS = (Duty.REGISTER, Duty.ADMINISTER)
REGISTERING, UNDOING = gettext_noop("正在登记"), gettext_noop("正在撤销")


@with_duty(*READERS)
def batches(request: Any) -> HttpResponse:
    """This organ's batches, the latest first; and the officer's own files that are not registered yet."""
    registers = request.actor.has(Duty.REGISTER)
    waiting = Arrival.objects.filter(officer=request.officer, post=request.actor.post, batch=None)
    context = {
        "rows": [_line(batch) for batch in Batch.objects.of(request.actor.organ)[:SHOWN]],
        "waiting": waiting.only("file_name", "came_at", "mapping").order_by("pk") if registers else (),
        "new_url": reverse("desk:batches-arrival-new") if registers else "",
    }
    return page(request, "desk/batches.html", context)


@with_duty(*READERS)
def batch(request: Any, pk: Any) -> HttpResponse:
    """One batch: who brought which file for what, how far it is, and what stays of it where it was undone."""
    return _shown(request, _found(request, pk))


@with_duty(Duty.REGISTER)
@require_POST
def undoing(request: Any, pk: Any) -> HttpResponse:
    """Decide that it is undone; the worker does it, matter by matter."""
    found = _found(request, pk)
    try:
        found.begin_undoing(request.actor, reason=request.POST.get("reason", ""), at=timezone.now())
    except NotAllowed as no:
        return _shown(request, found, refused=no.sentence, status=422)
    return redirect("desk:batches-batch", found.pk)


def _found(request: Any, pk: Any) -> Batch:
    found = Batch.objects.of(request.actor.organ).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _shown(request: Any, found: Batch, *, refused: str = "", status: int = 200) -> HttpResponse:
    state, done = _state(found), _done(found)
    context = {
        "rows": _facts(found),
        "state": _(state),
        "goes_on": state in (REGISTERING, UNDOING),
        "done": done,
        "all": found.rows,
        "told": _told(found, done),
        "kept": [_kept(one) for one in _stays(request, found)],
        "undo_url": _undo_url(request, found),
        "refused": refused,
        "reason": request.POST.get("reason", ""),
    }
    return page(request, "desk/batch.html", context, status=status)


def _state(found: Batch) -> str:
    """One of five words."""
    if found.undone_at is not None:
        return gettext_noop("已撤销") if found.settled_at else UNDOING
    if found.finished_at is not None:
        return gettext_noop("登记好了")
    return REGISTERING if Arrival.objects.filter(batch=found).exists() else gettext_noop("没有登记完")


def _done(found: Batch) -> int:
    return how_many_annulled(found) if found.undone_at else found.petitions.count()


def _told(found: Batch, done: int) -> str:
    told = {"done": done, "all": found.rows}
    if found.undone_at:
        return _("已撤销 %(done)d 件。") % told
    if found.finished_at:
        return _("登记了 %(done)d 件。") % {"done": done}
    return _("已登记 %(done)d 件，共 %(all)d 件。") % told


def _stays(request: Any, found: Batch) -> Any:
    return kept(found, Matter.objects.visible_to(request.officer)) if found.settled_at else ()


def _kept(one: Any) -> dict[str, str]:
    return {"number": one.matter.number, "url": address_of(one.matter), "why": one.why}


def _undo_url(request: Any, found: Batch) -> str:
    may = request.actor.has(Duty.REGISTER) and found.undone_at is None
    return reverse("desk:batches-undoing", args=[found.pk]) if may else ""


def _facts(found: Batch) -> list[dict[str, str]]:
    facts = [
        (_("文件"), found.file_name),
        (_("来自"), named(found.source)),
        (_("为什么导入"), found.purpose),
        (_("谁导入的"), f"{found.organ}　{found.officer.name if found.officer else _('系统')}"),
        (_("什么时候"), _moment(found.begun_at)),
        (_("没有征得同意，没有收"), str(found.not_agreed or "")),
        (_("文件的 SHA-256"), found.file_hash),
    ]
    if found.undone_at:
        who = found.undone_by.name if found.undone_by else _("系统")
        facts += [(_("谁撤销的"), f"{who}　{_moment(found.undone_at)}"), (_("为什么撤销"), found.reason)]
    return [{"label": label, "value": value} for label, value in facts if value]


def _line(found: Batch) -> dict[str, Any]:
    return {
        "url": reverse("desk:batches-batch", args=[found.pk]),
        "name": found.file_name or str(found.pk),
        "source": named(found.source),
        "who": found.officer.name if found.officer else _("系统"),
        "count": found.rows,
        "day": words.table(timezone.localdate(found.begun_at), lang()),
        "state": _(_state(found)),
    }


def _moment(at: Any) -> str:
    local = timezone.localtime(at)
    return f"{words.table(local.date(), lang())} {local:%H:%M}"
