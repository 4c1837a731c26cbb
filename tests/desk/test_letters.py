"""待寄: whom no short message reaches gets a letter, and who posts it says so."""

import pytest

from huiyin.mailroom import reader
from huiyin.mailroom.notice import Notice
from huiyin.matters.filing import Person
from tests.desk.signed_in import signed_in
from tests.mailroom import story

pytestmark = pytest.mark.django_db
NO_PHONE = Person(name="廖秀英", address="城南县安平镇石桥村 3 组")


@pytest.fixture
def owed(village):
    """A letter that the city's petition office has to post."""
    story.forward(village, story.file(village, person=NO_PHONE))
    while reader.read():
        pass
    return Notice.objects.letters_owed().first()


def test_the_office_sees_to_whom_where_and_what(village, owed):
    page = signed_in(village.registrar).get("/desk/letters/").content.decode()
    assert "廖秀英" in page and "石桥村 3 组" in page and owed.text[:20] in page


def test_what_went_to_the_post_is_no_longer_owed_however_often_it_is_said(village, owed):
    client = signed_in(village.registrar)
    for _again in range(2):
        assert client.post(f"/desk/letters/{owed.pk}/posting/").status_code == 302
    owed.refresh_from_db()
    assert owed.state == "delivered"
    assert owed not in Notice.objects.letters_owed()


@pytest.mark.parametrize("part", ["handler", "stranger", "leader", "administrator"])
def test_nobody_else_sees_it_or_says_that_it_went(village, owed, part):
    client = signed_in(getattr(village, part))
    page = client.get("/desk/letters/")
    assert page.status_code == 404 or "廖秀英" not in page.content.decode()
    assert client.post(f"/desk/letters/{owed.pk}/posting/").status_code == 404
    owed.refresh_from_db()
    assert owed.ended_at is None


def test_a_letter_about_what_was_sealed_is_withdrawn(village, owed):
    owed.matter.seal(by=village.actor(village.triager), reason="举报")
    client = signed_in(village.registrar)
    assert "廖秀英" not in client.get("/desk/letters/").content.decode()
    assert client.post(f"/desk/letters/{owed.pk}/posting/").status_code == 404
