"""The subcommands of `huiyin`, read from the source of each room without loading Django."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOMS = Path(__file__).parent.parent
WITHOUT_DATABASE = {"statute": "The regulation as a table: due dates, terms, moves (needs no database)."}


def commands() -> dict[str, tuple[str, str]]:
    """Every subcommand: name to (app that holds it, one line of help)."""
    found = {file.stem: (f"huiyin.{room}", _help(file)) for room, file in _files()}
    return dict(sorted({**found, **{name: ("", line) for name, line in WITHOUT_DATABASE.items()}}.items()))


def _files() -> Iterator[tuple[str, Path]]:
    for file in ROOMS.glob("*/management/commands/[a-z]*.py"):
        yield file.relative_to(ROOMS).parts[0], file


def _help(file: Path) -> str:
    """What the command's class says under `help`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and any(getattr(to, "id", "") == "help" for to in node.targets):
            return str(ast.literal_eval(node.value)).splitlines()[0]
    return ""
