"""guard_export: no file of the desk leaves without a record of who took it; names need purpose, a second yes, a mark."""

import ast
from pathlib import Path

import huiyin

DESK = Path(huiyin.__file__).parent / "desk"
GIVING = {"download", "file_of"}
RECORDING = {
    "exported",  # in bulk: an entry of the organ's exports
    "looked",  # of one matter: a look, which the petitioner reads
    "take",  # names and packs: the entry is written by taking, after a purpose and a second officer's yes
}


def called(function: ast.AST) -> set[str]:
    return {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
    }


def giving() -> dict[str, set[str]]:
    return {
        f"{path.name}:{function.name}": called(function)
        for path in DESK.rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and called(function) & GIVING
    }


def test_every_page_that_gives_a_file_writes_down_who_took_it():
    found = giving()
    assert {"book.py:book_file", "annual_report.py:annual_report_file", "unmasking.py:unmasked_file"} <= set(
        found
    )
    assert [name for name, calls in found.items() if not calls & RECORDING] == []


def test_no_page_makes_a_file_by_another_way():
    makers = {path.name for path in DESK.rglob("*.py") if "attachment; filename" in path.read_text("utf-8")}
    assert makers == {"downloads.py", "sheet_file.py"}
