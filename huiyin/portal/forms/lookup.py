"""案号 and 查询码, as they stand on the receipt."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.portal import lookup
from huiyin.portal.forms.plain import AskedField, PlainForm, narrow


class LookupForm(PlainForm):
    """Number and code; a confidential receipt has the code alone. Pasting is welcome."""

    number = AskedField(
        label=_("案号"),
        help_text=_("回执上只有 20 位数字、没有案号的，这里不填。"),
        required=False,
        widget=narrow(),
    )
    code = forms.CharField(
        label=_("查询码"),
        widget=narrow(inputmode="numeric"),
        error_messages={"required": _("写回执上的查询码。")},
    )

    def clean_number(self) -> str:
        """As it is kept."""
        return lookup.normal_number(self.cleaned_data["number"])

    def clean_code(self) -> str:
        """As it is kept; a slip of the finger is told at once."""
        digits = lookup.normal_code(self.cleaned_data["code"])
        if lookup.mistyped(digits, has_number=bool(self.cleaned_data.get("number"))):
            raise forms.ValidationError(self._told(digits))
        return digits

    def _told(self, digits: str) -> Any:
        if len(digits) == 16 and not self.cleaned_data.get("number"):
            return _("16 位的查询码要和案号一起写，案号也在回执上。")
        return _("查询码好像有一位写错了。")
