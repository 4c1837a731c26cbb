"""Handled together with others: its petitioner reads with how many and that nothing of theirs changes, and of nobody else."""

import pytest
from django.test import Client

from tests.matters import stages
from tests.matters.joint import WHY, apart, farmers, joined
from tests.portal.walk import look_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def main(village):
    return stages.accepted_matter(village)


@pytest.fixture
def matter(village, main):
    one = farmers(village)
    joined(village, one, main)
    return one


def page_of(matter):
    visitor = Client()
    look_up(visitor, matter.number, matter.receipts.get().shown)
    return visitor.get("/track/matter/").content.decode()


def test_both_read_that_others_are_handled_with_theirs_and_why(main, matter):
    for one, other, person in ((main, matter, stages.FARMER), (matter, main, stages.ELDER)):
        page = page_of(one)
        assert "另有 1 件说的是同一个问题" in page and WHY in page
        assert other.number not in page and person.name not in page


def test_apart_again_they_read_why_and_nothing_of_the_other(village, main, matter):
    apart(village, matter)
    page = page_of(matter)
    assert "是另一段渠" in page and "另有 " not in page
