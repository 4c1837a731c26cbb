"""A window about to close: the petitioner hears of it in time, once."""

from datetime import date, datetime

import pytest
import time_machine
from django.utils import timezone

from huiyin.mailroom import reader, reminding
from huiyin.mailroom.notice import Notice
from huiyin.matters import tick
from tests.mailroom import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def delivered(village):
    """An answer was delivered on 23 November; the window for review closes on 23 December."""
    with time_machine.travel(timezone.make_aware(datetime(2026, 11, 23, 10))):
        matter = story.file(village)
        story.deliver(village, matter)
        reader.read()
    return matter


@pytest.mark.parametrize(("day", "reminders"), [(17, 0), (18, 1), (23, 1), (24, 0)])
def test_five_days_before_the_end_and_not_sooner(delivered, day, reminders):
    assert reminding.remind(date(2026, 12, day)) == reminders


def test_it_says_until_when(delivered):
    reminding.remind(date(2026, 12, 18))
    assert "申请复查的时间到12月23日为止" in Notice.objects.get(about="window-closes").text


def test_once_is_enough(delivered):
    reminding.remind(date(2026, 12, 18))
    assert reminding.remind(date(2026, 12, 19)) == 0


def test_history_that_nobody_was_told_of_reminds_nobody(delivered):
    Notice.objects.all().delete()
    assert reminding.remind(date(2026, 12, 18)) == 0


def test_when_the_window_has_closed_the_petitioner_is_told_by_day(delivered):
    with time_machine.travel(timezone.make_aware(datetime(2026, 12, 24, 0, 10))):
        tick.tick(date(2026, 12, 24))
        reader.read()
    notice = Notice.objects.get(about="settle")
    assert timezone.localtime(notice.next_try_at).hour == 8 and "申请复查的时间已过" in notice.text
