"""Officers: who may sign in, and which posts they hold, act in or assist, from when until when."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown, shown_form, shown_list
from huiyin.desk.door import with_duty
from huiyin.people.duty import Duty
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer, normal_username
from huiyin.people.post import Post


class OfficerForm(WordedModelForm):
    """User name, name, and whether they may sign in."""

    class Meta:
        model = Officer
        fields = ("username", "name", "is_active")
        help_texts = {"is_active": gettext_lazy("离开的人去掉这个勾，马上退出登录。")}

    def clean_username(self) -> str:
        """As it is stored."""
        return normal_username(self.cleaned_data["username"])


class HoldingForm(WordedModelForm):
    """At which post, how, from when until when."""

    class Meta:
        model = Holding
        fields = ("post", "capacity", "since_on", "until_on")
        labels = {"post": gettext_lazy("岗位")}
        help_texts = {
            "capacity": gettext_lazy("协助的人可以准备，不能签发和批准。"),
            "until_on": gettext_lazy("这一天还算在任；长期的不填。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].queryset = Post.objects.active().select_related("organ")


@with_duty(Duty.ADMINISTER)
def officers(request: Any) -> HttpResponse:
    """Everybody, with their posts of today."""
    held: dict[Any, list[str]] = {}
    for holding in Holding.objects.on().able().select_related("post__organ"):
        held.setdefault(holding.officer_id, []).append(str(holding.post))
    lines = [
        [
            cell(officer.name, reverse("desk:admin-officer", args=[officer.pk])),
            cell(officer.username),
            cell("、".join(held.get(officer.pk, [])) or _("没有岗位")),
            cell(_("已设") if officer.has_second_factor else _("还没有设")),
            cell("" if officer.is_active else _("停用")),
        ]
        for officer in Officer.objects.order_by("username")
    ]
    return shown_list(
        request,
        _("人员与任职"),
        columns=columns(_("姓名"), _("用户名"), _("岗位"), _("第二因素"), _("状态")),
        lines=lines,
        nothing=_("还没有人员。"),
        add_url=reverse("desk:admin-officer-new"),
        add_words=_("添一个人"),
    )


@with_duty(Duty.ADMINISTER)
def officer_new(request: Any) -> HttpResponse:
    """Add somebody; the first password is shown once, to be handed over in person."""
    form = OfficerForm(request.POST or None, initial={"is_active": True})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        added = Officer.objects.create_user(said["username"], name=said["name"], is_active=said["is_active"])
        return _with_password(request, added)
    back = reverse("desk:admin-officers")
    return shown_form(request, _("添一个人"), form, go_words=_("存下，给初始密码"), back_url=back)


@with_duty(Duty.ADMINISTER)
def officer(request: Any, pk: Any) -> HttpResponse:
    """One officer: the name, the posts, and a new first password."""
    known = get_object_or_404(Officer, pk=pk)
    form = OfficerForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-officers")
    return _shown(request, known, form, HoldingForm())


@with_duty(Duty.ADMINISTER)
@require_POST
def holding_new(request: Any, pk: Any) -> HttpResponse:
    """Give a post to an officer from a day on."""
    known = get_object_or_404(Officer, pk=pk)
    form = HoldingForm(request.POST, instance=Holding(officer=known))
    if form.is_valid():
        form.save()
        return redirect("desk:admin-officer", pk=known.pk)
    return _shown(request, known, OfficerForm(instance=known), form)


@with_duty(Duty.ADMINISTER)
def holding(request: Any, pk: Any) -> HttpResponse:
    """Change a holding, or set its last day."""
    known = get_object_or_404(Holding.objects.select_related("officer", "post__organ"), pk=pk)
    form = HoldingForm(request.POST or None, instance=known)
    back = reverse("desk:admin-officer", args=[known.officer_id])
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(back)
    return shown_form(request, str(known), form, go_words=_("存下这个任职"), back_url=back)


@with_duty(Duty.ADMINISTER)
@require_POST
def first_password(request: Any, pk: Any) -> HttpResponse:
    """A new first password, shown once; signing in with it asks for one of their own."""
    return _with_password(request, get_object_or_404(Officer, pk=pk))


def _with_password(request: Any, known: Officer) -> HttpResponse:
    password = known.give_first_password()
    return shown(request, "desk/admin_password.html", known.name, officer=known, password=password)


def _shown(request: Any, known: Officer, form: Any, more: Any) -> HttpResponse:
    rows = known.holdings.select_related("post__organ").order_by("-since_on")
    status = 422 if (form.is_bound and form.errors) or (more.is_bound and more.errors) else 200
    return shown(
        request,
        "desk/admin_officer.html",
        known.name,
        status,
        officer=known,
        form=form,
        more=more,
        holdings=rows,
    )
