"""guard_close: in every rule set in force a matter is closed by one act alone, by two officers, behind the three gates."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import huiyin
from huiyin.statute import rules

ROOT = Path(huiyin.__file__).parent
CODE = [path for path in ROOT.rglob("*.py") if "migrations" not in path.parts]
IN_FORCE = [law for law in rules.available() if rules.load(law).effective_until is None]
"""Under the others nothing is registered any more."""
GATES = {"delivery_proven", "requests_executed_or_dated", "petitioner_asked"}
WRITING = {"update", "bulk_update", "update_or_create", "setattr"}


@pytest.mark.parametrize("law", IN_FORCE)
def test_only_close_closes_with_a_second_officer_and_every_gate(law):
    law = rules.load(law)
    closing = [move for move in law.moves if "closed" in (move.to, move.opens)]
    assert {(move.act, bool(move.approval)) for move in closing} == {("close", True)}
    assert {gate.name for gate in law.gates_for("close")} >= GATES


def written(tree: ast.AST) -> Iterator[ast.AST]:
    """Where a file writes a stage that is already there: `one.stage = …`, `update(stage=…)`, or a row made closed."""
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(one, ast.Attribute) and one.attr == "stage" for one in targets):
            yield node
        if isinstance(node, ast.Call) and _names(node) and (_is_writing(node) or _is_closed(node)):
            yield node


def _names(call: ast.Call) -> bool:
    return any(keyword.arg == "stage" for keyword in call.keywords)


def _is_writing(call: ast.Call) -> bool:
    return getattr(call.func, "attr", getattr(call.func, "id", "")) in WRITING


def _is_closed(call: ast.Call) -> bool:
    values = [keyword.value for keyword in call.keywords if keyword.arg == "stage"]
    is_made = getattr(call.func, "attr", "") in {"create", "get_or_create"}
    return is_made and any(isinstance(value, ast.Constant) and value.value == "closed" for value in values)


@pytest.mark.parametrize(
    "source", ["lead.stage = 'closed'", "rows.update(stage='closed')", "rows.create(stage='closed')"]
)
def test_writing_a_stage_is_recognised(source):
    assert list(written(ast.parse(source)))


def test_nothing_but_the_gate_writes_a_stage():
    found = {
        path.relative_to(ROOT).as_posix() for path in CODE if any(written(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {"matters/gate.py"}
