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


def test_our_rule_sets_pass_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"{name}: right" for name in rules.available()]


def test_a_finding_is_named_and_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    local.write(tmp_path, 'to = "triage"', 'to = "nowhere"')
    assert run(["check", "--dir", str(tmp_path)]) == 1
    assert "local: move T02: to names nowhere" in capsys.readouterr().out


def test_all_findings_in_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    local.write(tmp_path, 'to = "triage"', 'to = "nowhere"')
    assert run(["check", "--dir", str(tmp_path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["findings"]["local"][0]["entry"] == "move T02"


def test_a_file_that_is_not_toml_is_a_finding(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "local.toml").write_text("id = ", encoding="utf-8")
    assert run(["check", "--dir", str(tmp_path)]) == 1
    assert "local: file: cannot be read as TOML" in capsys.readouterr().out


def test_counting_with_a_broken_rule_set_is_a_finding(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    local.write(tmp_path, 'to = "triage"', 'to = "nowhere"')
    assert run([*DUE, "--rules", "local", "--dir", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("local.toml: move T02:")


@pytest.mark.parametrize("name", rules.available())
def test_a_named_file_is_checked_and_drawn(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(["check", str(rules.path(name)), "--diagram"]) == 0
    right, drawn = capsys.readouterr().out.split("\n", 1)
    assert right == f"{name}: right" and drawn.count("stateDiagram-v2") == 2


def test_every_finding_of_a_named_file_is_printed_and_nothing_drawn(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = (
        local.write(tmp_path, 'starts = ["review-window", "rating"]', 'starts = ["ratings"]') / "local.toml"
    )
    assert run(["check", str(file), "--diagram"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "local: move T29: starts names ratings, which is not there; known are "
        + ", ".join(sorted(rules.load("cn-2022").terms)),
        "local: term.review-window: no move starts this clock: name it in a move's starts, or remove the term",
        "local: term.rating: no move starts this clock: name it in a move's starts, or remove the term",
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('to = "linked"', 'to = "not_again"', "stage.assignment.linked: no move leads here"),
        (
            'from = ["delivered"]\nto = "closed"',
            'from = ["closed"]\nto = "closed"',
            "no chain of moves leads on",
        ),
        ('starts = ["review"]\n', "", "term.review: no move starts this clock"),
        ('stops = ["final-review"]\n', "", "term.final-review: no move stops this clock"),
        ('owed_by = "unit"\nextend', 'owed_by = "review_body"\nextend', "term.handling: nobody owes it"),
        (
            'article = "34"',
            'article = ""',
            "handling: article '' is neither an article (1 to 50) nor a [source]",
        ),
        ('article = "34"', "", "term.handling: add the key article"),
    ],
)
def test_a_rule_set_that_makes_no_sense_is_refused_with_a_cure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert run(["check", str(local.write(tmp_path, old, new) / "local.toml")]) == 1
    assert words in capsys.readouterr().out


def test_an_overlay_on_a_term_that_is_not_there_is_refused_with_a_cure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = rules.path("zj-2016").read_text("utf-8").replace("[term.triage]", "[term.sorting]")
    (tmp_path / "zj-2016.toml").write_text(text, "utf-8")
    assert run(["check", str(tmp_path / "zj-2016.toml")]) == 1
    assert "zj-2016: term.sorting: cn-2022 has no term of this name; known are" in capsys.readouterr().out


def test_the_diagram_of_a_named_file_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(rules.path("zj-2016")), "--diagram", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)["diagrams"]["zj-2016"]) == ["assignment", "review"]


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
