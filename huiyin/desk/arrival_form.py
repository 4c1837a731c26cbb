"""The forms of a file on its way in: what it is, then which column says what."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.words import Worded
from huiyin.mailroom.exchange import mapping
from huiyin.matters.batch import FEWEST_CHARACTERS
from huiyin.people.grid import LARGEST_FILE

FIELDS = {
    "id": gettext_lazy("编号"),
    "exchanged": gettext_lazy("交换日期"),
    "consent": gettext_lazy("是否同意转信访"),
    "title": gettext_lazy("题目"),
    "body": gettext_lazy("内容"),
    "received": gettext_lazy("收到日期"),
    "person": gettext_lazy("姓名"),
    "phone": gettext_lazy("电话"),
    "address": gettext_lazy("地址"),
    "id_number": gettext_lazy("证件号码"),
    "place": gettext_lazy("问题属地"),
    "channel": gettext_lazy("形式"),
    "people": gettext_lazy("人数"),
    "purpose": gettext_lazy("信访目的"),
    "topic": gettext_lazy("内容分类"),
    "hidden": gettext_lazy("是否保密"),
}
"""What a column can say, as officers call it."""


class ArrivalForm(Worded):
    """A file, whose it is, and what for."""

    mapping = forms.ChoiceField(label=gettext_lazy("这是什么表格"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=gettext_lazy("文件"), help_text=gettext_lazy("Excel、LibreOffice 或 CSV，20 MB 以内")
    )
    purpose = forms.CharField(
        label=gettext_lazy("为什么导入"), max_length=200, help_text=gettext_lazy("和这一批一起记录在案")
    )
    source = forms.CharField(
        label=gettext_lazy("来自哪里"),
        max_length=64,
        required=False,
        help_text=gettext_lazy("几处来的编号可能相同时写明，比如“安平镇”；上级系统和热线不用写"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["mapping"]
        known = sorted(mapping.available().values(), key=lambda one: bool(one.back))  # one's own sheets first
        choices.choices = [(one.id, str(one)) for one in known]
        choices.initial = "ledger"

    def clean_file(self) -> Any:
        """Not larger than what is kept in memory at all."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("文件超过 20 MB，请分成几份再传。"))
        return file

    def clean_purpose(self) -> str:
        """A few words at least."""
        words: str = self.cleaned_data["purpose"].strip()
        if len(words) < FEWEST_CHARACTERS:
            raise forms.ValidationError(_("请用一句话写明为什么导入。"))
        return words


class ColumnsForm(Worded):
    """For each thing a petition has, the heading of its column."""

    def __init__(self, arrival: Any, data: Any = None) -> None:
        super().__init__(data)
        headings = [(name, name) for name in arrival.headings()]
        for field in arrival.by.fields:
            needed = field in arrival.by.needs
            self.fields[field] = forms.ChoiceField(
                label=FIELDS[field],
                choices=[("", _("请选一列") if needed else _("没有这一列")), *headings],
                required=needed,
                initial=arrival.named.get(field, ""),
            )

    def clean(self) -> dict[str, Any]:
        """One column says one thing."""
        chosen = [name for name in self.cleaned_data.values() if name]
        for field, name in self.cleaned_data.items():
            if name and chosen.count(name) > 1:
                self.add_error(field, _("这一列选了两次，请只选一次。"))
                break
        return self.cleaned_data

    def named(self) -> dict[str, str]:
        """Field → heading, of those that were chosen."""
        return {field: name for field, name in self.cleaned_data.items() if name}
