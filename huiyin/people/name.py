"""Names of people 姓名: from one character to fifty, with every rare character and the middle dot."""

import unicodedata

from django.utils.translation import gettext_lazy as _

from huiyin.people.refusal import Wrong

LONGEST = 50
DOT = "·"
_DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅･．", DOT))
_BETWEEN = frozenset(" '’-.()（）" + DOT)


class NameWrong(Wrong):
    """This cannot be a name."""


def check(raw: str) -> str:
    """The name without spaces around it and with one kind of middle dot; raises NameWrong."""
    name = one_dot(" ".join(raw.split()))
    if not name:
        raise NameWrong(_("请写姓名。"))
    if len(name) > LONGEST:
        raise NameWrong(_("姓名最多 50 个字，请写身份证上的姓名。"))
    for character in name:
        if not _may_be_in_a_name(character):
            raise NameWrong(_("姓名里有“%(character)s”，请去掉。") % {"character": character})
    if all(character in _BETWEEN for character in name):
        raise NameWrong(_("请写姓名。"))
    return name


def one_dot(text: str) -> str:
    """The text with every look-alike of the middle dot turned into `·`."""
    return text.translate(_DOTS)


def _may_be_in_a_name(character: str) -> bool:
    """Letters of any script, their marks, and private-use characters that old systems gave rare names."""
    category = unicodedata.category(character)
    return category[0] in "LM" or category in ("Co", "Nl", "Cn") or character in _BETWEEN
