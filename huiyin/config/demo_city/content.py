"""What the files of the demo city say (huiyin/config/demo/README.md explains them), read as they are."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).parent.parent / "demo"
HERE = ZoneInfo("Asia/Shanghai")
Row = Mapping[str, Any]


@cache
def read(name: str) -> dict[str, Any]:
    """One file, as TOML gives it."""
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


@cache
def petitions() -> tuple[Row, ...]:
    """Every petition, in order of receipt."""
    files = sorted(FOLDER.glob("petitions-*.toml"))
    found = [petition for file in files for petition in read(file.name)["petitions"]]
    return tuple(sorted(found, key=lambda petition: petition["received"]))


def today() -> date:
    """The day on which the story stands."""
    return date.fromisoformat(read("city.toml")["today"])


def moment(text: str) -> datetime:
    """A time of the files, in Asia/Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE)
