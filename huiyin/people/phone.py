"""Telephone numbers: mainland mobile, landline and service numbers, and numbers from elsewhere."""

import re
import unicodedata

import phonenumbers
from django.utils.translation import gettext_lazy as _

from huiyin.people.refusal import Wrong

_MOBILE = re.compile(r"1[3-9]\d{9}")
_SERVICE = re.compile(r"1[12]\d|12\d{3}|9[56]\d{3,6}")
_LOOKS_LOCAL = re.compile(r"[2-8]\d{6,7}")
_NOISE = re.compile(r"[\s\-–—－().（）]")
_EXTENSION = re.compile(r"(?:转|分机|EXT\.?|X|,|#)(\d{1,6})$")


class PhoneWrong(Wrong):
    """This cannot be called."""


def normalise(raw: str) -> str:
    """Digits only for mainland numbers (13800000001, 055162345678), `+…` for others; `-` and an extension.

    Mobile ranges are wider than the library's, whose list is always behind the newest; raises PhoneWrong.
    """
    text = unicodedata.normalize("NFKC", raw).strip().upper()
    extension = _EXTENSION.search(_NOISE.sub("", text))
    number = _NOISE.sub("", text)
    if extension:
        number = number[: extension.start()]
    if not number:
        raise PhoneWrong(_("请写电话号码。"))
    tail = f"-{extension[1]}" if extension else ""
    return _number(number) + tail


def _number(text: str) -> str:
    mainland = re.sub(r"^(\+86|0086|86(?=1[3-9]\d{9}$))", "", text)
    if _MOBILE.fullmatch(mainland) or _SERVICE.fullmatch(mainland):
        return mainland
    if not re.fullmatch(r"\+?\d+", text):
        raise PhoneWrong(_("电话里只写数字，请检查“%(text)s”。") % {"text": text})
    if mainland.startswith("1"):
        raise PhoneWrong(_("手机号是 11 位，现在是 %(length)d 位，请对照检查。") % {"length": len(mainland)})
    if _LOOKS_LOCAL.fullmatch(mainland):
        raise PhoneWrong(_("座机前面请加区号，例如 0551-62345678。"))
    return _parsed(text, mainland)


def _parsed(text: str, mainland: str) -> str:
    """A landline or a number from elsewhere, by the numbering plans that phonenumbers carries."""
    international = re.sub(r"^00", "+", text)
    written = mainland if mainland != text or text.startswith("0") else text
    try:
        number = phonenumbers.parse(international if international.startswith("+") else written, "CN")
    except phonenumbers.NumberParseException as error:
        raise PhoneWrong(_not_callable(text)) from error
    if not phonenumbers.is_valid_number(number):
        raise PhoneWrong(_not_callable(text))
    if number.country_code != 86:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return "0" + phonenumbers.national_significant_number(number)


def _not_callable(text: str) -> object:
    return _("“%(text)s”打不通，请对照检查；境外号码前面写 + 和国家代码。") % {"text": text}
