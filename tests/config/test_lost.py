"""An address that leads nowhere, and a fault of ours: a page in our own words, and nothing of what broke."""

import logging
from unittest.mock import patch
from urllib.parse import quote

import pytest
from django.db import DatabaseError
from django.test import Client

from tests.desk.signed_in import signed_in
from tests.matters import stages

pytestmark = pytest.mark.django_db
NO_NUMBER = "明信2026-01-9999"
SECRET = "何大山 13800000002"


def broken(error):
    """The answer of a start page that fails with an error."""
    client = Client(raise_request_exception=False)
    with patch("huiyin.portal.start.render", side_effect=error):
        return client.get("/")


def test_an_address_that_leads_nowhere_says_where_to_go_on(village, client):
    for path, way in (("/no-such-page/", 'href="/track/"'), ("/en/no-such-page/", 'href="/en/track/"')):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "<main" in answer.content.decode() and way in answer.content.decode()


def test_what_is_not_shown_to_an_officer_looks_like_what_does_not_exist(village):
    matter, stranger = stages.accepted_matter(village), signed_in(village.stranger)
    foreign = stranger.get(f"/desk/matters/{matter.number}/")
    nothing = stranger.get(f"/desk/matters/{NO_NUMBER}/")
    assert foreign.status_code == nothing.status_code == 404
    pages = [answer.content.decode() for answer in (foreign, nothing)]
    assert pages[0].replace(quote(matter.number), "") == pages[1].replace(quote(NO_NUMBER), "")
    assert 'href="/desk/"' in foreign.content.decode()


def test_a_fault_of_ours_has_a_number_that_the_log_has_too(village, caplog):
    with caplog.at_level(logging.ERROR):
        answer = broken(ValueError(SECRET))
    page = answer.content.decode()
    fault = next(record.args[0] for record in caplog.records if record.msg.startswith("fault"))
    assert answer.status_code == 500
    assert fault in page and SECRET not in page and "ValueError" not in page


def test_a_fault_is_told_even_when_the_database_is_gone():
    with patch("huiyin.portal.context.office", side_effect=DatabaseError("gone")):
        answer = broken(DatabaseError("gone"))
    assert (answer.status_code, answer["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert "出了点问题" in answer.content.decode()
