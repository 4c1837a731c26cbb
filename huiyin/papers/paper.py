"""A paper: everything a document says, as plain values, before it becomes a docx or a PDF."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of prose."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading with the number its writer gave it: level 1 一、 2 （一） 3 1. (GB/T 9704-2012 §7.3.3)."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Items:
    """Labelled facts, one under the other: 收到日期  2026年11月23日."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """The answer to one request: every request has its own, the opinion first (Regulation 2022, Art. 32)."""

    request: str
    facts: str
    opinion: str
    reasons: str
    basis: str
    plan: str = ""
    policies: str = ""


Block = Paragraph | Heading | Items | Answer
Style = Literal["citizen_letter", "official_doc"]


@dataclass(frozen=True)
class Paper:
    """A document of one kind (D06 …). Without number or date it is a draft, and says so in their place.

    signature: the organ that signs; empty means `organ`. notes: what must not be
    overlooked, such as the remedy.
    copies: organs that receive a copy. large: larger print for tired eyes.
    """

    kind: str
    title: str
    organ: str
    addressee: str = ""
    blocks: tuple[Block, ...] = ()
    number: str = ""
    signature: str = ""
    dated: date | None = None
    attachments: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    style: Style = "citizen_letter"
    large: bool = False

    @property
    def signed_by(self) -> str:
        """The organ under the text."""
        return self.signature or self.organ


def blocks(written: Iterable[Sequence[Any]]) -> tuple[Block, ...]:
    """Blocks from how a record keeps them: pairs of ("text" | "heading" | "items" | "answer", value).

    A heading's value is its text or [text, level]. Raises ValueError for a kind that is not known.
    """
    return tuple(_block(kind, value) for kind, value in written)


def _block(kind: str, value: Any) -> Block:
    if kind == "text":
        return Paragraph(str(value))
    if kind == "heading":
        return Heading(value) if isinstance(value, str) else Heading(str(value[0]), int(value[1]))
    if kind == "items":
        return Items(tuple((str(label), str(said)) for label, said in value))
    if kind == "answer":
        return _answer(value)
    raise ValueError(f"a paper has no block of kind {kind!r}")


def _answer(value: Mapping[str, Any]) -> Answer:
    parts = {part: str(value.get(part) or "") for part in Answer.__dataclass_fields__}
    return Answer(**parts)
