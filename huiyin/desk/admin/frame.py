"""The frame of the admin pages: their own menu, lists and forms."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.desk.frame import page
from huiyin.desk.words import say_plainly


class WordedModelForm(forms.ModelForm):
    """A model's form whose errors tell what to do."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = _("请选一个") if field.required else _("不选")
            say_plainly(field)


def shown_list(request: Any, heading: str, **context: Any) -> HttpResponse:
    """A list: columns, lines, nothing; see desk/admin_list.html."""
    return page(request, "desk/admin_list.html", {"heading": heading, "places": _places(request)} | context)


def shown_form(request: Any, heading: str, form: Any, **context: Any) -> HttpResponse:
    """A form; a refused one answers 422."""
    shown = {"heading": heading, "places": _places(request), "form": form} | context
    return page(request, "desk/admin_form.html", shown, status=422 if form.is_bound and form.errors else 200)


def shown(request: Any, template: str, heading: str, status: int = 200, **context: Any) -> HttpResponse:
    """Any other admin page."""
    return page(request, template, {"heading": heading, "places": _places(request)} | context, status=status)


def cell(words: Any, url: str = "", *, bold: bool = False) -> dict[str, Any]:
    """One cell of a list."""
    return {"words": words, "url": url, "bold": bold}


def columns(*words: str) -> list[dict[str, Any]]:
    """The heads of a list."""
    return [{"words": each} for each in words]


def _places(request: Any) -> list[dict[str, Any]]:
    here = request.resolver_match.url_name
    places = [
        ("admin-organs", "admin-organ", _("机构")),
        ("admin-posts", "admin-post", _("岗位")),
        ("admin-officers", "admin-officer", _("人员与任职")),
        ("admin-roster", "admin-roster", _("从表格导入")),
        ("admin-recoveries", "admin-recover", _("找回第二因素")),
        ("admin-categories", "admin-categor", _("内容分类")),
        ("admin-policies", "admin-polic", _("政策库")),
        ("admin-templates", "admin-template", _("文书模板")),
        ("admin-routing", "admin-routing", _("分工表")),
        ("admin-rules", "admin-rules", _("法规与时限")),
    ]
    return [
        {"words": words, "url": reverse(f"desk:{name}"), "current": here.startswith(part)}
        for name, part, words in places
    ]
