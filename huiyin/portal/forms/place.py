"""在哪里、和谁有关: the place, and the organ it is about; all of it may stay empty."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from huiyin.people.organ import Organ
from huiyin.people.region import Region
from huiyin.portal.forms.plain import PlainForm, narrow
from huiyin.portal.office import Office

TOWNSHIP_DIGITS = 9
MOST_NAMES = 400


class Suggested(forms.TextInput):
    """A box for one line that also offers a list to choose from."""

    suggestions: Iterable[str] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The box and its list."""
        box = super().render(name, value, {**(attrs or {}), "list": f"{name}_list"}, renderer)
        options = format_html_join("", '<option value="{}">', ((one,) for one in self.suggestions))
        return format_html('{}<datalist id="{}_list">{}</datalist>', box, name, options)


class PlaceForm(PlainForm):
    """Where it happened and whom it concerns."""

    place = forms.ChoiceField(
        label=_("在哪个县区、乡镇"),
        required=False,
        error_messages={"invalid_choice": _("从列表里选一个地方，或选“不清楚”。")},
    )
    place_text = forms.CharField(
        label=_("具体地点"), help_text=_("村、路、门牌、工地名，都行。"), required=False, widget=narrow()
    )
    organs_text = forms.CharField(
        label=_("和哪个单位有关"),
        help_text=_("从列表里选，也可以自己写。不知道可以不填，由我们来找。"),
        required=False,
        widget=Suggested(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", _("不清楚")), *places(office)]
        names = (
            Organ.objects.open_on()
            .filter(region__code__startswith=office.region)
            .values_list("name", flat=True)
        )
        self.fields["organs_text"].widget.suggestions = names[:MOST_NAMES]  # asked when the page is drawn


def places(office: Office) -> list[tuple[str, Any]]:
    """Counties with their townships, as a select shows them."""
    regions = [one for one in Region.objects.within(office.region) if len(one.code) <= TOWNSHIP_DIGITS]
    tops = [one for one in regions if one.parent_id == office.region] or regions[:1]
    return [(top.name, _with_its_own(top, regions)) for top in tops]


def _with_its_own(top: Region, regions: list[Region]) -> list[tuple[str, str]]:
    inner = [
        (one.code, one.name) for one in regions if one.code.startswith(top.code) and one.code != top.code
    ]
    return [(top.code, top.name), *inner]
