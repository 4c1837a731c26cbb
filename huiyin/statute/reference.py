"""Reference tables of a rule set: words, documents, gates, routes, reviewers and the like."""

from dataclasses import dataclass


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
    """A paper (文书): its mandatory fields, its number series, and whether this release writes it."""

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


@dataclass(frozen=True, slots=True)
class Beyond:
    """A provision that this program has no part in yet: said openly, so that officers keep it by hand."""

    name: str
    zh: str
    en: str
    article: str
