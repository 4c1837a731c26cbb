"""Names, telephone and identity numbers as old sheets write them: the plainest form, and what cannot be right.

Pure functions. A number is never completed, cut or corrected; only its dress is taken off.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext as _

LOST_DIGITS = re.compile(r"[+-]?\d(\.\d+)?[Ee]\+\d+|[+-]?\d\.\d+[Ee]\d+")
NOTHING = {"无", "没有", "不详", "未知", "未留", "未提供", "暂无", "/", "-", "—", "——", "--", "\\"}
FEWEST_ROUNDED = 3
SHORTEST_PHONE = 3  # 110
_QUOTED = re.compile(r'="([^"]*)"')  # how a text file keeps a spreadsheet from making a number of it
_NOISE = re.compile(r"[\s()–—－-]")
_LOST_ZERO = re.compile(r"(?![48]00\d{7}$)([2-9]\d{8,10}|10\d{8})")
_MOBILE = re.compile(r"(\+?86)?1[3-9]\d*")
_LONG = re.compile(r"\d[\d-]{6,}")
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SEVERAL = re.compile(r"[、,，;；\r\n]")
_AND_OTHERS = re.compile(r".+等\s*[\d一二三四五六七八九十百两几多数]*\s*余?[人户名位]?|.+\d+\s*[人户][)）]?")


def undressed(text: str) -> str:
    """Without the apostrophe or ="…" by which a spreadsheet is told that a number is text."""
    quoted = _QUOTED.fullmatch(text)
    return (quoted[1] if quoted else text.removeprefix("'").removeprefix("＇")).strip()


def plain_number(text: str) -> str:
    """Narrow characters; nothing where the cell only says that there is none."""
    narrow = unicodedata.normalize("NFKC", undressed(text)).strip()
    return "" if narrow in NOTHING else narrow


def plain_name(text: str) -> str:
    """张　三 is 张三: space that only widens a name of two or three characters."""
    pieces = undressed(text).split()
    whole = "".join(pieces)
    widened = len(whole) <= 3 and _CHINESE.fullmatch(whole) and any(len(piece) == 1 for piece in pieces)
    return whole if widened else undressed(text)


def is_invisible(character: str) -> bool:
    """Whether nobody could see this character in a cell."""
    return unicodedata.category(character) in ("Cf", "Cc") and character not in "\t\r\n"


def wrong_phone(phone: str) -> str:
    """Why this cannot be the number that was meant; nothing if it can."""
    digits = _NOISE.sub("", phone)
    if re.search(r"\d\.\d", phone):
        return _("号码里有小数点，是表格软件添的；请把这一列设为文本后重新填写。")
    if len(_LONG.findall(phone)) > 1:
        return _("一格里有几个电话，请只留一个，其余的写进内容。")
    if _LOST_ZERO.fullmatch(digits):
        return _("区号前面的 0 可能丢了，请写成 0550-6255123 这样；境外号码前面写 + 和国家代码。")
    if _MOBILE.fullmatch(digits) and len(digits.removeprefix("+").removeprefix("86")) != 11:
        return _("手机号是 11 位，请对照检查。")
    if phone.startswith("-") or digits.isdecimal() and len(digits) < SHORTEST_PHONE:
        return _("这不像电话号码，请对照检查；没有电话就空着。")
    return ""


def wrong_name(name: str) -> str:
    """Why this cannot be the name of one person; nothing if it can."""
    if _SEVERAL.search(name.strip()) or _AND_OTHERS.fullmatch(name) or _are_two(name):
        return _("一格里像是有几个人，请只写联系人一位，其余的写进内容；同一个人的姓和名中间用“·”。")
    return ""


def wrong_id_number(number: str) -> str:
    """Why a number that passes its check may still not be the one that was meant."""
    if number.endswith("000"):
        return _(
            "身份证号后三位都是 0，多半是表格软件丢掉的；请对照证件。证件上真是这样的，这一格空着，号码写进内容。"
        )
    return ""


def is_rounded(number: str) -> bool:
    """Whether 18 digits are just what a spreadsheet's arithmetic can hold; by chance one number in 16 to 128 is."""
    return len(number) == 18 and number.isascii() and number.isdecimal() and int(float(number)) == int(number)


def are_rounded(numbers: Iterable[str]) -> bool:
    """Whether so many numbers of a column are rounded that they went through arithmetic, and lost their digits."""
    found = [is_rounded(number) for number in numbers if number]
    return sum(found) >= FEWEST_ROUNDED and 2 * sum(found) >= len(found)


def _are_two(name: str) -> bool:
    """张三 李四 or 张三/李四."""
    pieces = [piece for piece in re.split(r"[\s/／]+", name) if piece]
    return len(pieces) > 1 and all(_CHINESE.fullmatch(piece) for piece in pieces)
