"""What was handed in is listed page by page, and who read it on which day is written beside it, for both sides."""

import pytest
from django.test import Client
from django.utils import timezone

from huiyin.desk.counter_receipt import _printed
from huiyin.matters.attachment import Piece
from huiyin.matters.petition import Registration
from huiyin.matters.reading import Reading, handed_in, read
from huiyin.portal import materials
from tests.desk.signed_in import signed_in
from tests.desk.walking import page_of
from tests.matters import stages
from tests.portal.walk import look_up

pytestmark = pytest.mark.django_db
PAPER = Piece("承包合同.pdf", "application/pdf", b"%PDF-1.4 paper", pages=3)


@pytest.fixture
def matter(village):
    return stages.accepted_matter(village, at=timezone.now(), attachments=(PAPER,))


def opened(officer, matter):
    piece = matter.attachments.get()
    return signed_in(officer).get(f"{page_of(matter)}material/{piece.pk}/")


@pytest.mark.seed("S051")
def test_who_opens_a_piece_first_and_when_is_written_down_once(village, matter):
    assert handed_in(matter)[0]["read"] == []
    for _again in range(2):
        assert opened(village.handler, matter).status_code == 200
    opened(village.second, matter)
    assert [by["name"] for by in handed_in(matter)[0]["read"]] == [village.handler.name, village.second.name]
    assert Reading.objects.count() == 2
    page = signed_in(village.handler).get(page_of(matter)).content.decode()
    assert f"看过：{village.handler.name}" in page


def test_whoever_may_not_see_it_reads_nothing(village, matter):
    assert opened(village.stranger, matter).status_code == 404
    assert not Reading.objects.exists()


@pytest.mark.seed("S052")
def test_the_petitioner_has_the_list_with_pages_fingerprint_and_who_read_it(village, matter):
    browser = Client()
    look_up(browser, matter.number, matter.receipts.get().shown)
    before = browser.get("/track/matter/").content.decode()
    for words in ("承包合同.pdf", "3 页", matter.attachments.get().digest[:16], "还没有单位打开看"):
        assert words in before
    opened(village.handler, matter)
    after = browser.get("/track/matter/").content.decode()
    told = after.partition("您交的材料")[2].partition("</section>")[0]
    assert "安平镇人民政府" in told
    assert "看过" in told
    assert "还没有单位打开看" not in after
    assert village.handler.name not in told


def test_a_second_officer_of_an_office_does_not_change_when_the_office_read_it(village, matter):
    piece = matter.attachments.get()
    read(village.actor(village.handler), piece, at=stages.START)
    read(village.actor(village.second), piece, at=stages.after(3))
    assert [by["on"].day for by in handed_in(matter)[0]["read"]] == [2, 5]
    assert materials.handed_in(matter, stages.START.date())[0]["read"] == "安平镇人民政府 3月2日（周一）看过"


@pytest.mark.seed("S049")
def test_the_receipt_of_the_counter_says_who_heard_who_will_handle_and_who_helps(village, rf):
    matter = stages.registered_matter(village, channel="visit")
    request = rf.get("/")
    request.officer = village.registrar
    done = Registration.objects.select_related("receipt", "petition__registered_by").get(matter=matter)
    printed = _printed(request, done)
    assert village.registrar.name in printed.heard_by
    assert printed.handled_by.endswith("前书面告诉您")
    assert str(village.city_office) in printed.helped_by
