"""The boxes of a draft in which policies are chosen, among those that held when the matter was heard or hold today."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from huiyin.matters.policy import PolicyVersion


def boxes(matter: Any, versions: list[PolicyVersion]) -> dict[str, forms.Field]:
    """A box per version; and, where the library has one for such matters, the reason why none of them applies."""
    if not versions:
        return {}
    fields: dict[str, forms.Field] = {
        "policies": forms.MultipleChoiceField(
            label=_("引用哪些政策"),
            help_text=_links(versions),
            choices=[(str(one.pk), f"{one}（{one.days}）") for one in versions],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("选的政策里有一版现在不能引用，请在列表里重新选。")},
        )
    }
    if any(one.policy.is_for(matter.topic) for one in versions):
        fields["no_policy"] = forms.CharField(
            label=_("这类事项的政策为什么不适用"),
            help_text=_("选用了就不用写"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
    return fields


def _links(versions: list[PolicyVersion]) -> Any:
    """Where each can be read."""
    pages = ((reverse("desk:policy", args=[one.pk]), str(one)) for one in versions)
    return format_html("{}{}", _("看条文："), format_html_join("、", '<a href="{}">{}</a>', pages))
