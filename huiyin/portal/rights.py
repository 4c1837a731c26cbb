"""What the petitioner may do now, and what not yet or no longer: a closed right stays visible with its date."""

from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from huiyin.matters.possible import acts_open_to
from huiyin.papers import words
from huiyin.people.actor import Actor
from huiyin.portal.language import lang


def to_collect(matter: Any) -> Any:
    """The deliveries of the opinion that petitioners are owed and that are not yet proven."""
    return matter.deliveries.filter(review=None, completed_on=None, party__in=matter.parties.contacts())


def has_collected(matter: Any) -> bool:
    """The opinion has reached somebody, or there is none."""
    completed = matter.deliveries.filter(review=None).values_list("completed_on", flat=True)
    return not completed or any(completed)


class Rights:
    """The petitioner's rights in one matter on one day; the gate is asked once."""

    def __init__(self, matter: Any, today: date) -> None:
        self.matter, self.today = matter, today

    @cached_property
    def names(self) -> set[str]:
        """The acts that the gate would let the petitioner do."""
        return {move.act for move in acts_open_to(self.matter, Actor.petitioner())}

    @cached_property
    def reviewable(self) -> tuple[str, Any]:
        """("request_review", matter), ("request_final_review", first review), or ("", None)."""
        first = self._first_review()
        if first is None:
            return ("request_review", self.matter) if "request_review" in self.names else ("", None)
        if any(one.delivery.review_id == first.pk for one in self._reviews):
            return "", None
        names = {move.act for move in acts_open_to(first, Actor.petitioner())}
        return ("request_final_review", first) if "request_final_review" in names else ("", None)

    @cached_property
    def may_withdraw(self) -> bool:
        """It can still be taken back."""
        return "withdraw" in self.names

    def open(self) -> list[dict[str, Any]]:
        """Buttons, the most pressing first and solid."""
        offered = [
            (_("说明一处"), "clarification", "clarify" in self.names),
            (_("领取书面答复"), "delivery", "deliver" in self.names and to_collect(self.matter).exists()),
            (_("核对抄录的信"), "transcript", "confirm_transcript" in self.names and self._has_transcript()),
            (_("评价这次答复"), "rating", "rate" in self.names),
            (self._review_words(), "review", bool(self.reviewable[0])),
            (_("重新提出来"), "reopening", "reopen" in self.names and self.matter.stage == "withdrawn"),
            (_("补充材料"), "supplement", "supplement" in self.names),
            (_("问一句"), "question", "ask" in self.names),
        ]
        acts = [(said, page) for said, page, may in offered if may]
        return [
            {"words": said, "url": reverse(f"portal:{page}"), "solid": place == 0}
            for place, (said, page) in enumerate(acts)
        ]

    def shut(self) -> list[dict[str, str]]:
        """Rights not open now, each with its condition or the day it closed."""
        closed = []
        if "rate" not in self.names:
            closed.append({"words": _("评价答复"), "why": self._ended("rating") or _("收到答复后可以评")})
        if not self.reviewable[0]:
            closed.append({"words": _("申请复查"), "why": self._why_no_review()})
        return closed

    @cached_property
    def _reviews(self) -> list[Any]:
        return list(self.matter.reviews.select_related("party", "delivery").order_by("level", "requested_on"))

    def _first_review(self) -> Any:
        """The first review of the latest opinion, if it was asked for."""
        opinion = self.matter.deliveries.filter(review=None).order_by("pk").last()
        of_it = [
            one
            for one in self._reviews
            if one.level == 1 and opinion and one.delivery.owed_since == opinion.owed_since
        ]
        return of_it[-1] if of_it else None

    @cached_property
    def _windows(self) -> dict[str, Any]:
        """The petitioner's own terms by name, the latest of each."""
        clocks = self.matter.clocks.exclude(delivery=None).order_by("due_on")
        return {clock.term: clock for clock in clocks}

    def _has_transcript(self) -> bool:
        latest = self.matter.transcripts.order_by("number").last()
        return latest is not None and latest.confirmed is None

    def _why_no_review(self) -> str:
        if self._reviews:
            day = words.prose(self._reviews[-1].requested_on, lang(), self.today)
            return _("%(day)s申请过") % {"day": day}
        days = self.matter.law.terms["review-window"].days
        return self._ended("review-window") or _("收到答复后 %(days)d 天内") % {"days": days}

    def _ended(self, term: str) -> str:
        window = self._windows.get(term)
        if window is None:
            return ""
        return _("%(day)s截止") % {"day": words.prose(window.due_on, lang(), self.today)}

    def _review_words(self) -> str:
        """With the days left; who is late may still ask, with a cause."""
        final = self.reviewable[0] == "request_final_review"
        named = _("申请复核") if final else _("申请复查")
        window = self._windows.get("final-review-window" if final else "review-window")
        left = window.days_left(self.today) if window else 0
        if left < 0:
            return _("%(named)s（期限已过，要写原因）") % {"named": named}
        return _("%(named)s，还有 %(left)d 天") % {"named": named, "left": left}
