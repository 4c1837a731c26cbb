"""Write docs/guide/regulation.md from the code: article × act × page × document × test. `make regulation`.

Acts, papers and articles are those of the rule set, pages those of the desk. OTHERWISE says of an article without an
act where it is kept, or that it is not there yet.
"""

import os
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiyin.config.settings")
django.setup()

from huiyin.desk.nouns import nouns  # noqa: E402  (the acts are known once Django is)
from huiyin.matters import composing  # noqa: E402
from huiyin.matters.act import kinds  # noqa: E402
from huiyin.statute import rules  # noqa: E402

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/guide/regulation.md"
FIRST, LAST = 17, 41
OTHERWISE = {
    17: "Channels are choices of every registration; web, counter and API are three doors to one act.",
    18: "Every page's foot says address, hours and telephone. Leaders' duties (18.2) are not there yet.",
    20: "A visiting group is registered whole and asked who of them speak; nobody is refused or kept from travelling.",
    26: "Conduct of petitioners: no part in it. There is no score, label or log of behaviour.",
    27: "The three outcomes stand in every answer (Art. 32); help is an act beside it (Art. 37). Police: no part in it.",
    39: "Assessment: no part in it. Nothing is ranked by the number of petitions.",
    41: "The annual report (`/desk/annual-report/`) in four parts, in the order of codes; the pack for inspection teams "
    "(`/desk/inspection-packs/`), approved by a second keeper and taken once.",
}
HEAD = """# The Regulation, article by article

What each article of the 信访工作条例 (2022) becomes: the act, its page, its papers, and the test that does it. Written by
`make regulation` from the rule set and the tests; a test keeps it equal. Acts by convention of this system, not by law,
are not listed.

| Art. | act | page | papers | test |
|---|---|---|---|---|
"""


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")
    return 0


def page() -> str:
    """The whole page as Markdown."""
    moves = defaultdict(list)
    for move in rules.load("cn-2022").moves:
        if match := re.match(r"\d+", move.article):
            moves[int(match[0])].append(move)
    rows = [row for article in range(FIRST, LAST + 1) for row in _rows(article, moves[article])]
    return HEAD + "\n".join(rows) + "\n"


def _rows(article: int, moves: list[Any]) -> list[str]:
    said = [f"| {article} | — | {OTHERWISE[article]} | | |"] if article in OTHERWISE else []
    if not moves and not said:
        raise SystemExit(f"article {article} has neither an act nor a word in OTHERWISE")
    return said + [_row(move) for move in moves]


def _row(move: Any) -> str:
    papers = ", ".join(_papers(move)) or "—"
    return f"| {move.article} | {move.id} `{move.act}` {move.zh} | {_page(move)} | {papers} | {_test(move.act)} |"


def _papers(move: Any) -> list[str]:
    return [kind if composing.can(kind) or kind in SLIPS else f"({kind} not yet)" for kind in move.documents]


SLIPS = ("D01", "D02", "D18", "D29", "D34")
"""Papers that are a page of their own and no letter: the registration and its receipt, requests, ratings, withdrawals."""


def _page(move: Any) -> str:
    if move.act in nouns():
        owner = "reviews/…/" if move.track == "review" and not move.on else ""
        return f"`/desk/matters/…/{owner}{nouns()[move.act]}/`"
    return PORTAL.get(move.act, "by itself")


PORTAL = {
    "register": "`/file/`, `/report/`, `/desk/counter/`",
    "withdraw": "`/track/matter/withdrawal/`",
    "rate": "`/track/matter/rating/`",
    "confirm_transcript": "`/track/matter/transcript/`",
}


def _test(act: str) -> str:
    """The test file of the act's own module; else the one that does the act most often; else the random stories."""
    folder = ROOT / "tests/matters"
    own = folder / f"test_{kinds[act].verb.__module__.rpartition('.')[2]}.py"
    files = [own] if own.exists() else sorted(folder.glob("test_*.py"))
    called = re.compile(rf"\.{act}\(")
    most = max(files, key=lambda file: len(called.findall(file.read_text("utf-8"))))
    found = own.exists() or called.search(most.read_text("utf-8"))
    return f"`tests/{f'matters/{most.name}' if found else 'story/test_story.py'}`"


if __name__ == "__main__":
    sys.exit(main())
