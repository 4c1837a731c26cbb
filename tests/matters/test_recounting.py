"""A year's holidays are published after dates in it were counted: the dates follow, and every move is on the record."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.tick import tick
from huiyin.matters.timeline import timeline
from huiyin.statute import calendar, rules
from tests.matters import stages

ACCEPTED = timezone.make_aware(datetime(2029, 12, 3, 9))  # a Monday; nothing of 2030 is published
LEGAL = date(2030, 2, 1)  # sixty days later, a Friday
NOTICED = date(2029, 12, 20)


def _forget():
    calendar.national.cache_clear()
    rules.load.cache_clear()


@pytest.fixture
def published(tmp_path, monkeypatch):
    """A later release of the program knows the days off of 2029 to 2031."""

    def publish(*days):
        """`days` of 2030 are off, beside New Year's Day."""
        table = calendar.OWN.read_text("utf-8")
        for year in (2029, 2030, 2031):
            off = [f"{year}-01-01", *(day for day in days if day.startswith(str(year)))]
            table += f'\n[year.{year}.rest]\n"放假" = [{", ".join(off)}]\n'
        known = tmp_path / "holidays.toml"
        known.write_text(table, "utf-8")
        monkeypatch.setattr(calendar, "OWN", known)
        _forget()

    yield publish
    monkeypatch.undo()
    _forget()


def handling(matter):
    return Clock.objects.running().get(matter=matter, term="handling")


def test_before_it_is_published_a_date_is_provisional(village):
    clock = handling(stages.accepted_matter(village, at=ACCEPTED))
    assert (clock.due_on, clock.provisional) == (LEGAL, True)
    assert tick(NOTICED)["recounted"] == 0


def test_a_date_that_falls_into_the_holidays_moves_by_an_act_that_everybody_reads(village, published):
    matter = stages.accepted_matter(village, at=ACCEPTED)
    published("2030-02-01", "2030-02-04")
    assert tick(NOTICED)["recounted"] == 1
    clock = handling(matter)
    assert (clock.due_on, clock.provisional) == (date(2030, 2, 5), False)
    told = matter.recountings.get()
    assert (told.due_before, told.due_after) == (LEGAL, date(2030, 2, 5))
    assert matter.lead.next_due_on == clock.due_on
    line = timeline(matter, public=True)[0]
    assert line.act == "recount" and "2月5日" in line.says
    assert audit().findings == [] and walk().breaks == []


def test_a_date_that_stays_is_only_no_longer_provisional(village, published):
    matter = stages.accepted_matter(village, at=ACCEPTED)
    published()
    assert tick(NOTICED)["recounted"] == 0
    assert (handling(matter).due_on, handling(matter).provisional) == (LEGAL, False)
    assert not matter.recountings.exists()


def test_counting_again_twice_is_counting_once(village, published):
    stages.accepted_matter(village, at=ACCEPTED)
    published("2030-02-01")
    assert [tick(NOTICED)["recounted"] for _ in range(2)] == [1, 0]


def test_a_petitioners_window_never_gets_shorter(village, published):
    matter = stages.delivered_matter(village, at=ACCEPTED)
    windows = Clock.objects.running().filter(matter=matter, term="review-window")
    windows.update(due_on=date(2030, 1, 9), provisional=True)  # as an earlier table had it
    published()
    tick(NOTICED)
    assert windows.get().due_on == date(2030, 1, 9)
    assert not windows.get().provisional
    assert audit().findings == []


def test_an_earlier_date_counts_as_late_only_after_three_working_days(village, published):
    matter = stages.accepted_matter(village, at=ACCEPTED)
    Clock.objects.filter(pk=handling(matter).pk).update(due_on=date(2030, 2, 20), raw_on=date(2030, 2, 20))
    published()
    told = LEGAL + timedelta(days=6)  # Thursday: Friday, Monday and Tuesday are its notice
    assert tick(told)["recounted"] == 1
    assert handling(matter).due_on == LEGAL
    assert tick(told + timedelta(days=5))["lapsed"] == 0
    assert tick(told + timedelta(days=6))["lapsed"] == 1
