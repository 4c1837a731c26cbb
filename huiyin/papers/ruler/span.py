"""The dates one ruler is drawn from, and what they say about the clock."""

from dataclasses import dataclass
from datetime import date

SOON = 3
"""Calendar days, today included as 0, in which a term counts as due soon."""


@dataclass(frozen=True)
class Span:
    """One legal term on the calendar. All dates are local days; nothing here counts, it only compares.

    received, accepted: 收 and 受理. due: the 法定 date now in force; old_due: the one before an extension.
    longest: the date if every extension were granted; asked: the one an extension now asked for would give.
    paused_on: the clock stands still since then. ended: it was answered on that day.
    promise: what happens by the due date, in the reader's words (告诉您谁来办); empty for 法定.
    """

    received: date
    today: date
    accepted: date | None = None
    due: date | None = None
    longest: date | None = None
    old_due: date | None = None
    asked: date | None = None
    paused_on: date | None = None
    ended: date | None = None
    promise: str = ""

    @property
    def start(self) -> date:
        """The day the running clock counts from: 受理, or 收 while it is not yet accepted."""
        return self.accepted or self.received

    @property
    def until(self) -> date:
        """How far time has run: the day it ended, the day it was paused, or today; never before the start."""
        return max(self.start, self.ended or self.paused_on or self.today)

    @property
    def days_left(self) -> int | None:
        """Calendar days from today (or the day it ended) to the due date; negative when over."""
        if self.due is None:
            return None
        return (self.due - (self.ended or self.today)).days

    @property
    def state(self) -> str:
        """One of: open (no term), running, soon, overdue, paused, ended."""
        if self.ended:
            return "ended"
        if self.paused_on:
            return "paused"
        if self.days_left is None:
            return "open"
        if self.days_left < 0:
            return "overdue"
        return "soon" if self.days_left <= SOON else "running"

    @property
    def last(self) -> date:
        """The last day that has to be on the axis; an overdue term runs on past its end."""
        marks = (self.received, self.start, self.due, self.old_due, self.asked, self.longest_open, self.ended)
        shown = [day for day in marks if day]
        return max(shown) if self.ended else max(*shown, self.today)

    @property
    def longest_open(self) -> date | None:
        """The longest date while it can still be granted: an extension is decided before the term ends."""
        if not (self.longest and self.due and self.longest > self.due):
            return None
        return self.longest if self.state in ("running", "soon", "paused") else None
