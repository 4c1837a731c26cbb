"""Two at the same instant: one level holds, and nothing is joined to what goes. PostgreSQL turns one of a deadlock back."""

import pytest
from django.db import OperationalError

from huiyin.matters.audit import audit
from huiyin.matters.errors import NotAllowed
from huiyin.matters.matter import Matter
from tests.matters import stages
from tests.matters.joint import farmers, fresh, joined
from tests.matters.test_race import together
from tests.village import village as found_village

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def village(transactional_db):
    return found_village()


@pytest.fixture
def main(village):
    return stages.accepted_matter(village)


@pytest.fixture
def matter(village):
    return farmers(village)


def tried(*acts):
    def one(place):
        try:
            return acts[place]()
        except OperationalError as deadlock:
            return deadlock

    return together(len(acts), one)


def test_two_are_never_joined_to_each_other(village, main, matter):
    pages = fresh(main), fresh(matter)
    tried(lambda: joined(village, pages[0], matter), lambda: joined(village, pages[1], main))
    assert Matter.system.filter(joined_to__isnull=False).count() == 1


def test_nothing_is_joined_to_what_is_being_joined_elsewhere(village, main, matter):
    third = stages.accepted_matter(village)
    pages = fresh(matter), fresh(third)
    tried(lambda: joined(village, pages[0], main), lambda: joined(village, pages[1], matter))
    assert not Matter.system.filter(joined_to__joined_to__isnull=False).exists()


def test_nothing_is_joined_to_what_is_taken_away(village, main, matter):
    pages = fresh(main), fresh(matter)
    done = tried(
        lambda: pages[0].withdraw(by=stages.PETITIONER, at=stages.after(5)),
        lambda: joined(village, pages[1], main),
    )
    assert not Matter.system.filter(joined_to=main).exists()
    assert not isinstance(done[0], NotAllowed)
    assert audit().findings == []
