"""The page that says what each article becomes is the one that the code writes, and no article is left out."""

import re

from tools import regulation


def test_the_page_is_the_one_that_the_code_writes() -> None:
    assert regulation.PAGE.read_text("utf-8") == regulation.page(), "run `make regulation`"


def test_no_article_from_17_to_41_is_without_a_word() -> None:
    rows = [row.split("|")[1:-1] for row in regulation.page().splitlines() if re.match(r"\| \d", row)]
    assert {int(re.match(r" (\d+)", row[0])[1]) for row in rows} == set(range(17, 42))
    assert all(cell.strip() for row in rows for cell in row[:3])


def test_every_test_that_it_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", regulation.page()))
    assert named and all((regulation.ROOT / path).exists() for path in named)
