"""Identity documents 证件: each type with the form its number has."""

import re
import unicodedata

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.people import credit_code, id_number
from huiyin.people.refusal import Wrong


class IdType(models.TextChoices):
    """The documents a petitioner may show."""

    RESIDENT = "resident", _("居民身份证")
    PASSPORT = "passport", _("护照")
    HONG_KONG_MACAO = "hong_kong_macao", _("港澳居民来往内地通行证")
    TAIWAN = "taiwan", _("台湾居民来往大陆通行证")
    FOREIGN_PERMANENT = "foreign_permanent", _("外国人永久居留身份证")
    CREDIT_CODE = "credit_code", _("统一社会信用代码")
    OTHER = "other", _("其他证件")


_FORMS = {
    IdType.PASSPORT: (re.compile(r"[A-Z0-9]{5,20}"), _("护照号是 5 至 20 位字母和数字，请对照护照检查。")),
    IdType.HONG_KONG_MACAO: (
        re.compile(r"[HM]\d{8}(\d{2})?"),
        _("通行证号是 H 或 M 加 8 位数字，请对照证件检查。"),
    ),
    IdType.TAIWAN: (re.compile(r"\d{8}|\d{10}[A-Z0-9]?"), _("通行证号是 8 位数字，请对照证件检查。")),
    IdType.FOREIGN_PERMANENT: (
        re.compile(r"[A-Z]{3}\d{12}|9\d{16}[0-9X]"),
        _("永久居留证号是 18 位，老证是 15 位，请对照证件检查。"),
    ),
    IdType.OTHER: (re.compile(r"[\w\-/]{2,40}"), _("证件号是 2 至 40 位，请对照证件检查。")),
}


class IdDocumentWrong(Wrong):
    """The number does not have the form of its document."""


def check(id_type: str, raw: str) -> str:
    """The number as it is kept, if it fits its type; raises Wrong (IdNumberWrong, CreditCodeWrong, …)."""
    if id_type == IdType.RESIDENT:
        return id_number.check(raw)
    if id_type == IdType.CREDIT_CODE:
        return credit_code.check(raw)
    if id_type not in IdType.values:
        raise IdDocumentWrong(_("请选证件类型。"))
    number = "".join(unicodedata.normalize("NFKC", raw).upper().split())
    form, sentence = _FORMS[IdType(id_type)]
    if not form.fullmatch(number):
        raise IdDocumentWrong(sentence)
    return number
