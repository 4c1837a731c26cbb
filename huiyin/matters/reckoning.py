"""How each legal date of a matter came about: from which day, how many, what was added, left out and passed over."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huiyin.matters.clock import Clock, Ending
from huiyin.papers import words
from huiyin.statute import rules as statute
from huiyin.statute.counting import Due
from huiyin.statute.rules import RuleSet
from huiyin.statute.tables import Term

BETWEEN_ORGANS = ("objection", "report", "assistance", "supervision", "relay")
"""Terms that organs owe each other and no petitioner waits for."""


@dataclass(frozen=True)
class Reckoning:
    """One clock in words. `lines` are (what, which day or days); `law` cites the article of the rule that fired."""

    term: str
    owner: str
    law: str
    lines: tuple[tuple[str, str], ...]
    due: str
    ended: str
    provisional: bool


def reckonings(matter: Any, *, owed_to_petitioner: bool = False) -> list[Reckoning]:
    """Every clock of a matter, the latest begun first; for the petitioner without what organs owe each other."""
    clocks = matter.clocks.select_related("assignment__organ", "review__organ")
    found = clocks.prefetch_related("extension_rows", "pause_rows").order_by("-started_on", "-pk")
    inward = BETWEEN_ORGANS if owed_to_petitioner else ()
    return [_reckoned(clock) for clock in found if clock.term not in inward]


def counted_by(matter: Any) -> str:
    """The rule file and the beginning of its SHA-256: cn-2022 7b7b63f345d8."""
    return f"{matter.law.id} {matter.law.digest[:12]}"


def _reckoned(clock: Clock) -> Reckoning:
    law = statute.load(clock.rules)
    extensions = clock.extensions()
    term, found = law.counted(clock.term, clock.started_on, extensions, clock.pauses(), clock.days)
    bearer = clock.assignment or clock.review
    return Reckoning(
        term=term.en if _lang() == "en" else term.zh,
        owner=bearer.organ.name if bearer else _("信访人"),
        law=law.cite(term.article, _lang()),
        lines=tuple(_lines(clock, term, extensions, found, law)),
        due=_day(clock.due_on),
        ended=_ended(clock),
        provisional=clock.provisional,
    )


def _lines(clock: Clock, term: Term, extensions: tuple[int, ...], found: Due, law: RuleSet) -> Any:
    yield _("从哪天起（当天不算）"), _day(clock.started_on)
    yield _("多长"), _length(term, clock.days or term.days or 0)
    for days in extensions:
        yield _("批准延期"), _length(term, days)
    for first, last in clock.pauses():
        told = {"first": _day(first), "last": _day(last), "days": (last - first).days + 1}
        yield _("不计算的时间"), _("%(first)s至%(last)s，共 %(days)d 天") % told
    if found.raw != found.due:
        yield _("数下来是"), _day(found.raw)
    if found.rests:
        label = _("遇休息日顺延") if term.unit == "natural" else _("跳过的休息日")
        yield label, "、".join(_named(day, law) for day in found.rests)


def _length(term: Term, days: int) -> str:
    if term.unit == "working":
        return _("%(days)d 个工作日") % {"days": days}
    return _("%(days)d 天，节假日算在内") % {"days": days}


def _named(day: date, law: RuleSet) -> str:
    holiday = law.calendar.name(day)
    return f"{words.short(day, _lang())}（{holiday}）" if holiday else words.short(day, _lang())


def _ended(clock: Clock) -> str:
    if clock.ended_on is None:
        return ""
    told = {
        Ending.STOPPED: _("%(day)s停下：该做的做了"),
        Ending.VOID: _("%(day)s起不再计算：转给了别的单位"),
        Ending.LAPSED: _("%(day)s期满"),
    }
    return told[Ending(clock.ending)] % {"day": _day(clock.ended_on)}


def _day(day: date) -> str:
    return words.formal(day, _lang())


def _lang() -> str:
    return "en" if (get_language() or "").startswith("en") else "zh"
