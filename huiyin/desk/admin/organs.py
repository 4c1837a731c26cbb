"""Organs: the tree, and one organ with the days from which it stands and until which it stood."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown_form, shown_list
from huiyin.desk.door import with_duty
from huiyin.people.duty import Duty
from huiyin.people.organ import Organ

INDENT = "　　"


class OrganForm(WordedModelForm):
    """Everything that an organ is known by; how it ends is recorded as a succession, never a deletion."""

    class Meta:
        model = Organ
        fields = (
            "name", "short_name", "letters", "kind", "region", "superior", "superior_line",
            "phone", "address", "office_hours", "opened_on",
        )  # fmt: skip
        labels = {
            "region": gettext_lazy("行政区划"),
            "superior": gettext_lazy("上级单位"),
        }
        help_texts = {
            "letters": gettext_lazy("文号用，例如“明信”"),
            "superior_line": gettext_lazy("垂直管理的才填，例如“税务”"),
        }


@with_duty(Duty.ADMINISTER)
def organs(request: Any) -> HttpResponse:
    """The tree, superiors above those below them."""
    everybody = list(Organ.objects.select_related("region").order_by("region_id", "name"))
    lines = [
        [
            cell(f"{INDENT * depth}{organ.name}", reverse("desk:admin-organ", args=[organ.pk])),
            cell(organ.letters),
            cell(organ.get_kind_display()),
            cell(organ.region.name),
            cell(_("%(day)s 撤并") % {"day": organ.ended_on} if organ.ended_on else ""),
        ]
        for organ, depth in _tree(everybody, None, 0)
    ]
    return shown_list(
        request,
        _("机构"),
        columns=columns(_("名称"), _("机关代字"), _("类别"), _("区划"), _("状态")),
        lines=lines,
        nothing=_("还没有机构。从表格导入，或先建一个。"),
        add_url=reverse("desk:admin-organ-new"),
        add_words=_("添一个机构"),
        more_url=reverse("desk:admin-organ-successions"),
        more_words=_("撤并、更名"),
    )


@with_duty(Duty.ADMINISTER)
def organ(request: Any, pk: Any = None) -> HttpResponse:
    """Add one, or change one."""
    known = get_object_or_404(Organ, pk=pk) if pk else None
    form = OrganForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-organs")
    heading = known.name if known else _("添一个机构")
    return shown_form(
        request, heading, form, go_words=_("存下这个机构"), back_url=reverse("desk:admin-organs")
    )


def _tree(organs: list[Organ], above: Any, depth: int) -> Iterator[tuple[Organ, int]]:
    for one in organs:
        if one.superior_id == above:
            yield one, depth
            yield from _tree(organs, one.pk, depth + 1)
