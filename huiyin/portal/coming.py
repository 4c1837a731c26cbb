"""接下来: what follows a filing, with the dates that the law gives it; as steps for the ruler, on page and paper."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from huiyin.matters.clock import Clock
from huiyin.matters.governing import rules_for
from huiyin.papers import ruler, words
from huiyin.portal.language import lang
from huiyin.statute import rules


def promised(region_code: str, today: date) -> tuple[ruler.Step, ...]:
    """Before anything is filed in a region: day by day as the law has it."""
    law = rules.load(rules_for(region_code, today))
    term, found = law.counted("triage", today)
    days, handling = term.days or 0, law.terms["handling"].days or 0
    triage = (found.raw - today).days
    within = _("%(days)d 个工作日内") if term.unit == "working" else _("%(days)d 天内")
    return (
        ruler.Step(0, _("当天"), _("给您回执，上面有案号和查询码")),
        ruler.Step(triage, within % {"days": days}, _("书面告诉您：受不受理、谁来办")),
        ruler.Step(
            triage + handling,
            _("受理后 %(days)d 天内") % {"days": handling},
            _("书面答复您。要延期，也会先告诉您原因和新日期"),
            clock=True,
        ),
    )


def dated(matter: Any, pieces: int, today: date) -> tuple[ruler.Step, ...]:
    """After registration: the first date is the running clock's own."""
    clock = (
        Clock.objects.filter(matter=matter, term__in=("triage", "notice-direct"))
        .order_by("started_on")
        .first()
    )
    handling = matter.law.terms["handling"].days or 0
    until = (clock.due_on - clock.started_on).days if clock else 0
    answer = ruler.Step(
        until + handling,
        _("受理后 %(days)d 天内") % {"days": handling},
        _("书面答复您。受理，就是决定由我们来办，并开始计时"),
        clock=True,
    )
    received = ruler.Step(0, _("今天，已收到") if _is_today(matter, today) else _("已收到"), _sealed(pieces))
    if clock is None:
        return received, answer
    day, left = words.prose(clock.due_on, lang(), today), max(clock.days_left(today), 0)
    told = _("书面告诉您谁来办。还有 %(left)d 天") % {"left": left}
    return received, ruler.Step(until, _("%(day)s前") % {"day": day}, told), answer


def _is_today(matter: Any, today: date) -> bool:
    return matter.heard_on == today


def _sealed(pieces: int) -> str:
    if not pieces:
        return _("您写的话，都封存好了")
    return _("材料 %(count)d 份，都封存好了") % {"count": pieces}
