"""Categories: what petitions are about, as a tree with versions; nothing is deleted, a category ends or goes into another."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown_form, shown_list
from huiyin.desk.door import with_duty
from huiyin.matters.category import Category
from huiyin.people.duty import Duty


class CategoryForm(WordedModelForm):
    """Name, place in the tree, letters to type it by, and the days between which it is used."""

    class Meta:
        model = Category
        fields = ("name", "parent", "letters", "since_on", "until_on", "merged_into")
        help_texts = {
            "letters": gettext_lazy("拼音首字母，例如 zdbc"),
            "until_on": gettext_lazy("这一天还能用；不再用的填上，旧的事项照旧显示。"),
        }


@with_duty(Duty.ADMINISTER)
def categories(request: Any) -> HttpResponse:
    """The tree."""
    everything = list(Category.objects.select_related("merged_into"))
    lines = [
        [
            cell(f"{'　　' * depth}{category.name}", reverse("desk:admin-category", args=[category.pk])),
            cell(category.letters),
            cell(str(category.since_on)),
            cell(str(category.until_on or "")),
            cell(category.merged_into.name if category.merged_into else ""),
        ]
        for category, depth in _tree(everything, None, 0)
    ]
    return shown_list(
        request,
        _("内容分类"),
        columns=columns(_("名称"), _("首字母"), _("从"), _("到"), _("并入")),
        lines=lines,
        nothing=_("还没有分类。先添几个大类；甄别时可以不选。"),
        add_url=reverse("desk:admin-category-new"),
        add_words=_("添一个分类"),
    )


@with_duty(Duty.ADMINISTER)
def category(request: Any, pk: Any = None) -> HttpResponse:
    """Add one, or change one."""
    known = get_object_or_404(Category, pk=pk) if pk else None
    form = CategoryForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("desk:admin-categories")
    heading = known.name if known else _("添一个分类")
    return shown_form(
        request, heading, form, go_words=_("存下这个分类"), back_url=reverse("desk:admin-categories")
    )


def _tree(everything: list[Category], above: Any, depth: int) -> Iterator[tuple[Category, int]]:
    for one in everything:
        if one.parent_id == above:
            yield one, depth
            yield from _tree(everything, one.pk, depth + 1)
