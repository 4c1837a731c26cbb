"""Rest days and make-up workdays against two other sources, and what holds in a year without a table."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]
import holidays
import pytest

from huiyin.statute import calendar
from huiyin.statute.errors import StatuteError

YEARS = range(2004, 2027)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_the_chinesecalendar_package(year: int) -> None:
    ours = [day for day in days_of(year) if calendar.is_rest_day(day)]
    assert ours == [day for day in days_of(year) if chinese_calendar.is_holiday(day)]


@pytest.mark.parametrize("year", YEARS)
def test_every_statutory_day_of_the_holidays_package_is_a_rest_day(year: int) -> None:
    statutory = holidays.country_holidays("CN", years=year)
    assert [day for day in statutory if calendar.is_working(day)] == []


@pytest.mark.parametrize("year", YEARS)
def test_every_year_from_2004_to_2026_is_published(year: int) -> None:
    assert calendar.published(year)


def test_a_saturday_swapped_for_a_bridge_day_is_worked() -> None:
    assert calendar.is_working(date(2026, 2, 14))


def test_a_make_up_workday_in_december_comes_from_the_next_years_notice() -> None:
    assert calendar.is_working(date(2018, 12, 29)) and calendar.is_rest_day(date(2018, 12, 31))


def test_2027_is_not_published() -> None:
    assert not calendar.published(2027)


@pytest.mark.parametrize("day", ["2027-01-01", "2028-05-01", "2028-05-02", "2029-10-01", "2029-10-02"])
def test_fixed_statutory_days_rest_in_an_unpublished_year(day: str) -> None:
    assert calendar.is_rest_day(date.fromisoformat(day))


def test_the_week_holds_in_an_unpublished_year() -> None:
    assert calendar.is_rest_day(date(2027, 3, 6)) and calendar.is_working(date(2027, 3, 8))


def test_a_holiday_has_its_name() -> None:
    assert calendar.national().name(date(2026, 4, 5)) == "清明节"


def test_a_deployer_adds_a_year_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "holidays-2027.toml").write_text(
        '[year.2027.work]\n"春节" = [2027-02-06]\n', encoding="utf-8"
    )
    known = calendar.national(tmp_path)
    assert known.published(2027) and known.is_working(date(2027, 2, 6)) and known.published(2026)


def test_a_later_file_corrects_an_earlier_day(tmp_path: Path) -> None:
    (tmp_path / "holidays-2026.toml").write_text(
        '[year.2026.rest]\n"调整" = [2026-02-14]\n', encoding="utf-8"
    )
    assert calendar.national(tmp_path).is_rest_day(date(2026, 2, 14))


@pytest.mark.parametrize(
    "text", ["[year", '[year.2027.rest]\n"春节" = ["soon"]\n', '[fixed]\n"元旦" = [1]\n']
)
def test_a_holiday_file_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "holidays-2027.toml").write_text(text, encoding="utf-8")
    with pytest.raises(StatuteError, match=r"holidays-2027\.toml"):
        calendar.national(tmp_path)
