"""An overlay: a province's or city's own regulation, as what it sets otherwise than the rule set that it lies over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from huiyin.statute.reference import Beyond, Source


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """A time limit as the local text sets it, in its own numbers; without `extend_total` it knows no extension."""

    name: str
    days: int
    unit: Literal["natural", "working"]
    article: str
    extend_total: int = 0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Overlay:
    """One local regulation; `overlays` names the rule set below, `digest` is the SHA-256 (hex) of its own file."""

    id: str
    file: str
    digest: str
    overlays: str
    title: str
    title_en: str
    short: str
    short_en: str
    effective_from: date
    effective_until: date | None
    regions: tuple[str, ...]
    articles: int
    terms: Mapping[str, LocalTerm]
    sources: Mapping[str, Source]
    beyond: Mapping[str, Beyond]

    def own(self, article: str) -> str:
        """An article of this text, marked so that it is never taken for one of the Regulation: zj-2016:23."""
        return f"{self.id}:{article}"
