"""巡视巡察资料 (Art. 41): seal keepers ask for a pack, another keeper approves it, and who asked takes it out, once."""

from hashlib import sha256
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from huiyin.desk.door import with_duty
from huiyin.desk.downloads import TYPES, download
from huiyin.desk.figures import FiguresForm
from huiyin.desk.frame import page
from huiyin.desk.search import searchable
from huiyin.desk.tongue import lang
from huiyin.insight import inspection_pack as insight
from huiyin.insight import pack_record
from huiyin.insight.counted import Days
from huiyin.insight.figures import Asked
from huiyin.insight.pack_record import Pack
from huiyin.matters.access import looked
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.matter import Matter
from huiyin.papers import words
from huiyin.papers.docx import render_docx
from huiyin.people.duty import Duty
from huiyin.people.organ import Organ


class PackForm(FiguresForm):
    """About which organ, of which days, and why."""

    field_order = ("organ", "since", "until", "reason")
    organ = forms.ModelChoiceField(
        Organ.objects.none(), label=_("被巡视巡察的单位"), empty_label=_("请选单位")
    )
    reason = forms.CharField(
        label=_("事由"),
        help_text=_("哪个巡视巡察组、哪份函要的"),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = Organ.objects.open_on().order_by("region_id", "name")


@with_duty(Duty.SEAL_KEEPER)
def inspection_packs(request: Any) -> HttpResponse:
    """The packs of this organ, and asking for one."""
    if request.method != "POST":
        return _shown(request, PackForm())
    form = PackForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    pack_record.ask(request.actor, at=timezone.now(), **form.cleaned_data)
    return redirect("desk:inspection-packs")


@with_duty(Duty.SEAL_KEEPER)
@require_POST
def approval(request: Any, stream: Any) -> HttpResponse:
    """Another keeper approves."""
    try:
        pack_record.approve(_pack(request, stream), request.actor, at=timezone.now())
    except NotAllowed as no:
        return _refused(request, no)
    return redirect("desk:inspection-packs")


@with_duty(Duty.SEAL_KEEPER)
@require_POST
def taking(request: Any, stream: Any) -> HttpResponse:
    """The pack as docx, once."""
    pack, at = _pack(request, stream), timezone.now()
    try:
        content = pack_record.take(pack, request.actor, at=at, made=lambda: _made(request, pack, at))
    except NotAllowed as no:
        return _refused(request, no)
    return download(content, f"{pack.organ.name}{pack.since}_{pack.until}.docx", TYPES["docx"])


def _made(request: Any, pack: Pack, at: Any) -> tuple[bytes, str, int]:
    """The bytes, their SHA-256, and how many accusations they hold; that each was looked at stands in its own record."""
    days, today = Days(pack.since, pack.until), timezone.localdate(at)
    both = Matter.objects.visible_to(request.officer).filter(
        pk__in=Matter.objects.visible_to(pack.approved_by).values("pk")
    )
    sealed = list(insight.accusations(both, pack.organ, days))
    asked = Asked(searchable(request), days, today, pack.organ)
    paper = insight.inspection_pack(sealed, asked, by=request.actor.organ, reason=pack.reason)
    mark = f"巡视巡察专用　{request.officer.name}　{words.formal(today)}　{str(pack.stream)[-8:]}"
    content = render_docx(paper, watermark=mark)
    for matter in sealed:
        looked(request.actor, matter, purpose="inspection_pack", at=at)
    return content, sha256(content).hexdigest(), len(sealed)


def _pack(request: Any, stream: Any) -> Pack:
    found = next((one for one in pack_record.packs_of(request.actor.organ) if one.stream == stream), None)
    if found is None:
        raise Http404
    return found


def _refused(request: Any, no: NotAllowed) -> HttpResponse:
    return _shown(request, PackForm(), refused=no.sentence, status=409 if isinstance(no, Overtaken) else 422)


def _shown(request: Any, form: PackForm, refused: str = "", status: int = 200) -> HttpResponse:
    rows = [_row(request, one) for one in pack_record.packs_of(request.actor.organ)]
    context = {"form": form, "rows": rows, "refused": refused}
    return page(request, "desk/inspection_packs.html", context, status=status)


def _row(request: Any, pack: Pack) -> dict[str, Any]:
    mine = pack.asked_by == request.officer
    return {
        "pack": pack,
        "asked_on": words.formal(timezone.localdate(pack.asked_at), lang()),
        "taken_on": words.formal(timezone.localdate(pack.taken_at), lang()) if pack.taken_at else "",
        "may_approve": pack.approved_by is None and not mine,
        "may_take": pack.approved_by is not None and pack.taken_at is None and mine,
    }
