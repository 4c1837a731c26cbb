"""What a rule set means in dates: every term from one day, and the longest way through the house."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from huiyin.statute.counting import Due
from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import Move, Term

LONGEST = (
    "register", "triage", "forward", "notify", "accept", "investigate", "draft", "sign", "deliver",
    "request_review", "decide_review", "deliver_review",
    "request_final_review", "decide_final_review", "deliver_final_review",
)  # fmt: skip
"""The acts of a matter that a petition office forwards and that is reviewed twice."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term begun on `start`: its date, and its date when it is extended as far as it may be."""

    term: Term
    start: date
    due: Due
    extended: Due | None


@dataclass(frozen=True, slots=True)
class Step:
    """One act on the last day allowed, with the deadlines that it starts."""

    move: Move
    on: date
    starts: tuple[Deadline, ...]


def deadlines(ruleset: RuleSet, start: date) -> tuple[Deadline, ...]:
    """Every term of known length as if it began on `start`, in the order of the file."""
    return tuple(_deadline(ruleset, term, start) for term in ruleset.terms.values() if term.days is not None)


def longest(ruleset: RuleSet, start: date, acts: tuple[str, ...] = LONGEST) -> tuple[Step, ...]:
    """The acts in turn, each on the last day of the term that it stops, up to an act that may not be done.

    Nothing is extended. A petition office receives the petition, so of the first terms its own runs.
    An act that the rule set does not know at all is passed over.
    """
    known = {move.act for move in ruleset.moves}
    return tuple(_walk(ruleset, start, tuple(act for act in acts if act in known)))


def _walk(ruleset: RuleSet, day: date, acts: tuple[str, ...]) -> Iterator[Step]:
    stage: str | None = None
    track = "assignment"
    running: dict[str, date] = {}
    for act in acts:
        move = ruleset.moves_for(act, stage, track)
        if move is None:
            return
        day = max([running.pop(name) for name in move.stops if name in running], default=day)
        started = tuple(
            _deadline(ruleset, ruleset.terms[name], day) for name in _started(ruleset, move, stage)
        )
        running.update({deadline.term.name: deadline.due.due for deadline in started})
        stage, track = move.opens or move.to or stage, move.track
        yield Step(move, day, started)


def _started(ruleset: RuleSet, move: Move, stage: str | None) -> list[str]:
    names = [name for name in move.starts if ruleset.terms[name].days is not None]
    offices = [name for name in names if ruleset.terms[name].owed_by == "petition_office"]
    return offices if stage is None and offices else names


def _deadline(ruleset: RuleSet, term: Term, start: date) -> Deadline:
    extended = ruleset.due(term.name, start, [term.extend_total]) if term.extend_total else None
    return Deadline(term, start, ruleset.due(term.name, start), extended)
