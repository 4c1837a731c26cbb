"""What a rule set is made of: one frozen row type per kind of table; field names equal the keys of the TOML file."""

from dataclasses import dataclass
from typing import Literal

NEW = "new"
"""In a move's `from`: the subject does not exist before the move."""
ANY = "any"
"""In a move's `from`: every stage of the track, ended ones too; an empty `from` means every open stage."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where an assignment or a review stands; `public` is the petitioner's word, `says_*` the petitioner's sentence."""

    name: str
    track: str
    zh: str
    en: str
    public: str
    says_zh: str
    says_en: str
    open: bool

    @property
    def key(self) -> str:
        """The stage's name among all tracks: bare for an assignment, `review.decided` for a review."""
        return key(self.track, self.name)


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit: `days` in `unit` days; None where the row that starts it sets the number (`set_by` says who)."""

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

    `starts` begins on the subject that the move opens (`opens`), else on the one that moves; `stops` ends a term
    that runs on the one that moves and is silent where it does not run. `during` names terms that must be running.
    `on` is for the birth of a review: the stage at which the matter (or the first review) must stand.
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
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    sealed: bool = False
    internal: bool = False

    @property
    def duties(self) -> tuple[str, ...]:
        """Every duty that may do the act: the first is the usual one."""
        return (self.duty, *self.also)


@dataclass(frozen=True, slots=True)
class Duty:
    """What a post is charged with; `seat` says in which organ the actor must sit unless the move says otherwise."""

    name: str
    zh: str
    en: str
    seat: str


@dataclass(frozen=True, slots=True)
class Word:
    """A plain table of words: seats, approvals, the petitioner's status words, channels."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source other than the Regulation itself that a row may cite by name."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Document:
    """A paper (文书): its mandatory fields, the number series it may stand in, and whether this release writes it."""

    id: str
    zh: str
    en: str
    issued_by: str
    to: str
    article: str
    fields: tuple[str, ...]
    series: tuple[str, ...] = ("ordinary",)
    implemented: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """What must be true before `act` may be done."""

    name: str
    act: str
    zh: str
    en: str
    article: str


@dataclass(frozen=True, slots=True)
class Route:
    """A legal route (途径) of Article 31; `clock` names our term, None where another law keeps the time."""

    id: str
    zh: str
    en: str
    article: str
    document: str
    clock: str | None = None
    needs_body: bool = True
    needs_basis: bool = True
    needs_time_bar: bool = True


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews an organ of this kind: `rule` first, `otherwise` where that finds nobody."""

    kind: str
    rule: str
    zh: str
    en: str
    article: str
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one request is answered (Article 32); a supported one must be carried out."""

    name: str
    zh: str
    en: str
    article: str
    needs_execution: bool = False


@dataclass(frozen=True, slots=True)
class Decline:
    """A reason not to accept, with its basis and where the petitioner can go."""

    code: str
    zh: str
    en: str
    article: str
    says_zh: str
    says_en: str


@dataclass(frozen=True, slots=True)
class DeliveryMethod:
    """A way of delivery: what proves it, and whether the attempt itself completes it."""

    name: str
    zh: str
    en: str
    article: str
    complete_on_attempt: bool
    proof: tuple[str, ...]
    needs_consent: bool = False
    last_resort: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that is not a term, with its unit and source."""

    name: str
    value: int
    unit: str
    zh: str
    en: str
    article: str


def key(track: str, name: str) -> str:
    """A stage's name among all tracks."""
    return name if track == "assignment" else f"{track}.{name}"
