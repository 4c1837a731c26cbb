"""The morning's digest: once a day, on working days, with numbers and no names."""

from datetime import datetime

import pytest
import time_machine
from django.utils import timezone

from huiyin.mailroom import digest, reader, sending
from huiyin.mailroom.digest import Digest
from huiyin.mailroom.digest_line import DigestLine
from huiyin.mailroom.notice import Notice
from tests.mailroom import story
from tests.mailroom.postoffice import PostOffice

pytestmark = pytest.mark.django_db


def at(text):
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.fixture
def forwarded(village):
    """On Monday afternoon a matter was passed to 安平镇, which has told nobody yet."""
    with time_machine.travel(at("2026-11-23T15:00")):
        matter = story.file(village)
        story.forward(village, matter)
        reader.read()
    return matter


def test_nobody_is_written_to_before_eight(forwarded):
    assert digest.write_all(at("2026-11-24T07:59")) == 0


def test_nobody_is_written_to_on_a_rest_day(forwarded):
    assert digest.write_all(at("2026-11-28T09:00")) == 0


def test_who_has_to_act_reads_the_number_and_what_happened(forwarded, village):
    with time_machine.travel(at("2026-11-24T08:00")):
        digest.write_all(timezone.now())
    text = Digest.objects.get(officer=village.head).text
    assert f"11月23日 {forwarded.number} 转送" in text and "手上共 1 件" in text


def test_a_digest_names_no_person_and_no_reason(forwarded):
    digest.write_all(at("2026-11-24T08:00"))
    texts = "".join(Digest.objects.values_list("text", flat=True))
    assert "廖秀英" not in texts and story.TITLE not in texts


def test_the_stranger_gets_none(forwarded, village):
    digest.write_all(at("2026-11-24T08:00"))
    assert not Digest.objects.filter(officer=village.stranger).exists()


def test_there_is_one_a_day(forwarded, village):
    with time_machine.travel(at("2026-11-24T08:00")):
        digest.write_all(timezone.now())
        DigestLine.objects.enter(
            Notice.objects.first().entry, forwarded, {village.actor(village.head).post.pk}
        )
        assert digest.write_all(timezone.now()) == 0


def test_what_was_told_is_not_told_tomorrow(forwarded, village):
    with time_machine.travel(at("2026-11-24T08:00")):
        digest.write_all(timezone.now())
    assert not DigestLine.objects.exists()


def test_an_officer_with_an_address_has_it_by_mail(forwarded, village, settings):
    village.head.email = "sun@example.gov.cn"
    village.head.save()
    with PostOffice() as office, time_machine.travel(at("2026-11-24T08:00")):
        settings.SMTP_URL = office.url
        digest.write_all(timezone.now())
        sending.send_due()
        office.shutdown()
    assert [letter["To"] for letter in office.letters] == ["sun@example.gov.cn"]


def test_a_thousand_lines_are_cut_short(forwarded, village, monkeypatch):
    monkeypatch.setattr(digest, "MOST_LINES", 0)
    digest.write_all(at("2026-11-24T08:00"))
    assert "还有 1 条" in Digest.objects.get(officer=village.head).text
