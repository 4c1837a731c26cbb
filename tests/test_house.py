"""The house keeps its own rules: small files, no helpers by layer, no signals, nothing of one machine."""

import ast
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LISTED = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)
TRACKED = [ROOT / name for name in LISTED.split("\0") if name and (ROOT / name).is_file()]
PYTHON = [path for path in TRACKED if path.suffix == ".py" and "migrations" not in path.parts]
ROOMS = [path for path in PYTHON if path.is_relative_to(ROOT / "huiyin")]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
VENDORED = ROOT / "huiyin/static/vendor"
PLACES = ("/" + "root/", "/" + "work/", "/" + "tmp/wt", "/" + "opt/pypi")
GHOSTS = re.compile("clau" + "de|anthro" + "pic|chat" + "gpt", re.IGNORECASE)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[str]:
    """Every module and name that a file imports, with dots."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_no_python_file_is_longer_than_two_hundred_lines():
    assert [name_of(path) for path in PYTHON if len(path.read_text("utf-8").splitlines()) > 200] == []


def test_no_file_is_named_for_a_layer():
    layers = {"services", "utils", "helpers", "util", "helper", "managers", "common", "misc"}
    assert [name_of(path) for path in PYTHON if path.stem in layers] == []


def test_a_models_file_only_lists():
    lists = (ast.Import, ast.ImportFrom, ast.Assign)
    for path in (path for path in ROOMS if path.name == "models.py"):
        body = tree(path).body
        stray = [node.lineno for node in body if not isinstance(node, lists) and not _is_docstring(node)]
        assert (name_of(path), stray) == (name_of(path), [])


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_no_room_listens_to_django_signals():
    signals = [path for path in ROOMS if any("signals" in name.split(".") for name in imported(path))]
    assert [name_of(path) for path in signals] == []


def test_no_import_stands_inside_a_function():
    inside = [
        f"{name_of(path)}:{node.lineno}"
        for path in PYTHON
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_no_import_is_a_wildcard():
    assert [name_of(path) for path in PYTHON if any(name.endswith(".*") for name in imported(path))] == []


def test_every_module_of_a_room_says_what_it_is():
    silent = [path for path in ROOMS if path.read_text("utf-8").strip() and not ast.get_docstring(tree(path))]
    assert [name_of(path) for path in silent] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_names_no_address(lock):
    assert re.findall(r"\S+://\S+|--(?:extra-)?index-url.*|--find-links.*", lock.read_text("utf-8")) == []


def test_both_lock_files_name_the_same_versions():
    core, dev = (
        dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS
    )
    assert {name: dev.get(name) for name in core} == core


def test_every_vendored_file_is_the_one_in_the_manifest():
    files = [path for path in TRACKED if path.is_relative_to(VENDORED) and path.name != "manifest.json"]
    if not files:
        return
    manifest = json.loads((VENDORED / "manifest.json").read_text("utf-8"))
    digests = {
        str(path.relative_to(VENDORED)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
    assert {name: entry["sha256"] for name, entry in manifest.items()} == digests


def test_nothing_committed_speaks_of_one_machine_or_of_who_typed_it():
    found = []
    for path in TRACKED:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        if GHOSTS.search(text) or any(place in text for place in PLACES):
            found.append(name_of(path))
    assert found == []


def test_no_template_asks_another_host_for_anything():
    away = re.compile(
        r"""(?:src|action|srcset)\s*=\s*["']\s*(?:https?:)?//|<link[^>]+href\s*=\s*["'](?:https?:)?//"""
    )
    pages = [path for path in TRACKED if path.suffix == ".html" and path.is_relative_to(ROOT / "huiyin")]
    assert [name_of(path) for path in pages if away.search(path.read_text("utf-8"))] == []
