"""A rule set: the Regulation of one time and place, as tables that answer questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from huiyin.statute import counting
from huiyin.statute.calendar import Calendar
from huiyin.statute.citing import BOTH, cite
from huiyin.statute.errors import DaysUnknown, UnknownTerm
from huiyin.statute.favouring import favours
from huiyin.statute.overlay import Overlay
from huiyin.statute.reference import (
    Beyond,
    Decline,
    DeliveryMethod,
    Document,
    Gate,
    Limit,
    Outcome,
    Reviewer,
    Route,
    Source,
    Word,
)
from huiyin.statute.tables import ANY, NEW, Duty, Move, Stage, Term, key


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RuleSet:
    """One regulation in force from a day on; `digest` is the SHA-256 (hex) of its file.

    Under an `overlay`, `base` is the rule set below it, and `rivals` are the limits of the other text that must be
    counted for every date because they are written in another unit.
    """

    id: str
    file: str
    digest: str
    title: str
    title_en: str
    short: str
    short_en: str
    effective_from: date
    effective_until: date | None
    regions: tuple[str, ...]
    articles: int
    roll_on_rest_day: bool
    stages: Mapping[str, Stage]
    terms: Mapping[str, Term]
    moves: tuple[Move, ...]
    duties: Mapping[str, Duty]
    seats: Mapping[str, Word]
    approvals: Mapping[str, Word]
    words: Mapping[str, Word]
    channels: Mapping[str, Word]
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    gates: Mapping[str, Gate]
    routes: Mapping[str, Route]
    reviewers: Mapping[str, Reviewer]
    outcomes: Mapping[str, Outcome]
    declines: Mapping[str, Decline]
    deliveries: Mapping[str, DeliveryMethod]
    limits: Mapping[str, Limit]
    beyond: Mapping[str, Beyond]
    calendar: Calendar
    rivals: Mapping[str, Term] = field(default_factory=dict)
    base: "RuleSet | None" = None
    overlay: Overlay | None = None

    def due(
        self,
        term_name: str,
        start: date,
        extend: Sequence[int] = (),
        pauses: Sequence[counting.Pause] = (),
        days: int | None = None,
    ) -> counting.Due:
        """The last day of a term begun on `start`; `days` only where the act's own row sets the length."""
        return self.counted(term_name, start, extend, pauses, days)[1]

    def counted(
        self,
        term_name: str,
        start: date,
        extend: Sequence[int] = (),
        pauses: Sequence[counting.Pause] = (),
        days: int | None = None,
    ) -> tuple[Term, counting.Due]:
        """The last day as `due` counts it, and the term that it follows: with its article, the rule that fired."""
        term = self.term(term_name)
        if days is not None:
            term = _with_days(term, days)
        found = term, self._due(term, start, extend, pauses)
        if term_name not in self.rivals:
            return found
        rival = self.rivals[term_name]
        other = rival, self._due(rival, start, extend, pauses)
        return other if favours(term, other[1].due, found[1].due) else found

    def _due(
        self, term: Term, start: date, extend: Sequence[int], pauses: Sequence[counting.Pause]
    ) -> counting.Due:
        return counting.due(
            term, start, extend=extend, pauses=pauses, calendar=self.calendar, roll=self.roll_on_rest_day
        )

    def term(self, name: str) -> Term:
        """The term of that name; UnknownTerm lists the names there are."""
        if name not in self.terms:
            known = ", ".join(self.terms)
            en = f"There is no term {name} in {self.id}; there are: {known}."
            raise UnknownTerm(f"没有“{name}”这个时限。", en)
        return self.terms[name]

    def stage(self, name: str, track: str = "assignment") -> Stage:
        """The stage of that name on its track."""
        return self.stages[key(track, name)]

    def moves_for(self, act: str, stage: str | None, track: str = "assignment") -> Move | None:
        """The one move that `act` makes from `stage` (None: nothing exists yet), or None where it may not be.

        The birth of a review is found from nothing on the review track and from the stage it is asked at.
        """
        for move in self.moves:
            if move.act == act and (self._leaves(move, stage, track) or self._stands_on(move, stage, track)):
                return move
        return None

    def acts_from(self, stage: str | None, track: str = "assignment") -> tuple[Move, ...]:
        """Every move that may be made from a stage, in the order of the file: the buttons of a page."""
        return tuple(m for m in self.moves if self.moves_for(m.act, stage, track) is m)

    def seat_of(self, move: Move, duty: str) -> str:
        """In which organ an actor with this duty must sit to make the move: a name in `seats`."""
        return move.seat if move.seat and duty == move.duty else self.duties[duty].seat

    def cite(self, article: str, language: str = "zh") -> str:
        """An article as a reader says it: "22.1(3)" becomes 《信访工作条例》第二十二条第一款第三项."""
        return cite(article, self, language)

    def basis(self, move: Move) -> str:
        """Where a move comes from: its own article, and the local articles of the terms that it starts or extends."""
        below = self.base.terms if self.base else self.terms
        names = (*move.starts, *move.extends)
        local = [self.terms[name].article for name in names if self.terms[name] != below[name]]
        return BOTH.join(dict.fromkeys((move.article, *local)))

    def gates_for(self, act: str) -> tuple[Gate, ...]:
        """What must be true before the act may be done."""
        return tuple(gate for gate in self.gates.values() if gate.act == act)

    def _leaves(self, move: Move, stage: str | None, track: str) -> bool:
        if move.track != track:
            return False
        if stage is None:
            return NEW in move.from_
        if key(track, stage) not in self.stages:
            return False
        if self.stage(stage, track).aside:
            return stage in move.from_
        if not move.from_:
            return self.stage(stage, track).open
        return ANY in move.from_ or stage in move.from_

    def _stands_on(self, move: Move, stage: str | None, track: str) -> bool:
        return stage is not None and key(track, stage) in move.on


def _with_days(term: Term, days: int) -> Term:
    if term.days is not None:
        zh = f"“{term.zh}”的天数由法规规定，不能另行设定。"
        raise DaysUnknown(zh, f"The length of the term {term.name} is set by the Regulation.")
    if days < 1:
        raise DaysUnknown("天数至少为一天。", "The number of days must be one or more.")
    return replace(term, days=days)
