"""Policies: the library that answers cite. A cited version stays; a change is a further version, and nothing is deleted."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown, shown_form, shown_list
from huiyin.desk.door import with_duty
from huiyin.matters.errors import NotAllowed
from huiyin.matters.policy import Policy, PolicyVersion
from huiyin.people.duty import Duty

NAMED = ("title", "organ", "number")


class PolicyForm(WordedModelForm):
    """What it is called, who issued it, and for which matters; a cited one keeps its name."""

    class Meta:
        model = Policy
        fields = (*NAMED, "topic")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding and self.instance.was_cited:
            for name in NAMED:
                self.fields[name].disabled = True


class VersionForm(WordedModelForm):
    """One version: its words and its days; of a cited one only the day on which it ends."""

    class Meta:
        model = PolicyVersion
        fields = ("label", "since_on", "until_on", "text", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.cited_on:
            for name in set(self.fields) - {"until_on"}:
                self.fields[name].disabled = True

    def keep(self) -> None:
        """Write it down. Raises NotAllowed where it was cited while this page stood open."""
        if self.instance._state.adding:
            self.save()
        elif self.instance.cited_on:
            self.instance.end(self.cleaned_data["until_on"])
        else:
            self.instance.rewrite(**self.cleaned_data)


@with_duty(Duty.ADMINISTER)
def policies(request: Any) -> HttpResponse:
    """The library, each policy with its latest version."""
    versions = Prefetch("versions", PolicyVersion.objects.order_by("-since_on"))
    return shown_list(
        request,
        _("政策库"),
        columns=columns(_("政策名称"), _("文号"), _("发文机关"), _("管哪类事项"), _("最新一版")),
        lines=[_line(one) for one in Policy.objects.prefetch_related(versions)],
        nothing=_("还没有政策。库是空的时候，拟写处理意见和以前一样。"),
        add_url=reverse("desk:admin-policy-new"),
        add_words=_("添一项政策"),
    )


@with_duty(Duty.ADMINISTER)
def policy_new(request: Any) -> HttpResponse:
    """Add one; its first version comes next."""
    form = PolicyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("desk:admin-policy", pk=form.save().pk)
    back = reverse("desk:admin-policies")
    return shown_form(request, _("添一项政策"), form, go_words=_("存下这项政策"), back_url=back)


@with_duty(Duty.ADMINISTER)
def policy(request: Any, pk: Any) -> HttpResponse:
    """One policy with its versions."""
    known = get_object_or_404(Policy, pk=pk)
    form = PolicyForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-policies")
    status = 422 if form.is_bound else 200
    rows = known.versions.all()
    return shown(
        request, "desk/admin_policy.html", str(known), status, policy=known, form=form, versions=rows
    )


@with_duty(Duty.ADMINISTER)
def version(request: Any, pk: Any, version: Any = None) -> HttpResponse:
    """Add a version, change one that nobody cited, or say until when one held."""
    above = get_object_or_404(Policy, pk=pk)
    known = get_object_or_404(above.versions, pk=version) if version else PolicyVersion(policy=above)
    form = VersionForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid() and _kept(form):
        return redirect("desk:admin-policy", pk=above.pk)
    heading = f"{above} {known.label}" if version else _("%(policy)s：添一版") % {"policy": above}
    says = _("已有答复引用这一版，只能写它施行到哪天；有变化请添一版。") if known.cited_on else ""
    back = reverse("desk:admin-policy", args=[above.pk])
    return shown_form(request, heading, form, go_words=_("存下这一版"), back_url=back, says=says)


def _kept(form: VersionForm) -> bool:
    try:
        form.keep()
    except NotAllowed as no:
        form.add_error(None, no.sentence)
        return False
    return True


def _line(one: Policy) -> list[dict[str, Any]]:
    latest = next(iter(one.versions.all()), None)
    return [
        cell(one.title, reverse("desk:admin-policy", args=[one.pk])),
        cell(one.number),
        cell(one.organ),
        cell(one.topic),
        cell(f"{latest.label}（{latest.days}）" if latest else _("还没有版本")),
    ]
