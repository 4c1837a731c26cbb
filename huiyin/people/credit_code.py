"""Unified social credit codes 统一社会信用代码 (GB 32100-2015): 17 characters and a check character."""

import unicodedata

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huiyin.people.refusal import Wrong

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Digits and capital letters without I, O, S, V and Z."""
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


class CreditCodeWrong(Wrong):
    """The code cannot be right: `position` counts from 1 (0: the whole); `expected` is known for the 18th."""

    def __init__(self, sentence: str | Promise, position: int = 0, expected: str = "") -> None:
        super().__init__(sentence)
        self.position = position
        self.expected = expected


def check(raw: str) -> str:
    """The code in narrow capital letters, if it can be right; raises CreditCodeWrong."""
    code = "".join(unicodedata.normalize("NFKC", raw).upper().replace("-", "").split())
    if len(code) != LENGTH:
        raise CreditCodeWrong(
            _("统一社会信用代码是 18 位，现在是 %(length)d 位，请对照证照检查。") % {"length": len(code)}
        )
    _require_alphabet(code)
    expected = check_character(code[:17])
    if code[17] != expected:
        raise CreditCodeWrong(
            _("统一社会信用代码第 18 位应为 %(expected)s，请对照证照检查这一位和前 17 位。")
            % {"expected": expected},
            18,
            expected,
        )
    return code


def check_character(first_17: str) -> str:
    """The 18th character that belongs to the first 17."""
    total = sum(weight * ALPHABET.index(each) for weight, each in zip(WEIGHTS, first_17, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def _require_alphabet(code: str) -> None:
    for position, character in enumerate(code, start=1):
        if character not in ALPHABET:
            raise CreditCodeWrong(
                _("统一社会信用代码里没有“%(character)s”，请检查第 %(position)d 位。")
                % {"character": character, "position": position},
                position,
            )
