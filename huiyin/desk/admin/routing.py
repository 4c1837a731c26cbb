"""分工表, the routing table: a list of rules, each added, changed, and ended on a day; nothing is deleted."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown_form, shown_list
from huiyin.desk.choosing import Suggesting
from huiyin.desk.door import with_duty
from huiyin.matters.category import Category
from huiyin.matters.routing import RoutingRule, tidy, tied
from huiyin.people.duty import Duty


class RuleForm(WordedModelForm):
    """What the rule covers, the organ, the days, and the duty or document that it comes from."""

    class Meta:
        model = RoutingRule
        fields = ("topic", "place", "respondent", "organ", "reason", "since_on", "until_on")
        help_texts = {
            "topic": gettext_lazy("空着就是不限；写上一级，下面各级都算"),
            "place": gettext_lazy("空着就是不限；选了县，县里的乡镇和村都算"),
            "respondent": gettext_lazy("空着就是不限；信访件提到这个单位时才用这条"),
            "reason": gettext_lazy("哪一项职责，写在哪个文件里，例如“三定规定第四条”"),
            "until_on": gettext_lazy("这一天还用；一直用就空着"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paths = [category.path for category in Category.objects.in_use().select_related("parent")]
        self.fields["topic"].widget = Suggesting(paths, {"maxlength": 64})

    def clean_topic(self) -> str:
        """The path written in one way, so that equal topics are equal."""
        return tidy(self.cleaned_data["topic"])

    def clean(self) -> dict[str, Any]:
        """Refuse a rule that says the same of the same days as another."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        twins = [other for other in _alike(told, self.instance.pk) if not self.errors]
        if any(_overlap(told, other) for other in twins):
            self.add_error(None, _("已有一条管同样的内容、地方和单位，日期也重合。改那一条，或先让它到期。"))
        return told


class EndingForm(WordedModelForm):
    """The last day on which the rule is used."""

    class Meta:
        model = RoutingRule
        fields = ("until_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until_on"].required = True
        self.initial["until_on"] = self.instance.until_on or timezone.localdate()

    def clean_until_on(self) -> Any:
        """A rule cannot end before it begins."""
        day = self.cleaned_data["until_on"]
        if day < self.instance.since_on:
            raise ValidationError(_("“用到哪天”不能早于“从哪天起用”。"))
        return day


@with_duty(Duty.ADMINISTER)
def rules(request: Any) -> HttpResponse:
    """The table, by topic, place and respondent; rules that contradict each other are marked."""
    everything = list(RoutingRule.objects.select_related("place", "respondent", "organ"))
    alike = tied(everything)
    return shown_list(
        request,
        _("分工表"),
        says=_(
            "转送、交办时按这张表先提一个单位，经办人可以另选。写得最细的一条算数：先看涉及单位，再看内容，再看地方。"
        ),
        warns=_("有规则管的范围和日期一样，提不出单位。请改其中一条，或让它到期。") if alike else "",
        columns=columns(
            _("管什么"), _("归哪个单位办"), _("为什么"), _("从"), _("到"), _("要改的"), _("到期")
        ),
        lines=[_line(one, alike) for one in everything],
        nothing=_("还没有规则。没有规则时，转给谁由经办人自己选。"),
        add_url=reverse("desk:admin-routing-new"),
        add_words=_("添一条规则"),
        more_url=reverse("desk:admin-routing-dry-run"),
        more_words=_("拿过去一年的事项试算"),
    )


@with_duty(Duty.ADMINISTER)
def rule(request: Any, pk: Any = None) -> HttpResponse:
    """Add one, or change one."""
    known = get_object_or_404(RoutingRule, pk=pk) if pk else None
    form = RuleForm(
        request.POST or None, instance=known, initial={} if known else {"since_on": timezone.localdate()}
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-routing")
    heading = str(known) if known else _("添一条规则")
    return shown_form(
        request, heading, form, go_words=_("存下这条规则"), back_url=reverse("desk:admin-routing")
    )


@with_duty(Duty.ADMINISTER)
def ending(request: Any, pk: Any) -> HttpResponse:
    """Let a rule end on a day; what it proposed stays in the forwardings that followed it."""
    known = get_object_or_404(RoutingRule, pk=pk)
    form = EndingForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-routing")
    back = reverse("desk:admin-routing")
    return shown_form(request, str(known), form, go_words=_("到这一天为止"), back_url=back)


def _line(one: RoutingRule, alike: set[Any]) -> list[dict[str, Any]]:
    wrong = [_("和另一条一样细")] if one.pk in alike else []
    wrong += [_("单位已撤并，没有承接单位")] if one.organ.standing().ended_on else []
    ends = reverse("desk:admin-routing-ending", args=[one.pk])
    return [
        cell(str(one), reverse("desk:admin-routing-rule", args=[one.pk])),
        cell(one.organ),
        cell(one.reason),
        cell(str(one.since_on)),
        cell(str(one.until_on or "")),
        cell("；".join(wrong), bold=True),
        cell("" if one.until_on else _("让它到期"), "" if one.until_on else ends),
    ]


def _alike(told: dict[str, Any], own: Any) -> Any:
    same = {name: told.get(name) for name in ("topic", "place", "respondent")}
    return RoutingRule.objects.filter(**same).exclude(pk=own)


def _overlap(told: dict[str, Any], other: RoutingRule) -> bool:
    days = {name: told.get(name) for name in ("since_on", "until_on")}
    return RoutingRule(**days).overlaps(other)
