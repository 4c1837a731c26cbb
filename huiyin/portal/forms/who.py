"""您是谁: whom to answer; alone or for many, and what the organ complained of may know."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.people import id_number, name, phone
from huiyin.people.refusal import Wrong
from huiyin.portal.forms.plain import PlainForm, large, narrow

MOST_PEOPLE = 30_000


class WhoForm(PlainForm):
    """Name, a way to be reached, and on whose behalf."""

    name = forms.CharField(
        label=_("姓名"), widget=narrow(autocomplete="name"), error_messages={"required": _("写您的姓名。")}
    )
    phone = forms.CharField(
        label=_("手机号"), required=False, widget=narrow(inputmode="tel", autocomplete="tel")
    )
    address = forms.CharField(
        label=_("通信地址"),
        help_text=_("没有手机的，写地址，我们寄信给您。"),
        required=False,
        widget=narrow(autocomplete="street-address"),
    )
    id_number = forms.CharField(
        label=_("身份证号"), help_text=_("写了，丢了回执也能到窗口补打。"), required=False, widget=narrow()
    )
    people_count = forms.IntegerField(
        label=_("一共多少人"),
        help_text=_("只有您一个人，就不用填。"),
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=narrow(inputmode="numeric"),
        error_messages={
            "invalid": _("人数只写数字，例如 12。"),
            "min_value": _("人数至少是 1。"),
            "max_value": _("人数写得太大了，对照检查一下。"),
        },
    )
    names = forms.CharField(
        label=_("其他人的名单"),
        help_text=_("一行一位，姓名后面可以写手机号；可以从表格里整列粘贴。写多少位都行。"),
        required=False,
        strip=False,
        widget=large(4),
    )
    hide_identity = forms.BooleanField(
        label=_("不让被反映的单位知道我是谁"),
        help_text=_("收件和负责办理的人能看到，转给单位的材料里不写。"),
        required=False,
    )
    e_delivery = forms.BooleanField(
        label=_("答复可以在网上领取"),
        help_text=_("同意以后，用查询码领取书面答复就算送到。不选就寄给您或请您来取。"),
        required=False,
    )

    def clean_name(self) -> str:
        """As it stands on the certificate."""
        return _checked(name.check, self.cleaned_data["name"])

    def clean_phone(self) -> str:
        """As it will be dialled."""
        return _checked(phone.normalise, self.cleaned_data["phone"])

    def clean_id_number(self) -> str:
        """With its check digit right."""
        return _checked(id_number.check, self.cleaned_data["id_number"])

    def clean(self) -> dict[str, Any]:
        """Some way to be reached."""
        if not self.cleaned_data.get("address") and not self.data.get("phone", "").strip():
            self.add_error("phone", _("手机号和通信地址至少写一样，不然没法答复您。"))
        return self.cleaned_data


def _checked(check: Any, value: str) -> str:
    if not value:
        return ""
    try:
        return check(value)
    except Wrong as wrong:
        raise forms.ValidationError(str(wrong)) from wrong
