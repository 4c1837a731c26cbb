"""Twenty dirty workbooks: of all their cells at least 99 in 100 are right or flagged, of what points at a person all."""

import pytest

from huiyin.mailroom.incoming import sheet
from tests.mailroom.dirty.contents import CONTENTS
from tests.mailroom.dirty.layouts import LAYOUTS
from tests.mailroom.dirty.score import counts, verdicts

BOOKS = [make() for make in (*LAYOUTS, *CONTENTS)]
PERSONAL = ("id", "person", "phone", "address", "id_number")
each_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)


def test_there_are_twenty_books_of_two_thousand_cells():
    assert len({book.name for book in BOOKS}) == 20
    assert counts(BOOKS).total() >= 2000


def test_at_least_99_in_100_cells_are_right_or_flagged():
    found = counts(BOOKS)
    assert found["wrong"] <= found.total() / 100


def test_most_cells_are_right_and_not_only_flagged():
    found = counts(BOOKS)
    assert found["right"] >= 0.97 * found.total()


@each_book
def test_no_name_no_telephone_and_no_identity_number_is_altered(book):
    found = verdicts(book)
    assert [place for place, verdict in found.items() if verdict == "wrong" and place[1] in PERSONAL] == []


@each_book
def test_flagged_are_just_the_cells_from_which_nobody_can_know(book):
    found = verdicts(book)
    assert {place for place, verdict in found.items() if verdict == "flagged"} == book.spoilt


@each_book
def test_lines_that_are_no_petitions_are_left_out_and_named(book):
    left_out = sheet.read(book.content, book.file_name, book.named).left_out
    assert {line.row for line in left_out} == book.left_out
    assert all(line.why for line in left_out)
