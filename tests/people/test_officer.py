"""Officers: signing in with a name however it is typed."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError

from huiyin.people.officer import Officer


@pytest.mark.parametrize("typed", ["handler", "Handler", " HANDLER ", "ｈａｎｄｌｅｒ"])
def test_an_officer_signs_in_however_the_name_is_typed(village, typed):
    password = village.handler.give_first_password()
    assert authenticate(username=typed, password=password) == village.handler


def test_a_first_password_asks_for_one_of_their_own(village):
    village.handler.give_first_password()
    assert Officer.objects.get(pk=village.handler.pk).must_change_password


def test_an_officer_who_left_does_not_sign_in(village):
    password = village.handler.give_first_password()
    Officer.objects.filter(pk=village.handler.pk).update(is_active=False)
    assert authenticate(username="handler", password=password) is None


def test_user_names_are_unique(village):
    with pytest.raises(IntegrityError):
        Officer.objects.create_user("Handler", name="另一人")


@pytest.mark.parametrize(
    ("username", "name"), [("Upper", "username_is_in_lower_case"), ("", "username_is_not_empty")]
)
def test_the_database_keeps_user_names_in_one_form(db, username, name):
    with pytest.raises(IntegrityError, match=name):
        Officer.objects.create(username=username, name="某")
