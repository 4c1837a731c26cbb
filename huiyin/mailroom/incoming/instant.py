"""When something was received, however a sheet writes it; a pure function."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Shanghai")
_EIGHT_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_INSTANT = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?\s?(Z|[+-]\d{2}:?\d{2})?"
)
_TO_HYPHEN = str.maketrans({"年": "-", "月": "-", "日": " ", "/": "-", ".": "-"})
_TO_COLON = str.maketrans({"时": ":", "点": ":", "分": ":", "秒": ""})


def instant(text: str) -> datetime | None:
    """`2019/2/14  20:00:00`, 20190214, ISO 8601 or 2019年2月14日 20时5分 as an aware datetime; None for anything else.

    Without a zone it is Asia/Shanghai, without a time midnight there.
    """
    day, gap, clock = _plain(text).partition(" ")
    if "T" in day:
        day, gap, clock = day.partition("T")
    found = _INSTANT.fullmatch(f"{day.translate(_TO_HYPHEN).strip()}{gap and ' '}{_clock(clock)}".strip())
    if found is None:
        return None
    numbers = [int(number or 0) for number in found.groups()[:6]]
    try:
        return datetime(*numbers, tzinfo=_zone(found[7]))  # type: ignore[arg-type]
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Narrow digits, one space between day and time, also after 日; hyphens within eight digits."""
    narrow = unicodedata.normalize("NFKC", text)
    words = re.sub(r"\s*([年月日])\s*", r"\1", narrow).replace("日", "日 ").split()
    if words and _EIGHT_DIGITS.fullmatch(words[0]):
        words[0] = _EIGHT_DIGITS.sub(r"\1-\2-\3", words[0])
    return " ".join(words)


def _clock(text: str) -> str:
    return text.translate(_TO_COLON).rstrip(":").strip()


def _zone(text: str | None) -> ZoneInfo | timezone:
    if not text:
        return HERE
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))
