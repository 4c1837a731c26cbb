"""How a matter stands: one public word, one sentence, and the legal term that runs, drawn as a ruler."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from huiyin.matters.clock import Clock
from huiyin.matters.reckoning import BETWEEN_ORGANS
from huiyin.papers import ruler, words
from huiyin.portal.language import lang


@dataclass(frozen=True)
class Standing:
    """What the top of the progress page says. `word` is one of the public words, which the tag translates."""

    word: str
    says: str
    ruler: ruler.Ruler | None
    promise: str
    note: str


def standing(matter: Any, today: date, width: str) -> Standing:
    """Read from the lead assignment, or from the review that is open."""
    lead, review = (
        matter.lead,
        matter.reviews.filter(ended_on=None).select_related("organ").order_by("level").last(),
    )
    clock, bearer = _clock(matter, review), review or lead
    stage = matter.law.stage(bearer.stage, bearer.track)
    word = _review_word(review) if review else _extended(clock) or stage.public
    due = words.prose(clock.due_on, lang(), today) if clock else _("规定的日子")
    reviewer = review.organ if review else lead.organ.reviewer()
    named = {"organ": lead.organ.name, "due": due, "reviewer": reviewer.name if reviewer else _("上一级机关")}
    says = (stage.says_en if lang() == "en" else stage.says_zh).format(**named)
    if clock is None or clock.term in ("review-window", "final-review-window"):
        clock = _answered(matter)
    span = _span(matter, clock, today) if clock else None
    drawn = ruler.full(span, width, lang()) if span else None
    return Standing(word, says, drawn, _promise(clock), _note(clock, span, today))


def _clock(matter: Any, review: Any) -> Clock | None:
    """The term that matters now: the review's, else the organ's, else the petitioner's own window."""
    running = matter.clocks.running()
    if review is not None:
        return running.filter(review=review).first()
    owed = running.exclude(assignment=None).exclude(term__in=BETWEEN_ORGANS).order_by("due_on").first()
    return (
        owed or running.filter(term__in=("review-window", "final-review-window")).order_by("due_on").first()
    )


def _answered(matter: Any) -> Clock | None:
    """The handling term that an answer ended."""
    done = matter.clocks.filter(term="handling", ended_on__isnull=False, ending="stopped")
    return done.order_by("ended_on").last() if matter.deliveries.exists() else None


def _span(matter: Any, clock: Clock, today: date) -> ruler.Span:
    review = clock.review
    handling = clock.term == "handling"
    extensions = clock.extensions()
    return ruler.Span(
        received=review.requested_on if review else matter.heard_on,
        today=today,
        accepted=clock.started_on if handling else None,
        due=clock.due_on,
        longest=_longest(matter, clock, extensions),
        old_due=clock.computed(extensions[:-1]).due if extensions else None,
        paused_on=clock.paused_since(today),
        ended=clock.ended_on,
    )


def _longest(matter: Any, clock: Clock, extensions: tuple[int, ...]) -> date | None:
    room = matter.law.terms[clock.term].extend_total - sum(extensions)
    return clock.computed((*extensions, room)).due if room > 0 else None


def _promise(clock: Clock | None) -> str:
    if clock is None or clock.ended_on:
        return ""
    return {
        "triage": _("前告诉您由谁办理"),
        "handling": _("前书面答复您"),
        "simplified-decide": _("前答复您"),
        "review": _("前书面告诉您复查结果"),
        "final-review": _("前书面告诉您复核结果"),
    }.get(clock.term, _("前书面告诉您"))


def _note(clock: Clock | None, span: Any, today: date) -> str:
    if clock is None or clock.ended_on:
        return ""
    if clock.due_on < today:
        return _("过了期限还没有答复，这条记录不会消失，上级和督查都看得到。")
    if clock.term != "handling":
        return ""
    days = (today - clock.started_on).days
    told = _("受理后第 %(days)d 天。") % {"days": days} if days else _("今天受理。")
    if span.longest is None:
        return told
    longest = words.prose(span.longest, lang(), today)
    return told + _("办不完，最长可延到%(longest)s，会先告诉您原因。") % {"longest": longest}


def _extended(clock: Clock | None) -> str:
    return gettext_noop("已延期") if clock and clock.term == "handling" and clock.extensions() else ""


def _review_word(review: Any) -> str:
    return gettext_noop("复核中") if review.level == 2 else gettext_noop("复查中")
