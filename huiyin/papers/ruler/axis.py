"""Where a day stands on the ruler: a share of the width, proportional to calendar days."""

from dataclasses import dataclass
from datetime import date, timedelta

from huiyin.papers.ruler import svg
from huiyin.papers.ruler.span import Span


@dataclass(frozen=True)
class Axis:
    """A stretch of calendar days, drawn at any width; `nominal` px is the width labels are fitted to."""

    first: date
    last: date
    nominal: int

    def share(self, day: date) -> float:
        """0 at the first day, 1 at the last; days outside stand at the edge."""
        whole = (self.last - self.first).days
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def x(self, day: date) -> str:
        """The day as a percentage of the width."""
        return svg.percent(self.share(day))

    def width(self, first: date, last: date) -> str:
        """The stretch between two days as a percentage of the width."""
        return svg.percent(self.share(last) - self.share(first))

    def px(self, day: date) -> float:
        """The day in px at nominal width."""
        return self.share(day) * self.nominal

    def ticks(self, start: date, last: date) -> list[tuple[str, bool]]:
        """Marks every 5 days from `start` to `last`, every second one long; wider when that is under 4 px."""
        whole = (self.last - self.first).days
        step = next((days for days in (5, 10, 30, 90) if self.nominal * days / whole >= 4), 365)
        days = range(step, (last - start).days + 1, step)
        return [(self.x(start + timedelta(days=day)), day % (2 * step) == 0) for day in days]


def axis_of(span: Span, nominal: int) -> Axis:
    """The axis of one matter: from 收 to the last date that counts, 30 days at the least."""
    last = max(span.last, span.received + timedelta(days=30))
    return Axis(span.received, last, nominal)
