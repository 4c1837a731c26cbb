"""A table as a file to take away: xlsx or csv, never cached."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpResponse

from huiyin.papers import sheets
from huiyin.papers.sheets import Cell

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True)
class Table:
    """Title and notes above, headings and rows; `marks` stand on every page and before everything else."""

    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    marks: str = ""


def file_of(table: Table, kind: str, name: str) -> HttpResponse:
    """The file, to be saved under this name."""
    if kind == "xlsx":
        content = sheets.xlsx_of(table.title, table.notes, table.headings, table.rows, marks=table.marks)
    else:
        content = sheets.csv_of(table.headings, table.rows, marks=table.marks)
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    response["Cache-Control"] = "no-store"
    return response
