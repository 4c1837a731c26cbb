"""Nothing orders places or organs by a number: not in a query, not in Python, not in what is printed (DOMAIN §6, E3)."""

import ast
import re
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


NUMBERS = {"count", "counts", "counted", "total", "submissions", "petitions", "matters", "batches", "people"}
"""Names of numbers of what came in."""


def sorted_by_numbers(source: str) -> set[str]:
    """The numbers that the sorting keys of a file name."""
    keys = [
        keyword.value
        for call in calls(ast.parse(source), "sorted", "sort", "nlargest", "nsmallest", "min", "max")
        for keyword in call.keywords
        if keyword.arg == "key"
    ]
    return {
        name
        for key in keys
        for node in ast.walk(key)
        if (name := getattr(node, "attr", getattr(node, "id", getattr(node, "value", "")))) in NUMBERS
    }


@pytest.mark.seed("S029")
def test_no_room_sorts_by_how_many_came():
    assert sorted_by_numbers("sorted(organs, key=lambda one: -one.matters)") == {"matters"}
    assert sorted_by_numbers("rows.sort(key=lambda row: row['people'])") == {"people"}
    found = {path.relative_to(ROOT).as_posix(): sorted_by_numbers(path.read_text("utf-8")) for path in CODE}
    by_number = {name for name, numbers in found.items() if numbers}
    assert by_number == {"insight/few.py"}  # which number is hidden beside a small one


@pytest.mark.seed("S029")
def test_no_page_sorts_rows_by_itself():
    sorting = re.compile(r"\|\s*dictsort|data-sort|aria-sort|sortable|toSorted\(|\.sort\(")
    pages = [path for kind in ("*.html", "*.js") for path in ROOT.rglob(kind) if "vendor" not in path.parts]
    assert sorting.search("{% for organ in organs|dictsort:'matters' %}")
    assert [path.name for path in pages if sorting.search(path.read_text("utf-8"))] == []
