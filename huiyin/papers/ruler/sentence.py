"""What a ruler says in words; the words come first on the page, the drawing stands beside them."""

from dataclasses import dataclass
from datetime import date

from huiyin.papers import words
from huiyin.papers.ruler.span import Span

LABELS = {
    "zh": {
        "received": "收", "accepted": "受理", "today": "今天", "due": "法定", "longest": "最长",
        "old": "原", "new": "新", "ended": "答复", "paused": "暂停",
    },
    "en": {
        "received": "In", "accepted": "Accepted", "today": "Today", "due": "Due", "longest": "Longest",
        "old": "Was", "new": "New", "ended": "Answered", "paused": "Paused",
    },
}  # fmt: skip
PHRASES = {
    "zh": {
        "left": "还有 {n} 天", "now": "今天到期", "over": "超 {n} 天", "none": "还没有期限",
        "still": "暂停计时", "due": "法定 {day}，{left}", "promise": "{day}前{promise}，{left}",
        "paused": "{day}起暂停计时", "ended": "{day}已答复，{left}", "early": "提前 {n} 天",
        "on_time": "当天到期", "ended_open": "{day}已答复", "nth": "第 {n} 天",
    },
    "en": {
        "left": "{n} days left", "now": "due today", "over": "{n} days over", "none": "no term yet",
        "still": "paused", "due": "Due {day}, {left}", "promise": "{promise} by {day}, {left}",
        "paused": "Paused since {day}", "ended": "Answered {day}, {left}", "early": "{n} days early",
        "on_time": "on the last day", "ended_open": "Answered {day}", "nth": "day {n}",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One dated line of the list that says what the drawing shows."""

    mark: str
    word: str
    day: date
    when: str
    note: str = ""


def text(span: Span, lang: str = "zh") -> str:
    """The whole sentence: 法定 2月1日（周一），还有 41 天."""
    phrases = PHRASES[lang]
    if span.state == "ended" and span.ended:
        phrase = phrases["ended"] if span.due else phrases["ended_open"]
        return phrase.format(day=words.prose(span.ended, lang, span.today), left=left(span, lang))
    if span.state == "paused" and span.paused_on:
        return phrases["paused"].format(day=words.prose(span.paused_on, lang, span.today))
    if span.due is None:
        return phrases["none"]
    phrase = phrases["promise"] if span.promise else phrases["due"]
    return phrase.format(day=day(span, lang), promise=span.promise, left=left(span, lang))


def left(span: Span, lang: str = "zh") -> str:
    """The answer in three words: 还有 41 天, 今天到期, 超 7 天."""
    phrases, days = PHRASES[lang], span.days_left
    if span.state == "paused":
        return phrases["still"]
    if days is None:
        return phrases["none"]
    if days < 0:
        return _counted(phrases["over"], -days)
    if span.state == "ended":
        return _counted(phrases["early"], days) if days else phrases["on_time"]
    return _counted(phrases["left"], days) if days else phrases["now"]


def day(span: Span, lang: str = "zh") -> str:
    """The due date in prose, with its year when that is not this year; empty without a term."""
    return words.prose(span.due, lang, span.today) if span.due else ""


def rows(span: Span, lang: str = "zh") -> tuple[Row, ...]:
    """Every mark of the drawing in the order of the calendar, for an ordered list or a table."""
    marks = [
        ("received", span.received, ""),
        ("accepted", span.accepted, ""),
        ("old", span.old_due, ""),
        ("paused", span.paused_on, ""),
        ("ended", span.ended, left(span, lang)),
        ("today", None if span.ended else span.today, _nth(span, lang)),
        ("due", span.due, "" if span.ended else left(span, lang)),
        ("new", span.asked, ""),
        ("longest", span.longest_open, ""),
    ]
    dated = [
        Row(mark, LABELS[lang][mark], when, words.prose(when, lang, span.today), note)
        for mark, when, note in marks
        if when
    ]
    return tuple(sorted(dated, key=lambda row: row.day))


def _nth(span: Span, lang: str) -> str:
    days = (span.today - span.start).days
    return PHRASES[lang]["nth"].format(n=days) if days > 0 else ""


def _counted(phrase: str, days: int) -> str:
    said = phrase.format(n=days)
    return said.replace("1 days", "1 day") if days == 1 else said
