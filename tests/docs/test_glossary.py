"""Every act, term and duty of the law has its word in the glossary, and the files that it names exist."""

import re
from pathlib import Path

import pytest

from huiyin.matters.act import kinds
from huiyin.people.duty import Duty
from huiyin.statute import rules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "GLOSSARY.md").read_text("utf-8")
LAW = rules.load("cn-2022")


def row_of(heading: str, name: str) -> str:
    """The one row of a name in the table under a heading."""
    table = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    (row,) = [line for line in table.splitlines() if line.startswith(f"| `{name}` |")]
    return row


@pytest.mark.parametrize("act", sorted({move.act for move in LAW.moves} | kinds.keys()))
def test_every_act_is_in_the_glossary(act: str):
    row = row_of("Acts", act)
    assert act not in kinds or kinds[act].row.__name__ in row
    assert all(move.id in row for move in LAW.moves if move.act == act)


@pytest.mark.parametrize("term", sorted(LAW.terms))
def test_every_term_is_in_the_glossary_with_its_length(term: str):
    assert str(LAW.terms[term].days or "case by case") in row_of("Terms", term)


@pytest.mark.parametrize("duty", Duty.values)
def test_every_duty_is_in_the_glossary(duty: str):
    assert duty in PAGE


def test_every_file_it_names_exists():
    named = re.findall(r"`(\w+/(?:[\w/]+\.py)?)`", PAGE)
    assert [name for name in named if not (ROOT / "huiyin" / name).exists()] == []
