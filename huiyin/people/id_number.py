"""Resident identity numbers 公民身份号码 (GB 11643-1999): 17 digits and a check digit."""

import unicodedata
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huiyin.people.refusal import Wrong

LENGTH = 18
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
EARLIEST_YEAR = 1880


class IdNumberWrong(Wrong):
    """The number cannot be right: `position` counts from 1 (0: the whole); the 18th has its `expected`."""

    def __init__(self, sentence: str | Promise, position: int = 0, expected: str = "") -> None:
        super().__init__(sentence)
        self.position = position
        self.expected = expected


def check(raw: str) -> str:
    """The number with narrow digits and a capital X, if it can be right; raises IdNumberWrong."""
    number = "".join(unicodedata.normalize("NFKC", raw).upper().replace("-", "").split())
    _require_length(number)
    _require_digits(number)
    _require_date(number)
    expected = check_digit(number[:17])
    if number[17] != expected:
        raise IdNumberWrong(
            _("身份证号第 18 位应为 %(expected)s，请对照证件检查这一位和前 17 位。") % {"expected": expected},
            18,
            expected,
        )
    return number


def check_digit(first_17: str) -> str:
    """The 18th character that belongs to the first 17 digits (ISO 7064, MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first_17, strict=True))
    return CHECK_DIGITS[total % 11]


def _require_length(number: str) -> None:
    if not number:
        raise IdNumberWrong(_("请写身份证号。"))
    if len(number) == 15 and number.isdecimal():
        raise IdNumberWrong(_("这是 15 位的老号码，请写现在身份证上的 18 位号码。"))
    if len(number) != LENGTH:
        raise IdNumberWrong(
            _("身份证号是 18 位，现在是 %(length)d 位，请对照证件检查。") % {"length": len(number)}
        )


def _require_digits(number: str) -> None:
    for position, character in enumerate(number, start=1):
        is_last = position == LENGTH
        if not (character in "0123456789" or is_last and character == "X"):
            wanted = _("数字或 X") if is_last else _("数字")
            raise IdNumberWrong(
                _("身份证号第 %(position)d 位应为%(wanted)s，现在是“%(character)s”。")
                % {"position": position, "wanted": wanted, "character": character},
                position,
            )


def _require_date(number: str) -> None:
    written = {"year": number[6:10], "month": number[10:12], "day": number[12:14]}
    try:
        born = date(int(written["year"]), int(written["month"]), int(written["day"]))
    except ValueError as error:
        raise IdNumberWrong(
            _("第 7 至 14 位是出生日期，没有 %(year)s 年 %(month)s 月 %(day)s 日，请对照证件检查。")
            % written,
            _wrong_date_position(number),
        ) from error
    if born.year < EARLIEST_YEAR or born > timezone.localdate():
        raise IdNumberWrong(
            _("第 7 至 14 位是出生日期，%(year)s 年 %(month)s 月 %(day)s 日不对，请对照证件检查。") % written,
            7,
        )


def _wrong_date_position(number: str) -> int:
    """Where the impossible date begins: the year, the month or the day."""
    if number[6:10] == "0000":
        return 7
    return 13 if 1 <= int(number[10:12]) <= 12 else 11
