"""Words that label people: refused in what officers write, never in petitioners' own words.

Source: the speech this house is built on: 坚决消除“上访的就是难缠户、闹访的就是钉子户”等错误看法.
"""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from huiyin.people.refusal import Wrong

LABELS = (
    "难缠户",
    "难缠的人",
    "钉子户",
    "缠访",
    "闹访",
    "缠闹",
    "老上访",
    "老访户",
    "重访户",
    "上访户",
    "上访专业户",
    "信访专业户",
    "职业上访",
    "职业信访",
    "重点人员",
    "重点稳控",
    "稳控对象",
    "维稳对象",
    "不稳定分子",
    "刁民",
    "泼妇",
    "无赖",
    "滚刀肉",
    "搅屎棍",
    "无理取闹",
    "无理上访",
    "胡搅蛮缠",
    "非访人员",
    "信访黑名单",
    "上访黑名单",
)

# no commas, full stops or line ends: 工作重点。人员由镇里安排 labels nobody
_BETWEEN_CHARACTERS = re.compile(r"[ \t\u3000·.\-_*~\"'“”‘’「」()（）\u200b-\u200f\u2060\ufeff]+")


class LabelWrong(Wrong):
    """The text labels a person with `word`."""

    def __init__(self, word: str) -> None:
        super().__init__(_("“%(word)s”是给人贴标签，请改写成谁在什么时候做了什么。") % {"word": word})
        self.word = word


def label_in(text: str) -> str:
    """The first labelling word in a text, even with signs or spaces between its characters; or ""."""
    plain = _BETWEEN_CHARACTERS.sub("", unicodedata.normalize("NFKC", text))
    found = [(plain.index(word), -len(word), word) for word in LABELS if word in plain]
    return min(found)[2] if found else ""


def refuse_labels(text: str) -> str:
    """The text, if an officer may write it; raises LabelWrong."""
    if word := label_in(text):
        raise LabelWrong(word)
    return text
