"""撤并、更名: which organ is carried on by which other from a day, and how much of its work moves on that day."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown_form, shown_list
from huiyin.desk.door import with_duty
from huiyin.desk.tongue import lang
from huiyin.matters.handover import waiting
from huiyin.papers import words
from huiyin.people.duty import Duty
from huiyin.people.organ import Organ
from huiyin.people.succession import Succession


class SuccessionForm(WordedModelForm):
    """Which organ, what becomes of it, who carries it on, from when, and who decided so."""

    class Meta:
        model = Succession
        fields = ("organ", "kind", "successor", "effective_on", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("organ", "successor"):
            self.fields[name].queryset = Organ.objects.filter(ended_on=None)

    def looked_at(self) -> str:
        """What the counts before it is recorded were shown for: a change of it shows them again."""
        told = self.cleaned_data
        return f"{told['organ'].pk} {told['successor'].pk} {told['effective_on']}"


@with_duty(Duty.ADMINISTER)
def successions(request: Any) -> HttpResponse:
    """All of them, the latest day first."""
    rows = Succession.objects.select_related("organ", "successor").order_by("-effective_on", "-id")
    return shown_list(
        request,
        _("撤并、更名"),
        says=_(
            "记下以后，到那一天，原单位在办的事项、复查和没落实的承诺连同期限一起转给承接单位，信访人会收到告知。"
        ),
        columns=columns(_("哪个单位"), _("怎么变"), _("由哪个单位承接"), _("从哪天起"), _("依据")),
        lines=[_line(one) for one in rows],
        nothing=_("还没有记过。单位更名、合并、撤销、分立时，在这里记一条。"),
        add_url=reverse("desk:admin-organ-succession-new"),
        add_words=_("记一条撤并或更名"),
        more_url=reverse("desk:admin-organs"),
        more_words=_("回机构"),
    )


@with_duty(Duty.ADMINISTER)
def succession(request: Any) -> HttpResponse:
    """Record one: first shown with what would move, then kept."""
    form = SuccessionForm(request.POST or None, instance=Succession(recorded_by=request.officer))
    shown = {"go_words": _("看看会转走多少"), "back_url": reverse("desk:admin-organ-successions")}
    if request.method == "POST" and form.is_valid():
        if request.POST.get("looked_at") == form.looked_at():
            try:
                form.instance.record()
                return redirect("desk:admin-organ-successions")
            except ValidationError as overtaken:
                form.add_error(None, overtaken)
        shown |= {"warns": _moving(form.instance), "go_words": _("记下来"), "looked_at": form.looked_at()}
    return shown_form(request, _("记一条撤并或更名"), form, **shown)


def _moving(one: Succession) -> str:
    told = waiting(one.organ) | {
        "day": words.prose(one.effective_on, lang(), one.effective_on),
        "organ": one.organ.name,
        "successor": one.successor.name,
    }
    return (
        _(
            "%(day)s起，%(organ)s在办的 %(assignments)d 件、没完的复查复核 %(reviews)d 件、没落实的承诺 %(executions)d 项，"
            "都转给%(successor)s，期限不变。记下以后不能改。"
        )
        % told
    )


def _line(one: Succession) -> list[dict[str, Any]]:
    return [
        cell(one.organ.name),
        cell(one.get_kind_display()),
        cell(one.successor.name),
        cell(str(one.effective_on)),
        cell(one.reason),
    ]
