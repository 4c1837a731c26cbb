"""Print one line for each row of the seed table: id, priority, state, tests.

States: pass (a test or more, all green), refused (the same, for what we refuse), open (no test yet),
context (documented, asks for no feature), fail. Counts come last; exit code 1 when any row fails.
"""

import contextlib
import os
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROWS = ROOT / "tests" / "seed" / "rows.toml"


class Tally:
    """Counts the tests that name a row, and the rows that a test fails."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)
        self.failed: set[str] = set()
        self.rows_of: dict[str, list[str]] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note which rows each collected test makes true."""
        for item in session.items:
            self.rows_of[item.nodeid] = [row for mark in item.iter_markers("seed") for row in mark.args]
            for row in self.rows_of[item.nodeid]:
                self.tests[row].add(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Green means passed: a test that was skipped or expected to fail proves nothing."""
        if not report.passed or hasattr(report, "wasxfail"):
            self.failed.update(self.rows_of[report.nodeid])


def main() -> int:
    """Run the tests that name a row, wherever they stand, on SQLite, and say what they prove."""
    for name in ("HUIYIN_DATABASE_URL", "HUIYIN_DATABASE_OWNER_URL"):
        os.environ.pop(name, None)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    tally = Tally()
    with contextlib.redirect_stdout(sys.stderr):
        wanted = "seed and not browser and not postgresql and not long"
        code = pytest.main(["tests", "-m", wanted, "--no-header"], plugins=[tally])
    rows = tomllib.loads(ROWS.read_text("utf-8"))
    states = Counter(
        _line(row, rows.get(row, {}).get("priority", "?"), tally) for row in sorted({*rows, *tally.tests})
    )
    print(", ".join(f"{state} {states[state]}" for state in ("pass", "refused", "open", "context", "fail")))
    return int(bool(states["fail"]) or code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED))


def _line(row: str, priority: str, tally: Tally) -> str:
    state = _state(row, priority, tally)
    print(row, priority, state, len(tally.tests[row]))
    return state


def _state(row: str, priority: str, tally: Tally) -> str:
    if row in tally.failed or priority == "?":  # "?": a test names a row that the table does not have
        return "fail"
    if tally.tests[row]:
        return "refused" if priority.startswith("X") else "pass"
    return "context" if priority == "C" else "open"


if __name__ == "__main__":
    sys.exit(main())
