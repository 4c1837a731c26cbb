"""Telephone numbers, however people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.people.phone import PhoneWrong, normalise


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800000001", "13800000001"),
        ("138 0000 0001", "13800000001"),
        ("138-0000-0001", "13800000001"),
        ("１３８００００００01", "13800000001"),
        ("+86 138 0000 0001", "13800000001"),
        ("8613800000001", "13800000001"),
        ("0086-13800000001", "13800000001"),
        ("19900000001", "19900000001"),
        ("0551-62345678", "055162345678"),
        ("（0551）62345678", "055162345678"),
        ("0551－62345678转801", "055162345678-801"),
        ("+86 551 62345678", "055162345678"),
        ("010-62345678", "01062345678"),
        ("12345", "12345"),
        ("95598", "95598"),
        ("110", "110"),
        ("+852 2123 4567", "+85221234567"),
        ("0085221234567", "+85221234567"),
    ],
)
def test_a_number_is_kept_in_one_form(typed, kept):
    assert normalise(typed) == kept


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("", "请写电话号码"),
        ("1380000001", "手机号是 11 位，现在是 10 位"),
        ("138000000011", "现在是 12 位"),
        ("62345678", "请加区号"),
        ("家里没有电话", "只写数字"),
        ("099962345678999", "请对照检查"),
        ("+999123", "请对照检查"),
    ],
)
def test_a_number_that_cannot_be_called_gets_a_cure(typed, cure):
    with pytest.raises(PhoneWrong, match=cure):
        normalise(typed)


@given(st.text(max_size=24))
def test_whatever_is_typed_gets_a_number_or_a_sentence(typed):
    try:
        assert normalise(typed)
    except PhoneWrong as wrong:
        assert str(wrong.sentence).endswith("。")


@given(st.from_regex(r"\A1[3-9][0-9]{9}\Z"))
def test_normalising_twice_changes_nothing(number):
    assert normalise(normalise(number)) == number
