"""检举控告: the confidential way in. One page, nothing kept in the browser but a token that says nothing, and at the
end twenty digits on a page that looks like nothing.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huiyin.matters import upload
from huiyin.matters.code import grouped
from huiyin.matters.filing import Filing, Person
from huiyin.matters.registration import register
from huiyin.people.actor import Actor
from huiyin.portal import leaf
from huiyin.portal.draft import Draft, Kind
from huiyin.portal.filing import LETTER_TITLE, named, pieces, title_of
from huiyin.portal.forms.plain import AskedField, PlainForm, large, narrow, typed_in
from huiyin.portal.forms.story import Files
from huiyin.portal.office import office

SHOWN = timedelta(hours=1)
PAGE = "report"


class ReportForm(PlainForm):
    """Who did what, with what proof; the rest only if one wants to."""

    text = AskedField(label=_("谁，做了什么"), required=False, strip=False, widget=large(9))
    files = Files(label=_("照片和材料"), required=False)
    organs_text = forms.CharField(label=_("他在哪个单位"), required=False, widget=narrow())
    name = forms.CharField(label=_("您的姓名"), required=False, widget=narrow())
    phone = forms.CharField(
        label=_("怎么联系您"),
        help_text=_("不写也照样收。写了，只有保管密件的人看得到。"),
        required=False,
        widget=narrow(inputmode="tel"),
    )

    def __init__(self, *args: Any, leaves: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves

    def clean(self) -> dict[str, Any]:
        """Words or a picture."""
        if not self.leaves and not self.cleaned_data.get("text", "").strip():
            self.add_error("text", _("写几句谁做了什么，或传一张照片。"))
        return self.cleaned_data


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Write it, and hand it in under seal."""
    if request.method != "POST":
        draft = Draft.of(request, Kind.REPORT)
        form = ReportForm.showing(draft.said(PAGE)) if draft else ReportForm()
        return _page(request, draft, form)
    draft = Draft.begun(request, Kind.REPORT)
    draft.keep(PAGE, typed_in(request))
    for one in draft.leaves.filter(pk=leaf.named(request.POST.get("remove", ""))):
        one.drop()
    refused = leaf.keep_all(draft, request.FILES.getlist("files"))
    if "remove" in request.POST or "attach" in request.POST and not refused:
        return draft.remember(redirect("portal:report"), request)
    form = ReportForm(draft.said(PAGE), leaves=draft.leaves.count())
    if form.is_valid() and not refused:
        done = register(_filing(draft, form.cleaned_data), by=Actor.petitioner(), organ=office().organ)
        draft.became(done.receipt)
        return draft.remember(redirect("portal:report_receipt"), request)
    for sentence in refused:
        form.add_error("files", sentence)
    return draft.remember(_page(request, draft, form, status=422), request)


@never_cache
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Twenty digits and a telephone number."""
    draft = Draft.of(request, Kind.REPORT)
    if draft is None or draft.receipt is None or not draft.receipt.shown or _is_over(draft):
        return redirect("portal:start")
    return render(request, "portal/report_receipt.html", {"code": grouped(draft.receipt.shown)})


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget it in this browser."""
    draft = Draft.of(request, Kind.REPORT)
    if draft is not None:
        draft.drop_leaves()
        draft.delete()
    return redirect("portal:start")


def _is_over(draft: Draft) -> bool:
    return draft.saved_at + SHOWN < timezone.now()


def _filing(draft: Draft, said: dict[str, Any]) -> Filing:
    known = said["name"] or said["phone"]
    text = said["text"].strip()
    return Filing(
        title=title_of(text) if text else LETTER_TITLE,
        text=text,
        people=(Person(name=said["name"], phone=said["phone"]),) if known else (),
        named=named(said["organs_text"]),
        organs_text=said["organs_text"],
        hide_identity=True,
        accusation=True,
        awaits_transcript=not text,
        attachments=pieces(draft),
        key=draft.key,
    )


def _page(request: HttpRequest, draft: Draft | None, form: ReportForm, status: int = 200) -> HttpResponse:
    told = {
        "form": form,
        "files": leaf.rows(draft) if draft and draft.receipt_id is None else [],
        "accept": upload.ACCEPT,
        "exit_url": settings.EXIT_URL,
    }
    return render(request, "portal/report.html", told, status=status)
