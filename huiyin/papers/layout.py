"""The measures of an official page (GB/T 9704-2012), shared by docx and PDF."""

from dataclasses import dataclass

PAGE = (210, 297)
"""A4, mm."""
MARGINS = (37, 26, 35, 28)
"""Top, right, bottom, left, mm: what is left is the type area of 156 by 225 mm (§5.2)."""
MM_TO_POINT = 72 / 25.4
RED = "C8102E"

BODY = "仿宋"
TITLE = "方正小标宋简体"
HEADING = "黑体"
SUBHEADING = "楷体"
PAGE_NUMBER = "宋体"
LATIN = "Times New Roman"


@dataclass(frozen=True)
class Print:
    """Sizes in points. columns and rows are the characters and lines of one page."""

    body: float
    title: float
    mark: float
    small: float
    columns: int
    rows: int

    @property
    def line(self) -> float:
        """Height of one line, points."""
        return 225 * MM_TO_POINT / self.rows

    @property
    def spacing(self) -> float:
        """What is added to each character so that a line holds exactly `columns` of them, points."""
        return 156 * MM_TO_POINT / self.columns - self.body


STANDARD = Print(body=16, title=22, mark=30, small=14, columns=28, rows=22)
LARGE = Print(body=20, title=26, mark=32, small=16, columns=22, rows=18)
"""Larger print for readers who ask for it, on the same page."""


def print_of(large: bool) -> Print:
    """The sizes of a paper: 3号 as the standard has it, or larger."""
    return LARGE if large else STANDARD
