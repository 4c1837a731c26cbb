"""Days, codes and numbers as people read them."""

from datetime import date, datetime

from huiyin.papers import words

DAY = date(2026, 11, 30)


def test_a_day_in_prose_and_in_a_table() -> None:
    assert words.prose(DAY) == "11月30日（周一）"
    assert words.table(DAY) == "11月30日 周一"
    assert words.prose(DAY, "en") == "30 November (Mon)"


def test_a_day_on_a_document_is_not_padded() -> None:
    assert words.formal(date(2026, 2, 1)) == "2026年2月1日"
    assert words.moment(datetime(2026, 11, 23, 9, 5)) == "2026年11月23日 09:05"


def test_a_code_is_read_in_fours() -> None:
    assert words.grouped("48217730 51960384") == "4821 7730 5196 0384"


def test_organs_are_listed_with_one_and() -> None:
    assert words.listed(["甲局", "乙局", "丙镇"]) == "甲局、乙局和丙镇"
    assert words.listed(["甲局"]) == "甲局"


def test_a_document_number_has_six_angle_brackets() -> None:
    assert words.document_number("明信访", 2026, 12) == "明信访〔2026〕12号"
