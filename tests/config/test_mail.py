"""`huiyin mail`: lists without showing, shows when asked, tries again, and notes what was posted."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from huiyin.mailroom import reader
from huiyin.mailroom.notice import Notice
from huiyin.matters.filing import Person
from tests.mailroom import story

pytestmark = pytest.mark.django_db


def mail(capsys, *words):
    call_command("mail", *words, "--json")
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def notice(village):
    story.file(village)
    reader.read()
    return Notice.objects.get()


def test_a_list_shows_states_and_masked_numbers(notice, capsys):
    rows = mail(capsys)
    assert [(row["state"], row["to"], row["about"]) for row in rows] == [
        ("created", "138****0001", "register")
    ]


def test_one_is_shown_in_full_to_who_asks_for_it(notice, capsys):
    row = mail(capsys, "show", str(notice.pk))[0]
    assert row["address"] == "13800000001" and row["text"] == notice.text


def test_a_letter_that_was_posted_has_come_to_its_end(village, capsys):
    story.file(village, person=Person(name="何大山"), channel="letter")
    reader.read()
    assert mail(capsys, "posted", str(Notice.objects.get().pk))[0]["state"] == "delivered"


def test_an_ended_one_can_be_tried_again(notice, capsys):
    notice.end("failed")
    assert mail(capsys, "retry", str(notice.pk))[0]["state"] == "created"


@pytest.mark.parametrize("words", [("show",), ("show", "nothing"), ("posted", "0" * 32)])
def test_an_id_that_is_none_is_wrong_use(notice, words):
    with pytest.raises((SystemExit, CommandError)) as left:
        call_command("mail", *words)
    assert left.value.code == 2


def test_a_list_takes_one_query(notice, capsys, django_assert_num_queries):
    with django_assert_num_queries(1):
        mail(capsys)
