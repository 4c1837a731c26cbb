"""A mapping: one data file that says what the headings and codes of another system mean, both ways."""

import re
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from huiyin.matters.filing import Channel

OURS = Path(__file__).parent
FIELDS = frozenset({
    "id", "title", "body", "received", "person", "phone", "address", "id_number", "place", "channel",
    "exchanged", "people", "purpose", "topic", "hidden", "consent",
})  # fmt: skip
CODED = frozenset({"channel", "purpose", "topic", "hidden", "consent"})
BACK = frozenset({
    "source_number", "exchanged_on", "number", "organ", "status", "received_on", "accepted_on", "due_on", "answered_on",
    "delivered_on", "documents",
})  # fmt: skip
KEYS = frozenset(
    {"id", "title", "title_en", "own_receipt", "channel", "needs", "dates", "fields", "codes", "back"}
)
NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")


class MappingWrong(ValueError):
    """A mapping file says something that is not there; the sentence names file and entry."""


@dataclass(frozen=True)
class Mapping:
    """`fields` is field → headings, the first that a file has is meant; `codes` field → their word → ours.

    With `own_receipt` a petition counts as received when the file is registered here. `back` is heading → what.
    """

    id: str
    title: str
    title_en: str
    fields: Table[str, tuple[str, ...]]
    own_receipt: bool = False
    channel: str = Channel.WEB
    needs: tuple[str, ...] = ("body", "received")
    dates: tuple[str, ...] = ()
    codes: Table[str, Table[str, Any]] = field(default_factory=dict)
    back: Table[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.title_en if (get_language() or "").startswith("en") else self.title

    @property
    def asks_consent(self) -> bool:
        """Only what its citizen agreed to becomes a petition."""
        return "consent" in self.needs

    def ours(self, name: str, said: str) -> Any:
        """What a word or code of theirs means here; None where the file does not say."""
        return self.codes.get(name, {}).get(said)


@cache
def available() -> dict[str, Mapping]:
    """Every mapping by its id; one of this installation's own replaces ours of the same name. Raises MappingWrong."""
    folders = (OURS, Path(settings.EXCHANGE))
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    return {name: load(path) for name, path in files.items()}


def exchanging() -> list[Mapping]:
    """Those of other systems: everything they hand in goes back to them."""
    return [mapping for mapping in available().values() if mapping.back]


def named(source: str) -> str:
    """A source as readers call it."""
    known = available().get(source)
    return str(known) if known else source


def source_of(by: Mapping | None, said: str = "") -> str:
    """The name under which what a file holds is kept: the system's own, or what somebody said."""
    return by.id if by is not None and by.back else said


def load(path: Path) -> Mapping:
    """Read and check one file; raises MappingWrong."""
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingWrong(f"{path.name}: {error}") from error
    wrong = list(_wrong(told, path.stem))
    if wrong:
        raise MappingWrong(f"{path.name}: {'; '.join(wrong)}")
    told["fields"] = {name: tuple(headings) for name, headings in told["fields"].items()}
    return Mapping(**told | {name: tuple(told[name]) for name in ("needs", "dates") if name in told})


def _wrong(told: dict[str, Any], name: str) -> list[str]:
    fields, codes, back = told.get("fields", {}), told.get("codes", {}), told.get("back", {})
    needed = set(told.get("needs", ["body", "received"]))
    found = {
        "unknown keys": set(told) - KEYS,
        "missing keys": {"id", "title", "title_en", "fields"} - set(told),
        "unknown fields": (set(fields) | needed) - FIELDS,
        "needed, but without headings": needed - set(fields),
        "codes of unknown fields": set(codes) - CODED,
        "unknown columns to go back": set(back.values()) - BACK,
        "unknown channels": ({told.get("channel", "web")} | set(codes.get("channel", {}).values()))
        - set(Channel.values),
    }
    wrong = [f"{what}: {', '.join(sorted(names))}" for what, names in found.items() if names]
    if told.get("id") != name or not NAME.fullmatch(name):
        wrong.append(f"id must be the file's own name {name!r}, in small letters")
    if told.get("own_receipt") and not {"id", "exchanged"} <= needed:
        wrong.append("what comes from another system needs its number (id) and its exchange date (exchanged)")
    return wrong
