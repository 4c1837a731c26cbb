"""From a TOML file to a rule set: every key is a field, and nothing unknown is passed over."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from huiyin.statute import reference, tables
from huiyin.statute.calendar import Calendar
from huiyin.statute.errors import StatuteError
from huiyin.statute.ruleset import RuleSet

Row = TypeVar("Row")
HEAD = {
    "id": str,
    "title": str,
    "title_en": str,
    "short": str,
    "short_en": str,
    "effective_from": date,
    "articles": int,
    "roll_on_rest_day": bool,
}
OPTIONAL_HEAD = {"effective_until": date, "regions": list}
TABLES: tuple[tuple[str, str, type[Any], str], ...] = (
    ("term", "terms", tables.Term, "name"),
    ("duty", "duties", tables.Duty, "name"),
    ("seat", "seats", reference.Word, "name"),
    ("approval", "approvals", reference.Word, "name"),
    ("public", "words", reference.Word, "name"),
    ("channel", "channels", reference.Word, "name"),
    ("source", "sources", reference.Source, "name"),
    ("document", "documents", reference.Document, "id"),
    ("gate", "gates", reference.Gate, "name"),
    ("route", "routes", reference.Route, "id"),
    ("reviewer", "reviewers", reference.Reviewer, "kind"),
    ("outcome", "outcomes", reference.Outcome, "name"),
    ("decline", "declines", reference.Decline, "code"),
    ("delivery", "deliveries", reference.DeliveryMethod, "name"),
    ("limit", "limits", reference.Limit, "name"),
    ("beyond", "beyond", reference.Beyond, "name"),
)
"""TOML table, field of the rule set, row type, and the field that the table's own key fills."""


def read(file: Path, calendar: Calendar) -> RuleSet:
    """The rule set of one file, its rows well formed; whether they fit together is `checking`'s question."""
    raw, content = read_toml(file)
    known = {*HEAD, *OPTIONAL_HEAD, "stage", "move", *(table[0] for table in TABLES)}
    refuse_unknown(file.name, "file", content, known)
    said: dict[str, Any] = {name: head(file.name, content, name, kind) for name, kind in HEAD.items()}
    named: dict[str, Any] = {
        field: MappingProxyType(
            {name: build(row_type, {key: name, **row}, file.name, f"{table}.{name}") for name, row in rows}
        )
        for table, field, row_type, key in TABLES
        for rows in [entries(file.name, content, table)]
    }
    return RuleSet(
        **said,
        **named,
        file=file.name,
        digest=hashlib.sha256(raw).hexdigest(),
        effective_until=optional(file.name, content, "effective_until", None),
        regions=tuple(optional(file.name, content, "regions", [])),
        stages=_stages(file.name, content),
        moves=_moves(file.name, content),
        calendar=calendar,
    )


def read_toml(file: Path) -> tuple[bytes, dict[str, Any]]:
    """The file's bytes and its tables."""
    try:
        raw = file.read_bytes()
        return raw, tomllib.loads(raw.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StatuteError(file.name, "file", f"cannot be read as TOML: {error}") from error


def build(row_type: type[Row], row: Mapping[str, Any], file: str, entry: str) -> Row:
    """One row from one TOML table; StatuteError names a key that is missing, unknown or of the wrong type."""
    known = {f.name.rstrip("_"): f for f in fields(row_type)}  # type: ignore[arg-type]
    hints = get_type_hints(row_type)
    refuse_unknown(file, entry, row, set(known))
    for name, field in known.items():
        if name not in row and field.default is MISSING:
            raise StatuteError(file, entry, f"add the key {name}")
    values = {}
    for name, value in row.items():
        field_name = known[name].name
        values[field_name] = _value(value, hints[field_name], file, entry, name)
    return row_type(**values)


def _value(value: Any, hint: Any, file: str, entry: str, name: str) -> Any:
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise StatuteError(file, entry, f"{name} must be one of {', '.join(get_args(hint))}")
        return value
    if get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise StatuteError(file, entry, f"{name} must be a list of texts")
        return tuple(value)
    choices = [choice for choice in get_args(hint) if choice is not type(None)]
    if choices:
        return _value(value, choices[0], file, entry, name)
    if type(value) is not hint:
        raise StatuteError(file, entry, f"{name} must be of type {hint.__name__}")
    return value


def head(file: str, content: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    """The value of a key at the top of the file."""
    if type(content.get(name)) is not kind:
        raise StatuteError(file, "file", f"add the key {name} ({kind.__name__}) at the top")
    return content[name]


def optional(file: str, content: Mapping[str, Any], name: str, otherwise: Any) -> Any:
    """The value of a key that may be left out."""
    return head(file, content, name, OPTIONAL_HEAD[name]) if name in content else otherwise


def entries(file: str, content: Mapping[str, Any], table: str) -> list[tuple[str, dict[str, Any]]]:
    """The rows of a table by name, in the order of the file."""
    rows = content.get(table, {})
    if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
        raise StatuteError(file, table, f"write each row as its own table, [{table}.name]")
    return list(rows.items())


def _stages(file: str, content: Mapping[str, Any]) -> Mapping[str, tables.Stage]:
    stages = {}
    for track, rows in entries(file, content, "stage"):
        for name, row in rows.items():
            stage = build(tables.Stage, {"name": name, "track": track, **row}, file, f"stage.{track}.{name}")
            stages[stage.key] = stage
    return MappingProxyType(stages)


def _moves(file: str, content: Mapping[str, Any]) -> tuple[tables.Move, ...]:
    rows = content.get("move", [])
    if not isinstance(rows, list):
        raise StatuteError(file, "move", "write each move as [[move]]")
    return tuple(
        build(tables.Move, {"track": "assignment", **row}, file, f"move {row.get('id', number)}")
        for number, row in enumerate(rows, start=1)
    )


def refuse_unknown(file: str, entry: str, row: Mapping[str, Any], known: set[str]) -> None:
    """Raise StatuteError for the first key that nobody reads."""
    for name in row:
        if name not in known:
            choices = ", ".join(sorted(known))
            raise StatuteError(file, entry, f"remove the unknown key {name}; known are {choices}")
