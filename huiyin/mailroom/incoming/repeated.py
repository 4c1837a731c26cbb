"""What a sheet says once for several rows: merged cells, and ditto marks.

They are carried down, but never into what points at a person: a household merged under its head, or 同上 beside
another name, would give one person's number to another. There they are faults.
"""

import unicodedata
from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from huiyin.mailroom.incoming.heading import Range

PERSONAL = ("id", "person", "phone", "address", "id_number")
DITTO = {
    "同上",
    "同前",
    "同上行",
    "同上一行",
    "同上格",
    "〃",
    "″",
    '"',
    "''",
    "“",
    "”",
    "々",
    "仝",
    "仝上",
    "ditto",
}


class Repeated:
    """Carries values down the columns of one sheet, line after line."""

    def __init__(
        self, lines: Sequence[Sequence[str]], columns: dict[str, int], merged: Collection[Range]
    ) -> None:
        self.lines, self.columns = lines, columns
        self.above: dict[str, str] = {}
        self.tops: dict[tuple[int, int], tuple[int, int]] = {}
        self.sideways: set[tuple[int, int]] = set()
        for found in merged:
            self._take(found)

    def cell(self, at: int, field: str) -> tuple[str, str]:
        """What a field's cell says in the line at `at`, and what is wrong with that, perhaps nothing."""
        text, cure = self._merged(at, field)
        if not cure and is_ditto(text):
            text, cure = self._ditto(text, field)
        self.above[field] = text
        return text, cure

    def _take(self, found: Range) -> None:
        top, left, bottom, right = found
        bottom = min(bottom, len(self.lines) - 1)
        used = [column for column in set(self.columns.values()) if left <= column <= right]
        for row in range(top, bottom + 1):
            for column in used:
                self.tops[row, column] = (top, left)
                if len(used) > 1:
                    self.sideways.add((row, column))

    def _merged(self, at: int, field: str) -> tuple[str, str]:
        column = self.columns[field]
        top, left = self.tops.get((at, column), (at, column))
        text = self.lines[top][left]
        if (at, column) in self.sideways:
            return text, _("这一格和旁边的列合并了，看不出是哪一列的内容；请取消合并，分开填写。")
        if top < at and field in PERSONAL and text:
            return text, _("这一格和上面合并了；涉及个人的内容不往下抄，请取消合并，每行各写各的。")
        return text, ""

    def _ditto(self, text: str, field: str) -> tuple[str, str]:
        if field in PERSONAL:
            return text, _("涉及个人的内容不照“同上”往下抄，请在这一格写全。")
        if not self.above.get(field):
            return text, _("写的是“同上”，上面一行却是空的，请在这一格写全。")
        return self.above[field], ""


def is_ditto(text: str) -> bool:
    """Whether a cell only points at the one above it."""
    return "".join(unicodedata.normalize("NFC", text).split()).strip("。.，,()（）").lower() in DITTO
