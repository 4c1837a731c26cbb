"""The figures of a replay, counted a second time: pandas for the rows, other tables of holidays, none of our code."""

import json
from collections.abc import Callable
from pathlib import Path

import chinese_calendar
import pandas as pd

LENGTHS = {"handling": 60, "notice-forwarded": 15}
FIRST_PUBLISHED_FILE = 2018


def by_the_package(day: pd.Timestamp) -> bool:
    """Whether offices are closed, as the package chinesecalendar knows it (2004 to its last year)."""
    return not chinese_calendar.is_workday(day.date())


def by_the_notices(folder: Path) -> Callable[[pd.Timestamp], bool]:
    """The same from a folder of yearly files taken from the notices; before the first of them, by the package."""
    said: dict[str, bool] = {}
    for file in sorted(folder.glob("*.json")):
        said |= {day["date"]: day["isOffDay"] for day in json.loads(file.read_text("utf-8"))["days"]}

    def is_closed(day: pd.Timestamp) -> bool:
        if day.year < FIRST_PUBLISHED_FILE:
            return by_the_package(day)
        return said.get(str(day.date()), day.weekday() > 4)

    return is_closed


def figures(file: Path, is_closed: Callable[[pd.Timestamp], bool]) -> dict:
    """What `huiyin replay FILE --json` should print, where every year has its table."""
    rows = pd.read_csv(file, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    created, replied = (
        pd.to_datetime(rows[name], format="mixed").dt.normalize() for name in ("created_at", "replied_at")
    )
    clocks = {}
    for term, days in LENGTHS.items():
        due = created + pd.Timedelta(days=days)
        while (closed := due.map(is_closed)).any():
            due = due.mask(closed, due + pd.Timedelta(days=1))
        met = int((replied <= due).sum())
        clocks[term] = {"met": met, "missed": len(rows) - met, "provisional": 0}
    return {"rows": len(rows), "clocks": clocks}
