"""Lines below the headings that are no petitions: totals, headings and titles once more, remarks over all columns."""

import re
from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from huiyin.mailroom.incoming.heading import Heading, Range, plain

TOTAL = re.compile(r"(本页|本月|本季度|本年|本年度|全年|年度)?(合计|小计|总计|累计|共计|总共)[:为]?(\d.*)?")


class Omission:
    """Judges lines; `needed` are the columns without which nothing is a petition, `used` all that are read."""

    def __init__(self, heading: Heading, titles: Sequence[Sequence[str]], merged: Collection[Range]) -> None:
        self.heading = heading
        self.titles = {said for line in titles if (said := _said(line))}
        self.merged = {(top, left): (bottom, right) for top, left, bottom, right in merged}

    def why(self, at: int, line: Sequence[str], columns: dict[str, int]) -> str:
        """Why the line at `at` (from 0) is left out; nothing if it is to be read."""
        if self.heading.is_repeated_in(line):
            return _("又是一遍表头")
        if _said(line) in self.titles:
            return _("又是一遍表上方的标题")
        if any(TOTAL.fullmatch(plain(cell)) for cell in line) and not _is_complete(line, columns):
            return _("是合计行")
        if self._is_remark(at, line):
            return _("是横贯各列的一句话")
        if not any(line[column] for column in columns.values()):
            return _("要读的各列都空着")
        return ""

    def _is_remark(self, at: int, line: Sequence[str]) -> bool:
        """One cell alone, merged over at least half of the columns."""
        said = [column for column, cell in enumerate(line) if cell]
        _bottom, right = self.merged.get((at, said[0]), (at, said[0]))
        return len(said) == 1 and right > said[0] and 2 * (right - said[0] + 1) >= len(self.heading.names)


def _said(line: Sequence[str]) -> tuple[str, ...]:
    return tuple(words for cell in line if (words := plain(cell)))


def _is_complete(line: Sequence[str], columns: dict[str, int]) -> bool:
    return all(line[columns[field]] for field in ("body", "received") if field in columns)
