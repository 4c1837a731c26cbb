"""What the written pages point to exists: files, subcommands, make targets, variables, and the words on the pages."""

import re
from pathlib import Path

import pytest

from huiyin.config import catalogue
from huiyin.statute import rules
from tests.test_house import GHOSTS, PLACES
from tools import words

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
GUIDES = {language: sorted(ROOT.glob(f"docs/guide/{language}/*.md")) for language in ("zh", "en")}
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
INLINE = re.compile(r"`([^`\n]+)`")
LAW = rules.load("cn-2022")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def code_of(page: Path) -> str:
    """Everything a page sets as code, one piece a line."""
    text = page.read_text("utf-8")
    return "\n".join([*FENCE.findall(text), *INLINE.findall(FENCE.sub("", text))])


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page: Path):
    places = [place for place in LINK.findall(page.read_text("utf-8")) if "://" not in place]
    assert [place for place in places if not (page.parent / place).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_subcommand_exists(page: Path):
    named = re.findall(r"(?:^|[\s/])huiyin ([a-z]+)\b", code_of(page), re.M)
    assert [name for name in named if name not in catalogue.commands()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_make_target_exists(page: Path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert [name for name in re.findall(r"^make ([a-z-]+)", code_of(page), re.M) if name not in targets] == []


def test_every_variable_is_explained_where_one_looks():
    read, told = (
        set(re.findall(r"HUIYIN_[A-Z_]+", (ROOT / place).read_text("utf-8")))
        for place in ("huiyin/config/home.py", "docs/build/running.md")
    )
    assert read - told == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_speaks_of_one_machine(page: Path):
    text = page.read_text("utf-8")
    assert [place for place in PLACES if place in text] == []
    assert GHOSTS.findall(text) == []


@pytest.mark.parametrize(
    ("language", "page"), [(lang, page) for lang in GUIDES for page in GUIDES[lang]], ids=str
)
def test_the_bold_words_of_a_guide_stand_on_a_page(language: str, page: Path):
    catalogue_says = {entry.msgid: entry.msgstr for entry in words.catalogue()}
    said = set(catalogue_says) if language == "zh" else set(catalogue_says.values())
    said |= {getattr(move, language) for move in LAW.moves}
    bold = re.findall(r"\*\*([^*]+)\*\*", page.read_text("utf-8"))
    assert [word for word in bold if word not in said] == []


def test_the_guides_say_the_same_in_both_languages():
    assert [page.name for page in GUIDES["zh"]] == [page.name for page in GUIDES["en"]]
