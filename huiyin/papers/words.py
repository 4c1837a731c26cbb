"""How a day, a code and a document number are written, in Chinese and in English."""

from collections.abc import Sequence
from datetime import date, datetime

WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def prose(day: date, lang: str = "zh", today: date | None = None) -> str:
    """A day in a sentence: 11月30日（周一）, with its year when that is not the year of `today`."""
    year = day.year if today and day.year != today.year else None
    weekday = WEEKDAYS[lang][day.weekday()]
    if lang == "en":
        return f"{day.day} {MONTHS[day.month - 1]}{f' {year}' if year else ''} ({weekday})"
    return f"{f'{year}年' if year else ''}{short(day)}（{weekday}）"


def table(day: date, lang: str = "zh") -> str:
    """A day in a table: 11月30日 周一."""
    return f"{short(day, lang)} {WEEKDAYS[lang][day.weekday()]}"


def short(day: date, lang: str = "zh") -> str:
    """A day on a drawing: 11月30日, in English 30 Nov."""
    if lang == "en":
        return f"{day.day} {MONTHS[day.month - 1][:3]}"
    return f"{day.month}月{day.day}日"


def formal(day: date, lang: str = "zh") -> str:
    """A day on a document, never zero-padded (GB/T 9704-2012 §7.3.5): 2026年11月30日."""
    if lang == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def moment(at: datetime, lang: str = "zh") -> str:
    """A day and the minute, in the time zone the instant carries: 2026年11月23日 10:46."""
    return f"{formal(at.date(), lang)} {at:%H:%M}"


def grouped(code: str, size: int = 4) -> str:
    """A code in groups a person can read aloud: 4821 7730 5196 0384."""
    bare = "".join(code.split())
    return " ".join(bare[at : at + size] for at in range(0, len(bare), size))


def listed(names: Sequence[str], lang: str = "zh") -> str:
    """Organs or people named one after another: 甲局、乙局和丙镇."""
    if len(names) < 2:
        return "".join(names)
    comma, last = ("、", "和") if lang == "zh" else (", ", " and ")
    return comma.join(names[:-1]) + last + names[-1]


def document_number(letters: str, year: int, serial: int) -> str:
    """A 发文字号 (GB/T 9704-2012 §7.2.5): six-angle brackets, no padding, no 第: 明信访〔2026〕12号."""
    return f"{letters}〔{year}〕{serial}号"


def numeral(number: int) -> str:
    """A number from 1 to 99 as headings count: 十二."""
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return (
        (digits[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (digits[ones] if ones or not tens else "")
    )
