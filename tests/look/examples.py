"""One example of every component, in every state, for the style guide."""

from datetime import date

from django import forms
from django.core.paginator import Paginator

from huiyin.papers import ruler

TODAY = date(2026, 11, 23)
STATES = [
    "已收到", "已转送", "已受理", "不予受理", "不再受理", "已转其他途径", "承办中", "已延期", "已答复", "复查中", "复核中",
    "落实中", "已落实", "已办结", "已撤回",
]  # fmt: skip
STEPS = (
    ruler.Step(0, "当天", "给您回执，上面有案号和查询码"),
    ruler.Step(15, "15 天内", "书面告诉您：受不受理、谁来办"),
    ruler.Step(75, "受理后 60 天内", "书面答复您", clock=True),
)


class DateTriple(forms.MultiWidget):
    """Year, month and day, each in a box of its own."""

    use_fieldset = True

    def __init__(self) -> None:
        super().__init__([forms.TextInput] * 3)

    def decompress(self, value: date | None) -> list[int | None]:
        """The three boxes of a date."""
        return [value.year, value.month, value.day] if value else [None] * 3


class Everything(forms.Form):
    """One field of every kind the pages use."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="您要办什么",
        help_text="选一个最像的。",
        widget=forms.RadioSelect,
        choices=[("a", "反映问题"), ("b", "提建议")],
    )
    name = forms.CharField(label="姓名")
    phone = forms.CharField(label="手机", required=False, help_text="收短信用。")
    day = forms.Field(label="哪天发生的", widget=DateTriple())
    county = forms.ChoiceField(label="在哪个县区", choices=[("", "请选"), ("1", "云泽县")])
    story = forms.CharField(label="发生了什么事", widget=forms.Textarea)
    news = forms.MultipleChoiceField(
        label="怎样收到消息",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("s", "短信"), ("l", "寄信")],
    )
    paper = forms.FileField(label="材料", required=False)
    true = forms.BooleanField(label="以上是我亲自写的", help_text="写错了可以改。")


def everything() -> dict[str, object]:
    """The context of styleguide.html."""
    return {
        "states": STATES,
        "rulers": [ruler.full(span, "phone") for span in _spans()],
        "path": ruler.vertical(STEPS),
        "form": Everything({"kind": "a"}),
        "plain": Everything(prefix="plain"),
        "entries": [_entry(day) for day in (18, 12, 5, 3)],
        "files": [{"name": "土地承包证.jpg", "says": "第 1 张，共 1 张，已传好", "remove_value": "1"}],
        "rows": [{"label": "手机", "value": "139 0000 2071", "change_url": "#phone"}],
        "acts": [
            {"words": "出具答复", "url": "#d", "key": "d", "solid": True},
            {"words": "转送", "url": "#t", "key": "t"},
        ],
        "closed": ["受理已于 9月30日 办过"],
        "columns": [{"words": "姓名"}, {"words": "在办", "number": True}],
        "lines": [[{"words": "赵明远", "url": "#1"}, {"words": "41", "number": True}]],
        "page": Paginator(range(120), 50).page(2),
        "days": [-7, 0, 2, 15],
    }


def _spans() -> list[ruler.Span]:
    autumn = {"received": date(2026, 9, 21), "accepted": date(2026, 9, 30), "today": TODAY}
    return [
        ruler.Span(received=TODAY, today=TODAY, due=date(2026, 12, 8), promise="告诉您谁来办"),
        ruler.Span(**autumn, due=date(2027, 1, 4), longest=date(2027, 2, 3)),
        ruler.Span(**autumn, due=date(2026, 11, 25)),
        ruler.Span(**autumn, due=date(2026, 11, 16)),
        ruler.Span(**autumn, due=date(2026, 11, 30), asked=date(2026, 12, 14)),
        ruler.Span(**autumn, due=date(2026, 11, 25), ended=date(2026, 11, 20)),
    ]


def _entry(day: int) -> dict[str, object]:
    papers = [{"words": f"记录 {day} 日", "url": f"#{day}"}]
    return {
        "on": date(2026, 11, day),
        "day": f"11月{day}日",
        "says": "安平镇派人到河湾复量。",
        "papers": papers,
    }
