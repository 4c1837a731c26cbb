"""The form of the counter: one screen, in the order of talking; what is hard to give may be left empty."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.choosing import Suggesting
from huiyin.desk.straight import FilesField
from huiyin.desk.words import Worded
from huiyin.matters.filing import Channel
from huiyin.people import id_document, phone
from huiyin.people.refusal import Wrong

CHANNELS = [
    (each.value, each.label) for each in (Channel.VISIT, Channel.LETTER, Channel.PHONE, Channel.HOTLINE)
]
READ_BACK = [("yes", gettext_lazy("念给本人听过，本人说对")), ("no", gettext_lazy("没能念"))]
ORAL = (Channel.VISIT, Channel.PHONE)
PEOPLE = [str(value) for value, _words in id_document.IdType.choices if value != "credit_code"]
MOST_PEOPLE = 9999
TITLE = 40
EARLIEST = 1949
TOO_FEW_OR_MANY = {
    "min_value": gettext_lazy("“同来”至少是 1 人。"),
    "max_value": gettext_lazy("“同来”的人数太大了，请再看一遍。"),
}


def _box(**attrs: Any) -> forms.TextInput:
    return forms.TextInput({"autocomplete": "off"} | attrs)


def _line(placeholder: Any) -> forms.Textarea:
    """A box of one line that grows."""
    return forms.Textarea({"rows": 1, "class": "one-line", "placeholder": placeholder})


class CounterForm(Worded):
    """A visit, alone or in a group; a letter; a call."""

    channel = forms.ChoiceField(
        label=gettext_lazy("方式"), choices=CHANNELS, initial=Channel.VISIT, widget=forms.RadioSelect
    )
    id_number = forms.CharField(label=gettext_lazy("证件"), required=False, widget=_box(autofocus=True))
    id_type = forms.ChoiceField(
        label=gettext_lazy("证件类型"), required=False, initial="resident", choices=id_document.IdType.choices
    )
    name = forms.CharField(label=gettext_lazy("姓名"), required=False, max_length=120, widget=_box())
    address = forms.CharField(
        label=gettext_lazy("住址"),
        required=False,
        max_length=200,
        widget=_box(placeholder=gettext_lazy("住址")),
    )
    phone = forms.CharField(label=gettext_lazy("手机"), required=False, widget=_box(inputmode="tel"))
    no_phone = forms.BooleanField(label=gettext_lazy("没有手机，寄信到住址"), required=False)
    people = forms.IntegerField(
        label=gettext_lazy("同来"),
        initial=1,
        min_value=1,
        max_value=MOST_PEOPLE,
        error_messages=TOO_FEW_OR_MANY,
        widget=_box(inputmode="numeric"),
    )
    speakers = forms.CharField(
        label=gettext_lazy("代表"),
        required=False,
        widget=_line(gettext_lazy("两人以上才填，一行一位：姓名 手机")),
    )
    summary = forms.CharField(
        label=gettext_lazy("诉求摘要"), strip=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    wishes = forms.CharField(
        label=gettext_lazy("要求什么"),
        required=False,
        widget=_line(gettext_lazy("一行一项")),
    )
    read_back = forms.ChoiceField(
        label=gettext_lazy("笔录"), required=False, choices=READ_BACK, widget=forms.RadioSelect
    )
    place_text = forms.CharField(label=gettext_lazy("发生地"), required=False, max_length=120, widget=_box())
    organs_text = forms.CharField(label=gettext_lazy("涉及单位"), required=False, max_length=200)
    received_on = forms.DateField(
        label=gettext_lazy("收到日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    hide_identity = forms.BooleanField(label=gettext_lazy("不让被反映的单位知道是谁"), required=False)
    e_delivery = forms.BooleanField(label=gettext_lazy("同意网上送达"), required=False)
    accusation = forms.BooleanField(label=gettext_lazy("检举控告，当场封存"), required=False)
    files = FilesField(label=gettext_lazy("材料"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, organs: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organs = {organ.name: organ for organ in organs}
        self.fields["organs_text"].widget = Suggesting(list(self.organs))
        self.fields["key"].initial = uuid.uuid4()
        self.today = timezone.localdate()

    def clean_id_number(self) -> str:
        """The number as its kind of document writes it; a wrong digit is named."""
        raw = self.cleaned_data["id_number"].strip()
        if not raw:
            return ""
        try:
            return str(id_document.check(self.data.get("id_type") or "resident", raw))
        except Wrong as wrong:
            raise ValidationError(str(wrong.sentence)) from wrong

    def clean_phone(self) -> str:
        """The number as it is called."""
        return _callable(self.cleaned_data["phone"])

    def clean_read_back(self) -> bool | None:
        """What somebody said is read back to them (Art. 19: 如实记录); a letter is there to be read. None: not oral."""
        if self.data.get("channel") not in ORAL:
            return None
        if not self.cleaned_data["read_back"]:
            raise ValidationError(_("先念给本人听，再登记；念不了的选“没能念”，照样登记。"))
        return bool(self.cleaned_data["read_back"] == "yes")

    def clean_summary(self) -> str:
        """Words, or a picture of them."""
        return str(self.cleaned_data["summary"])

    def clean_received_on(self) -> Any:
        """Not before the Republic, not in the future."""
        day = self.cleaned_data["received_on"]
        if day and day > self.today:
            raise ValidationError(_("收到日期不能在今天之后。"))
        if day and day.year < EARLIEST:
            raise ValidationError(_("收到日期太早了，请再看一遍年份。"))
        return day

    def clean_speakers(self) -> list[tuple[str, str]]:
        """(name, phone) per line; how many may speak is asked of those who came, and refuses nobody."""
        lines = [line.split() for line in self.cleaned_data["speakers"].splitlines() if line.strip()]
        return [(_name(words), _callable(_last_number(words))) for words in lines]


def _name(words: list[str]) -> str:
    return " ".join(word for word in words if not _is_number(word))


def _last_number(words: list[str]) -> str:
    return next((word for word in reversed(words) if _is_number(word)), "")


def _is_number(word: str) -> bool:
    return any(character.isdecimal() for character in word)


def _callable(raw: str) -> str:
    if not raw.strip():
        return ""
    try:
        return phone.normalise(raw)
    except Wrong as wrong:
        raise ValidationError(str(wrong.sentence)) from wrong
