"""What each document says, as plain values. One function per kind, under letters/; a new paper is one function more."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import override

from huiyin.matters.deed import Deed


@dataclass(frozen=True)
class Composed:
    """The words of a paper. Blocks are ("text", words), ("items", [[label, value], …]) or ("answer", {…})."""

    title: str
    addressee: str
    blocks: tuple[tuple[str, Any], ...]
    audience: str = "petitioner"
    notes: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    large: bool = False

    def fields(self) -> dict[str, Any]:
        """As JSON-able values."""
        return asdict(self)


Composer = Callable[[Deed, Any], Composed | None]
_composers: dict[str, Composer] = {}


def composes(kind: str) -> Callable[[Composer], Composer]:
    """Register the function that composes documents of one kind (D06 …)."""

    def register(composer: Composer) -> Composer:
        _composers[kind] = composer
        return composer

    return register


def can(kind: str) -> bool:
    """Whether documents of this kind are issued here."""
    return kind in _composers


def compose(kind: str, deed: Deed, row: Any) -> Composed | None:
    """The words of one document for an act just done, or None where this one is not owed here.

    A letter is in Chinese, whatever the officer reads.
    """
    with override("zh-hans"):
        return _composers[kind](deed, row)
