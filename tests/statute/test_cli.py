"""The command: what it prints, its three exit codes, and one sentence for each wrong use."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from huiyin.statute import rules
from huiyin.statute.cli import run
from tests.statute import local

DUE = ["due", "--rules", "cn-2022", "--term", "handling", "--start", "2026-01-05"]


def test_due_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*DUE, "--extend", "30", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["raw", "due", "provisional", "steps", "by"]
    assert (answer["raw"], answer["due"], answer["provisional"]) == ("2026-04-05", "2026-04-07", False)


def test_due_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DUE) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "due 2026-03-06"


def test_due_with_a_pause(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [
        "due",
        "--term",
        "final-review",
        "--start",
        "2026-05-06",
        "--pause",
        "2026-05-10:2026-05-19",
        "--json",
    ]
    assert run(argv) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2026-06-15"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["due", "--term", "nothing", "--start", "2026-01-05"], "There is no term nothing"),
        (["due", "--term", "handling", "--start", "2026-02-30"], "2026-02-30 is not a date"),
        (["due", "--term", "handling", "--start", "20260105"], "20260105 is not a date"),
        (["due", "--term", "handling"], "--start"),
        ([*DUE, "--extend", "31"], "30 days in all, not 31"),
        ([*DUE, "--extend", "20", "--extend", "11"], "30 days in all, not 31"),
        ([*DUE, "--extend", "-1"], "one day or more"),
        ([*DUE, "--extend", "some"], "some is not a number of days"),
        ([*DUE, "--pause", "2026-01-10:2026-01-12"], "cannot be paused"),
        ([*DUE, "--pause", "2026-01-10"], "2026-01-10 is not a pause"),
        ([*DUE, "--rules", "cn-1995"], "There is no rule set cn-1995"),
        ([*DUE, "--dir", "/nowhere"], "/nowhere is not a folder"),
        ([*DUE, "--colour"], "--colour"),
        (["simulate", "--start", "soon"], "soon is not a date"),
        (["check", "--rules", "cn-1995"], "There is no rule set cn-1995"),
        (["check", "/nowhere.toml"], "/nowhere.toml is not a file"),
        (["forecast"], "forecast"),
        ([], "required"),
    ],
)
def test_wrong_use_is_one_sentence_and_two(
    capsys: pytest.CaptureFixture[str], argv: list[str], words: str
) -> None:
    assert run(argv) == 2
    printed = capsys.readouterr()
    assert words in printed.err and printed.err.count("\n") == 1 and printed.out == ""


def test_help_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0


def test_counting_with_a_broken_rule_set_is_a_finding(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    local.write(tmp_path, 'to = "triage"', 'to = "nowhere"')
    assert run([*DUE, "--rules", "local", "--dir", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("local.toml: move T02:")


@pytest.mark.parametrize(
    ("name", "text"), [("cn-2022", "《信访工作条例》第三十四条"), ("zj-2016", "《浙江省信访条例》第二十三条")]
)
def test_due_says_first_which_rule_fired(capsys: pytest.CaptureFixture[str], name: str, text: str) -> None:
    assert run(["due", "--rules", name, "--term", "handling", "--start", "2026-01-05"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{text} (handling, {name})"


def test_simulate_lists_every_term(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", "--start", "2026-01-05", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    handling = next(row for row in answer["terms"] if row["term"] == "handling")
    assert (handling["due"], handling["extended"]) == ("2026-03-06", "2026-04-07")
    assert len(answer["terms"]) == sum(1 for term in rules.load("cn-2022").terms.values() if term.days)


def test_simulate_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", "--start", "2026-01-05"]) == 0
    assert "CLK-05 handling: 2026-03-06 (extended 2026-04-07)" in capsys.readouterr().out


def test_diagram_in_json_has_both_tracks(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diagram", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == ["assignment", "review"]


def test_the_module_runs_without_django() -> None:
    command = [sys.executable, "-m", "huiyin.statute", *DUE, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0 and json.loads(done.stdout)["due"] == "2026-03-06"
