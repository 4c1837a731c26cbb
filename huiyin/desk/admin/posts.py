"""Posts: a place in an organ, and what it is there for, in plain words."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown_form, shown_list
from huiyin.desk.door import with_duty
from huiyin.people.duty import Duty
from huiyin.people.holding import Holding
from huiyin.people.organ import Organ
from huiyin.people.post import Post


class PostForm(WordedModelForm):
    """Organ, title, duties and rank."""

    duties = forms.MultipleChoiceField(
        label=gettext_lazy("职责"), choices=Duty.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Post
        fields = ("organ", "title", "duties", "rank", "is_active")
        labels = {"organ": gettext_lazy("单位")}
        help_texts = {"is_active": gettext_lazy("不再用的岗位去掉这个勾；办过的事都留着。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = Organ.objects.open_on()

    def clean_is_active(self) -> bool:
        """A post that still handles something stays in use, or nobody would answer for it."""
        active = bool(self.cleaned_data["is_active"])
        handled = 0 if active else self.instance.handled.open().count()
        if handled:
            raise forms.ValidationError(
                _("还有 %(handled)d 件由这个岗位承办，请先让单位负责人指定别人。") % {"handled": handled}
            )
        return active


@with_duty(Duty.ADMINISTER)
def posts(request: Any) -> HttpResponse:
    """Every post by organ, with who sits there."""
    holders = _holders()
    everything = Post.objects.select_related("organ")
    ordered = everything.order_by("organ__region_id", "organ__name", "-rank", "title")
    lines = [_line(post, holders) for post in ordered]
    return shown_list(
        request,
        _("岗位"),
        columns=columns(_("单位"), _("岗位"), _("职责"), _("谁在任"), _("状态")),
        lines=lines,
        nothing=_("还没有岗位。先建机构，再添岗位。"),
        add_url=reverse("desk:admin-post-new"),
        add_words=_("添一个岗位"),
    )


@with_duty(Duty.ADMINISTER)
def post(request: Any, pk: Any = None) -> HttpResponse:
    """Add one, or change one."""
    known = get_object_or_404(Post, pk=pk) if pk else None
    form = PostForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-posts")
    heading = str(known) if known else _("添一个岗位")
    return shown_form(
        request, heading, form, go_words=_("存下这个岗位"), back_url=reverse("desk:admin-posts")
    )


def _holders() -> dict[Any, list[str]]:
    """Post → who sits there today, with the capacity where it is not their own."""
    holders: dict[Any, list[str]] = {}
    for holding in Holding.objects.on().able().select_related("officer"):
        said = "" if holding.capacity == "holder" else f"（{holding.get_capacity_display()}）"
        holders.setdefault(holding.post_id, []).append(f"{holding.officer.name}{said}")
    return holders


def _line(post: Post, holders: dict[Any, list[str]]) -> list[dict[str, Any]]:
    words = dict(Duty.choices)
    return [
        cell(str(post.organ)),
        cell(post.title, reverse("desk:admin-post", args=[post.pk])),
        cell("、".join(str(words[duty]) for duty in post.duties if duty in words)),
        cell("、".join(holders.get(post.pk, [])) or _("空缺")),
        cell("" if post.is_active else _("停用")),
    ]
