"""The heart of a rule set: stages, terms, moves and duties; field names equal the keys of the TOML file."""

from dataclasses import dataclass
from typing import Literal

NEW = "new"
"""In a move's `from`: the subject does not exist before the move."""
ANY = "any"
"""In a move's `from`: every stage of the track, ended ones too; an empty `from` means every open stage."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where an assignment or a review stands; `public` is the petitioner's word, `says_*` the sentence.

    `aside` is a stage of who assists: only the moves that name it begin there, for the main line is the lead's.
    """

    name: str
    track: str
    zh: str
    en: str
    public: str
    says_zh: str
    says_en: str
    open: bool
    aside: bool = False

    @property
    def key(self) -> str:
        """The stage's name among all tracks: bare for an assignment, `review.decided` for a review."""
        return key(self.track, self.name)


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit of `days` natural or working days; None where `set_by` sets the number case by case."""

    name: str
    clock: str
    zh: str
    en: str
    unit: Literal["natural", "working"]
    owed_by: Literal["petition_office", "unit", "review_body", "petitioner"]
    article: str
    days: int | None = None
    set_by: str | None = None
    extend_total: int = 0
    pausable: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """What one act does to a stage and its clocks, who may do it, which papers it makes and whom it tells.

    `starts` begins on the subject that the move opens (`opens`), else on the one that moves; `stops` ends a
    term that runs on the one that moves and is silent where it does not run. `during` names terms that must
    be running, `within` one that never runs: the act may be done until its end. `on` is for the birth of a review:
    where the matter, or the first review, must stand.
    """

    id: str
    act: str
    track: str
    zh: str
    en: str
    duty: str
    article: str
    says_zh: str
    says_en: str
    from_: tuple[str, ...] = ()
    to: str | None = None
    opens: str | None = None
    on: tuple[str, ...] = ()
    level: int | None = None
    also: tuple[str, ...] = ()
    seat: str | None = None
    approval: Literal["head", "second"] | None = None
    during: tuple[str, ...] = ()
    within: str | None = None
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    sealed: bool = False
    internal: bool = False

    @property
    def duties(self) -> tuple[str, ...]:
        """Every duty that may do the act: the first is the usual one."""
        return (self.duty, *self.also)

    def moves(self, track: str) -> bool:
        """Whether it moves the stage that it is done from: it leads somewhere, on that track, and is no birth of a review."""
        return self.to is not None and self.track == track and not self.on


@dataclass(frozen=True, slots=True)
class Duty:
    """What a post is charged with; `seat` says where the actor must sit unless the move says otherwise."""

    name: str
    zh: str
    en: str
    seat: str


def key(track: str, name: str) -> str:
    """A stage's name among all tracks."""
    return name if track == "assignment" else f"{track}.{name}"
