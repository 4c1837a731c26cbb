"""`huiyin statute check`: every finding with its entry and cure, and the picture of what is right."""

import json
from pathlib import Path

import pytest

from huiyin.statute import rules
from huiyin.statute.cli import run
from tests.statute import local


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
