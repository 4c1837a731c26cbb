"""Durations live in the rule files: change one there and the date changes, and no module holds one."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest

from huiyin.statute import rules
from tests.statute import local

TERMS = [term.name for term in rules.load("cn-2022").terms.values() if term.days]
LENGTHS = {term.days for term in rules.load("cn-2022").terms.values()} | {90}
MODULES = sorted(rules.OWN.glob("*.py"))


@pytest.mark.parametrize("name", TERMS)
def test_a_length_changed_in_the_file_changes_the_date(tmp_path: Path, name: str) -> None:
    head, _, tail = local.OURS.partition(f"[term.{name}]")
    days = rules.load("cn-2022").terms[name].days
    text = f"{head}[term.{name}]{tail.replace(f'days = {days}', 'days = 700', 1)}"
    (tmp_path / "local.toml").write_text(text, encoding="utf-8")
    found = rules.load("local", tmp_path).due(name, date(2020, 1, 1))
    assert found.raw - date(2020, 1, 1) >= timedelta(700)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_no_module_holds_the_length_of_a_term(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    numbers = {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is int
    }
    assert not numbers & LENGTHS, f"{module.name} holds {numbers & LENGTHS}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_the_statute_knows_nothing_above_it(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert [
        name for name in names if name.startswith(("django", "huiyin")) and "huiyin.statute" not in name
    ] == []
