"""Names and numbers of petitioners are nowhere in plain: not in the database, its log, the spool, or what is printed."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connection

from huiyin.mailroom import reader, sending
from huiyin.mailroom.channels import chosen
from huiyin.mailroom.channels.envelope import Envelope
from huiyin.mailroom.notice import Notice
from tests.mailroom import story

NAME, PHONE = "廖秀英", "13800000001"


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_neither_database_nor_spool_holds_them(village, mail_root):
    story.file(village)
    reader.read()
    sending.send_due()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
    database = django_settings.DATABASES["default"]["NAME"]
    found = [Path(path).read_bytes() for path in (database, f"{database}-wal", mail_root / "sms.jsonl")]
    assert len(found[-1]) > 0
    assert not [
        text for text in (NAME, PHONE, "138 0000 0001", story.TITLE) if text.encode() in b"".join(found)
    ]


def test_an_envelope_that_is_logged_shows_no_person():
    shown = repr(Envelope("a", PHONE, "", f"{NAME}，您好"))
    assert PHONE not in shown and NAME not in shown


def test_the_console_shows_no_person(settings, capsys):
    settings.SMS = "console"
    chosen.channel("sms").send(Envelope("a", PHONE, "", f"{NAME}，您好"))
    shown = capsys.readouterr().out
    assert "sms a" in shown and PHONE not in shown and NAME not in shown


@pytest.mark.django_db
def test_a_list_masks_the_number(village):
    story.file(village)
    reader.read()
    assert Notice.objects.get().masked_address() == "138****0001"


@pytest.mark.django_db
def test_a_message_names_nobody(village):
    story.file(village)
    reader.read()
    text = Notice.objects.get().text
    assert NAME not in text and story.TITLE not in text
