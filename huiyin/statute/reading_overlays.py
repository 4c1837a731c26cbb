"""From a TOML file to an overlay: a rule file that says which rule set it lies over."""

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from huiyin.statute.overlay import LocalTerm, Overlay
from huiyin.statute.reading import build, entries, head, optional, read_toml, refuse_unknown
from huiyin.statute.reference import Beyond, Source

MARK = "overlays"
"""The key that makes a rule file an overlay."""
HEAD = {
    "id": str,
    MARK: str,
    "title": str,
    "title_en": str,
    "short": str,
    "short_en": str,
    "effective_from": date,
    "regions": list,
    "articles": int,
}
TABLES: tuple[tuple[str, str, type[Any]], ...] = (
    ("term", "terms", LocalTerm),
    ("source", "sources", Source),
    ("beyond", "beyond", Beyond),
)


def read_overlay(file: Path) -> Overlay | None:
    """The overlay of one file, its rows well formed; None where the file is a rule set of its own."""
    raw, content = read_toml(file)
    if MARK not in content:
        return None
    known = {*HEAD, "effective_until", *(table for table, _, _ in TABLES)}
    refuse_unknown(file.name, "file", content, known)
    said: dict[str, Any] = {name: head(file.name, content, name, kind) for name, kind in HEAD.items()}
    named: dict[str, Any] = {field: _rows(file.name, content, table, row) for table, field, row in TABLES}
    return Overlay(
        **said | named | {"regions": tuple(said["regions"])},
        file=file.name,
        digest=hashlib.sha256(raw).hexdigest(),
        effective_until=optional(file.name, content, "effective_until", None),
    )


def _rows(file: str, content: Mapping[str, Any], table: str, row_type: type[Any]) -> Mapping[str, Any]:
    rows = entries(file, content, table)
    return MappingProxyType(
        {name: build(row_type, {"name": name, **row}, file, f"{table}.{name}") for name, row in rows}
    )
