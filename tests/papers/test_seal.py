"""The seal: four letters as outlines, in the current colour."""

import tomllib
from pathlib import Path

from huiyin.papers import seal

DATA = Path(seal.__file__).with_suffix(".toml")


def test_its_letters_are_read_from_the_right_column() -> None:
    assert "".join(tomllib.loads(DATA.read_text(encoding="utf-8"))) == "回音封存"


def test_it_takes_the_current_colour_and_no_font() -> None:
    assert 'fill="currentColor"' in seal.seal()
    assert "<text" not in seal.seal() + seal.mark()
    assert "style=" not in seal.seal() + seal.mark()


def test_the_source_of_its_letters_is_named() -> None:
    assert "Open Font License" in DATA.read_text(encoding="utf-8")


def test_the_small_one_is_silent_and_the_large_one_has_a_name() -> None:
    assert 'aria-hidden="true"' in seal.mark(16)
    assert 'aria-label="回音封存"' in seal.seal()
