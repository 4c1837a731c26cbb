"""Hearing 听证 (Art. 31(6), 36.2): called on notice, led by somebody who did not handle the case, and put on record.

At final review its time is not counted, from the notice to the day it is held. That day is fixed when the hearing is
called and a hearing that does not take place pauses nothing, so no case can be kept waiting by an open hearing.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Value
from django.utils.translation import gettext as _

from huiyin.matters.act import act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.hearing_acts import Hearing, HearingRecord, Outcome
from huiyin.people.officer import Officer

OPEN, PART = "open", "took part"


class Hearable:
    """A matter under investigation, and a review at final review, can be heard."""

    @act("open_hearing", Hearing)
    def open_hearing(
        self: Any,
        deed: Deed,
        *,
        ground: str,
        held_on: date,
        starts_at: str,
        place: str,
        host: Officer,
        panel: str,
        closed_for: str = "",
    ) -> Hearing:
        """Call the parties to a hearing, in good time."""
        against = _against(self, host)
        if OPEN in against:
            raise NotAllowed(_("已经定了一次听证，先记下结果再定下一次。"))
        _require_in_time(deed, held_on)
        _require_apart(deed, host, against)
        row = Hearing(
            matter=self.matter_itself,
            review=_review(self),
            ground=ground,
            held_on=held_on,
            starts_at=starts_at,
            place=place,
            host=host,
            panel=panel,
            closed_for=closed_for,
        )
        for clock in _pausable(self, deed):
            row.answers_by = clock.pause(deed.on, held_on).due
        return row

    @act("close_hearing", HearingRecord)
    def close_hearing(
        self: Any,
        deed: Deed,
        *,
        outcome: str,
        held_on: date | None = None,
        statements: str = "",
        panel_view: str = "",
        conclusion: str,
    ) -> HearingRecord:
        """Put on record what was said, or that it did not take place."""
        hearing = _open(self)
        if hearing is None:
            raise NotAllowed(_("没有等着记录的听证。"))
        row = HearingRecord(
            matter=self.matter_itself,
            hearing=hearing,
            outcome=outcome,
            held_on=held_on or (min(deed.on, hearing.held_on) if outcome == Outcome.HELD else None),
            statements=statements,
            panel_view=panel_view,
            conclusion=conclusion,
        )
        _require_whole(row, deed)
        hearing.ended_on = deed.on
        hearing.save(update_fields=["ended_on"])
        until = row.held_on if outcome == Outcome.HELD else None
        for clock in _pausable(self, deed):
            row.answers_by = clock.pause(hearing.on, until).due
        return row


def require_none_open(subject: Any) -> None:
    """Raise NotAllowed where a hearing was called whose outcome nobody has put on record."""
    if _open(subject) is not None:
        raise NotAllowed(_("听证的结果还没有记下来，先记下再写意见。"))


def _review(subject: Any) -> Any:
    return None if subject.matter_itself is subject else subject


def _open(subject: Any) -> Hearing | None:
    return _open_ones(subject).select_related("host").first()


def _open_ones(subject: Any) -> models.QuerySet[Hearing]:
    return Hearing.objects.filter(matter=subject.matter_itself, review=_review(subject), ended_on=None)


def _pausable(subject: Any, deed: Deed) -> Any:
    return subject.own_clocks(deed).running().filter(term__in=deed.move.pauses)


def _require_in_time(deed: Deed, held_on: date) -> None:
    """Long enough ahead to prepare, and soon enough not to keep anybody waiting; both days are the rule set's."""
    first, last = (deed.rules.limits[name].value for name in ("hearing-notice", "hearing-held"))
    ahead = (held_on - deed.on).days
    if ahead < first:
        raise NotAllowed(_("至少提前 %(days)d 天告知，好让各方准备。") % {"days": first}, field="held_on")
    if ahead > last:
        raise NotAllowed(_("听证要在告知后 %(days)d 天内开。") % {"days": last}, field="held_on")


def _against(subject: Any, host: Officer) -> set[str]:
    """What speaks against calling a hearing with this host: one is open, or the host took part. One query."""
    matter, open_now = subject.matter_itself, _open_ones(subject).values_list(Value(OPEN))
    took_part = (
        rows.filter(through=host).values_list(Value(PART))
        for rows in (matter.acceptances, matter.investigations, matter.drafts, matter.replies)
    )
    stepped_back = matter.recusals.filter(officer=host).values_list(Value(PART))
    return {why for (why,) in open_now.union(*took_part, stepped_back)}


def _require_apart(deed: Deed, host: Officer, against: set[str]) -> None:
    """The host did not handle, investigate, draft or sign, and has not stepped back."""
    handler = deed.assignment.handler if deed.assignment is not None else None
    handles = handler is not None and handler.holdings.on(deed.on).filter(officer=host).exists()
    if handles or PART in against:
        raise NotAllowed(_("办理、调查、签发过这件事的人不能主持听证，请换一位。"), field="host")


def _require_whole(row: HearingRecord, deed: Deed) -> None:
    if row.outcome != Outcome.HELD:
        return
    if not row.statements.strip() or not row.panel_view.strip():
        raise NotAllowed(_("开了的听证，要写明各方说了什么、听证员怎么评议。"), field="statements")
    assert row.held_on is not None  # noqa: S101
    if not row.hearing.on <= row.held_on <= min(deed.on, row.hearing.held_on):
        raise NotAllowed(
            _("只能是告知以后、%(day)s 以前的一天。改了日期的，先记“没有开成”，再重新告知。")
            % {"day": min(deed.on, row.hearing.held_on)},
            field="held_on",
        )
