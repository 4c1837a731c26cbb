"""From a sheet: organs, posts and officers, first as a difference to read, then for good."""

import base64
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import shown
from huiyin.desk.door import with_duty
from huiyin.desk.words import Worded
from huiyin.ledger.cipher import open_sealed, seal
from huiyin.people import roster as people_roster
from huiyin.people.duty import Duty
from huiyin.people.refusal import Wrong
from huiyin.people.sheet import read

LARGEST = 2 * 1024 * 1024


class SheetForm(Worded):
    """One file."""

    sheet = forms.FileField(
        label=gettext_lazy("表格"),
        help_text=gettext_lazy("Excel、LibreOffice 或 CSV，2 MB 以内；表名写“机构”“岗位”“人员”"),
    )

    def clean_sheet(self) -> Any:
        """Small enough to be carried through the check step."""
        file = self.cleaned_data["sheet"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("文件超过 2 MB，请分成几份再传。"))
        return file


@with_duty(Duty.ADMINISTER)
def roster(request: Any) -> HttpResponse:
    """Choose a file; see what it would change; load it."""
    if "carried" in request.POST:
        return _loaded(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, status=422 if form.is_bound and form.errors else 200)
    file = form.cleaned_data["sheet"]
    content = file.read()
    try:
        difference = people_roster.preview(read(content, file.name))
    except Wrong as wrong:
        form.add_error("sheet", str(wrong.sentence))
        return _page(request, form, status=422)
    carried = base64.b64encode(seal(content, aad=_place(request))).decode()
    status = 422 if difference.faults else 200
    return _page(request, SheetForm(), difference=difference, carried=carried, name=file.name, status=status)


def _loaded(request: Any) -> HttpResponse:
    content = open_sealed(base64.b64decode(request.POST["carried"]), aad=_place(request))
    difference = people_roster.load(read(content, request.POST.get("name", "")))
    return _page(request, SheetForm(), difference=difference, is_done=not difference.faults)


def _page(request: Any, form: SheetForm, *, status: int = 200, **context: Any) -> HttpResponse:
    return shown(request, "desk/admin_roster.html", _("从表格导入"), status, form=form, **context)


def _place(request: Any) -> str:
    return f"desk.roster:{request.officer.pk}"
