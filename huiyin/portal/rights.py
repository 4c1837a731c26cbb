"""What the petitioner may do now, and what not yet or no longer: a closed right stays visible with its date."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.matters.possible import acts_open_to
from huiyin.papers import words
from huiyin.people.actor import Actor
from huiyin.portal.language import lang


def to_collect(matter: Any) -> Any:
    """The deliveries of the opinion that are owed and not yet proven."""
    return matter.deliveries.filter(review=None, completed_on=None, party__is_contact=True)


def has_collected(matter: Any) -> bool:
    """The opinion has reached somebody, or there is none."""
    deliveries = matter.deliveries.filter(review=None)
    return not deliveries.exists() or deliveries.filter(completed_on__isnull=False).exists()


def reviewable(matter: Any) -> tuple[str, Any]:
    """("request_review", matter), ("request_final_review", first review), or ("", None)."""
    me = Actor.petitioner()
    opinion = matter.deliveries.filter(review=None).order_by("pk").last()
    of_it = {"level": 1, "delivery__owed_since": opinion.owed_since if opinion else None}
    first = matter.reviews.filter(**of_it).order_by("requested_on").last()
    if first is not None:
        names = {move.act for move in acts_open_to(first, me)}
        final = (
            "request_final_review" in names and not matter.reviews.filter(delivery__review=first).exists()
        )
        return ("request_final_review", first) if final else ("", None)
    names = {move.act for move in acts_open_to(matter, me)}
    return ("request_review", matter) if "request_review" in names else ("", None)


def open_acts(matter: Any, today: date) -> list[dict[str, Any]]:
    """Buttons, the most pressing first and solid."""
    names = {move.act for move in acts_open_to(matter, Actor.petitioner())}
    acts = []
    if "deliver" in names and to_collect(matter).exists():
        acts.append((_("领取书面答复"), "delivery"))
    transcript = matter.transcripts.order_by("number").last()
    if "confirm_transcript" in names and transcript is not None and transcript.confirmed is None:
        acts.append((_("核对抄录的信"), "transcript"))
    if "rate" in names:
        acts.append((_("评价这次答复"), "rating"))
    if reviewable(matter)[0]:
        acts.append((_review_words(matter, today), "review"))
    if "reopen" in names and matter.stage == "withdrawn":
        acts.append((_("重新提出来"), "reopening"))
    acts += [(_("补充材料"), "supplement")] if "supplement" in names else []
    acts += [(_("问一句"), "question")] if "ask" in names else []
    return [
        {"words": said, "url": reverse(f"portal:{page}"), "solid": place == 0}
        for place, (said, page) in enumerate(acts)
    ]


def may_withdraw(matter: Any) -> bool:
    """It can still be taken back."""
    return "withdraw" in {move.act for move in acts_open_to(matter, Actor.petitioner())}


def shut(matter: Any, today: date) -> list[dict[str, str]]:
    """Rights not open now, each with its condition or the day it closed."""
    closed = []
    names = {move.act for move in acts_open_to(matter, Actor.petitioner())}
    if "rate" not in names:
        closed.append(
            {"words": _("评价答复"), "why": _ended(matter, "rating", today) or _("收到答复后可以评")}
        )
    if not reviewable(matter)[0]:
        closed.append({"words": _("申请复查"), "why": _why_no_review(matter, today)})
    return closed


def _why_no_review(matter: Any, today: date) -> str:
    asked = matter.reviews.order_by("level").last()
    if asked is not None:
        return _("%(day)s申请过") % {"day": words.prose(asked.requested_on, lang(), today)}
    days = matter.law.terms["review-window"].days
    return _ended(matter, "review-window", today) or _("收到答复后 %(days)d 天内") % {"days": days}


def _ended(matter: Any, term: str, today: date) -> str:
    window = matter.clocks.filter(term=term).order_by("due_on").last()
    if window is None:
        return ""
    return _("%(day)s截止") % {"day": words.prose(window.due_on, lang(), today)}


def _review_words(matter: Any, today: date) -> str:
    """With the days left; late ones may still ask, with a cause."""
    final = reviewable(matter)[0] == "request_final_review"
    named = _("申请复核") if final else _("申请复查")
    term = "final-review-window" if final else "review-window"
    window = matter.clocks.filter(term=term).order_by("due_on").last()
    left = window.days_left(today) if window else 0
    if left < 0:
        return _("%(named)s（期限已过，要写原因）") % {"named": named}
    return _("%(named)s，还有 %(left)d 天") % {"named": named, "left": left}
