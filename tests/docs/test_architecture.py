"""The one page on the architecture shows what the statute draws, and names files that exist."""

import re
from pathlib import Path

import pytest

from huiyin.statute import rules
from huiyin.statute.diagram import mermaid

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
DRAWN = re.compile(r"<!-- diagram: (\w+) -->\n```mermaid\n(.*?)```\n<!-- /diagram -->", re.S)


@pytest.mark.parametrize("track", ["assignment", "review"])
def test_the_drawing_is_the_one_of_the_statute(track: str):
    assert dict(DRAWN.findall(PAGE))[track] == mermaid(rules.load("cn-2022"), track, "en")


def test_every_room_is_on_the_page():
    rooms = {path.parent.name for path in (ROOT / "huiyin").glob("*/__init__.py")}
    assert {room for room in rooms if f"{room}/" not in PAGE} == set()


def test_every_file_it_names_exists():
    named = re.findall(r"`((?:\w+/)+(?:[\w-]+\.(?:py|toml))?)`", PAGE)
    assert [
        name
        for name in named
        if not any((ROOT / base / name).exists() for base in ("", "huiyin", "huiyin/matters"))
    ] == []
