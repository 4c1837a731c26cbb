"""Nothing orders places or organs by a number: not in a query, not in Python, not in what is printed (DOMAIN §6, E3)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import huiyin

ROOT = Path(huiyin.__file__).parent
CODE = [path for path in ROOT.rglob("*.py") if "migrations" not in path.parts]
COUNTING = {"Count", "Sum", "Avg", "Max", "Min"}
BY_CODE_OR_DAY = {
    "by", "code", "day", "pk", "entry_id", "region_id", "name", "registered_at", "received_on", "occurred_at",
    "completed_on", "received_at",
}  # fmt: skip
"""Everything that this room may order by: codes, names, days, and the order in which things were written."""
LIKENESS = {ROOT / "insight" / name for name in ("likeness.py", "resembling.py")}
"""They put the likest matters first, for whoever has one in hand; neither knows places, and organs only as owners."""


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
            yield node


def orders(tree: ast.AST) -> set[str]:
    """What a file orders by, without the sign."""
    args = [arg for call in calls(tree, "order_by") for arg in call.args]
    return {arg.value.lstrip("-") for arg in args if isinstance(arg, ast.Constant)}


def counts(tree: ast.AST) -> set[str]:
    """The names that a file gives to numbers which the database counts."""
    return {
        keyword.arg
        for call in calls(tree, "annotate", "alias", "aggregate")
        for keyword in call.keywords
        if keyword.arg and any(calls(keyword.value, *COUNTING))
    }


def ranked(source: str) -> set[str]:
    tree = ast.parse(source)
    return {key for key in orders(tree) if key in counts(tree) or key.endswith(("__count", "__sum"))}


@pytest.mark.seed("S029")
def test_no_query_orders_by_what_it_counts():
    assert ranked("Organ.objects.annotate(n=Count('petitions')).order_by('-n')") == {"n"}
    assert ranked("Organ.objects.annotate(Count('petitions')).order_by('petitions__count')")
    assert {
        path.name: ranked(path.read_text("utf-8")) for path in CODE if ranked(path.read_text("utf-8"))
    } == {}


@pytest.mark.seed("S029")
def test_figures_are_ordered_by_codes_and_days_alone():
    for path in set((ROOT / "insight").glob("*.py")) - LIKENESS:
        tree = ast.parse(path.read_text("utf-8"))
        assert orders(tree) <= BY_CODE_OR_DAY, path.name
        assert not list(calls(tree, "sorted", "sort", "most_common", "nlargest")), path.name
