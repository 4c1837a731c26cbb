"""What is wrong with a field, in words: pydantic's kinds of error as sentences that say the cure."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SENTENCES = {
    "missing": gettext_lazy("请填这一项。"),
    "extra_forbidden": gettext_lazy("没有这一项，请去掉。"),
    "string_too_short": gettext_lazy("请填这一项。"),
    "string_too_long": gettext_lazy("太长，最多 %(max_length)s 个字。"),
    "blank": gettext_lazy("请填这一项。"),
    "nul": gettext_lazy("文字里有空字符（NUL），请去掉。"),
    "string_type": gettext_lazy("这里要写文字。"),
    "string_unicode": gettext_lazy("文字里有不成字的编码，请检查。"),
    "bool_type": gettext_lazy("这里写 true 或 false。"),
    "int_type": gettext_lazy("这里要写整数。"),
    "greater_than_equal": gettext_lazy("不能小于 %(ge)s。"),
    "less_than_equal": gettext_lazy("不能大于 %(le)s。"),
    "literal_error": gettext_lazy("只能是：%(expected)s。"),
    "too_long": gettext_lazy("最多 %(max_length)s 项。"),
    "list_type": gettext_lazy("这里要写一个列表。"),
    "uuid_parsing": gettext_lazy("编号的写法不对。"),
    "uuid_type": gettext_lazy("编号的写法不对。"),
    "day": gettext_lazy("日期写成 2026-01-05，在 1949 年到 2099 年之间。"),
}


def fault(error: dict[str, Any]) -> dict[str, str]:
    """Field and sentence for one error of pydantic's."""
    sentence = SENTENCES.get(error["type"], _("这一项的写法不对。"))
    return {"field": _field(error["loc"]), "detail": str(sentence) % error.get("ctx", {})}


def _field(place: tuple[Any, ...]) -> str:
    """people.0.phone; without the part of the request, and without the name that the code gives the body."""
    names = place[2:] if place[0] == "body" and len(place) > 1 else place[1:]
    return ".".join(str(name) for name in names)[:200]
