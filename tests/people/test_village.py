"""The cast stands as every other test expects it."""

import pytest
from django.core.management import call_command

from huiyin.people import credit_code, id_number
from huiyin.people.petitioner import Petitioner


def test_everybody_has_exactly_one_post(village):
    for part in type(village).__slots__:
        someone = getattr(village, part)
        if hasattr(someone, "actors"):
            assert len(someone.actors()) == 1, part


def test_the_documents_of_the_cast_are_right(village):
    assert id_number.check(village.elder.id_number) == village.elder.id_number
    assert credit_code.check(village.company.id_number) == village.company.id_number


def test_petitioners_read_back_from_the_database(village):
    assert Petitioner.objects.get(pk=village.neighbour.pk).name == "㛃·阿依"


@pytest.mark.django_db
def test_the_migrations_match_the_models():
    call_command("makemigrations", "people", check=True, dry_run=True, verbosity=0)
