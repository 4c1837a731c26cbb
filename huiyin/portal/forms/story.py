"""发生了什么事: in one's own words, or in a picture of them; and a handwritten letter, which is complete with a phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.people import phone as telephone
from huiyin.people.refusal import Wrong
from huiyin.portal.forms.plain import AskedField, PlainForm, large, narrow


class Files(forms.Field):
    """Where the files of a page stand; they are received apart and only their errors belong here."""

    widget = forms.HiddenInput


class StoryForm(PlainForm):
    """What happened, with pictures and papers, and what is wanted."""

    text = AskedField(label=_("发生了什么事"), required=False, strip=False, widget=large(9))
    files = Files(label=_("照片和材料"), required=False)
    wishes = forms.CharField(
        label=_("您希望怎样解决"),
        help_text=_("一行写一个要求。"),
        required=False,
        strip=False,
        widget=large(3),
    )

    def __init__(self, *args: Any, leaves: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves

    def clean(self) -> dict[str, Any]:
        """Words or a picture: one of them is enough."""
        if not self.leaves and not self.cleaned_data.get("text", "").strip():
            self.add_error("text", _("写几句发生了什么，或拍一张手写的信。"))
        return self.cleaned_data


class LetterForm(PlainForm):
    """A picture of a letter and a telephone number are a complete filing; an officer copies the letter out."""

    files = Files(label=_("手写的信"), required=False)
    phone = forms.CharField(
        label=_("手机号"),
        help_text=_("抄录好了请您看，办到哪一步也打这个电话。"),
        widget=narrow(inputmode="tel", autocomplete="tel"),
        error_messages={"required": _("写一个能打通的电话。")},
    )
    name = forms.CharField(label=_("姓名"), required=False, widget=narrow(autocomplete="name"))

    def __init__(self, *args: Any, leaves: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves

    def clean_phone(self) -> str:
        """As it will be dialled."""
        try:
            return telephone.normalise(self.cleaned_data["phone"])
        except Wrong as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self) -> dict[str, Any]:
        """A letter needs its picture."""
        if not self.leaves:
            self.add_error("files", _("拍一张信的照片传上来。"))
        return self.cleaned_data
