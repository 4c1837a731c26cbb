"""Identity numbers: a slip of the pen is found, and the sentence says where to look."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from huiyin.people.id_number import CHECK_DIGITS, IdNumberWrong, check, check_digit

RIGHT = "11010519491231002X"  # the example in the standard itself


@st.composite
def numbers(draw):
    born = draw(st.dates(date(1900, 1, 1), date(2020, 12, 31)))
    division = draw(st.integers(110000, 999999))
    first_17 = f"{division}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return first_17 + check_digit(first_17)


@given(numbers())
def test_a_right_number_passes_unchanged(number):
    assert check(number) == number


@given(numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_every_single_wrong_digit_is_found(number, position, digit):
    assume(number[position] != digit)
    with pytest.raises(IdNumberWrong):
        check(number[:position] + digit + number[position + 1 :])


@given(numbers(), st.integers(0, 16))
def test_two_neighbours_changed_round_are_found(number, position):
    swapped = number[:position] + number[position + 1] + number[position] + number[position + 2 :]
    assume(swapped != number)
    with pytest.raises(IdNumberWrong):
        check(swapped)


@pytest.mark.parametrize("digit", CHECK_DIGITS.replace("X", ""))
def test_a_wrong_18th_digit_is_told_what_it_should_be(digit):
    with pytest.raises(IdNumberWrong, match="身份证号第 18 位应为 X") as caught:
        check(RIGHT[:17] + digit)
    assert (caught.value.position, caught.value.expected) == (18, "X")


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        " 11010519491231002X　",
        "110105-19491231-002X",
    ],
)
def test_full_width_digits_spaces_and_a_small_x_are_understood(typed):
    assert check(typed) == RIGHT


def test_an_old_15_digit_number_is_recognised_as_such():
    with pytest.raises(IdNumberWrong, match="15 位的老号码"):
        check("110105491231002")


@pytest.mark.parametrize(("typed", "length"), [(RIGHT[:17], 17), (RIGHT + "1", 19), ("1", 1)])
def test_a_number_of_another_length_is_told_its_length(typed, length):
    with pytest.raises(IdNumberWrong, match=f"现在是 {length} 位"):
        check(typed)


def test_an_empty_number_is_asked_for():
    with pytest.raises(IdNumberWrong, match="请写身份证号"):
        check("  ")


@pytest.mark.parametrize(
    ("typed", "position"), [("1101O519491231002X", 5), ("11010519491231X02X", 15), ("11010519491231002Y", 18)]
)
def test_a_letter_among_the_digits_is_told_its_place(typed, position):
    with pytest.raises(IdNumberWrong, match=f"第 {position} 位应为") as caught:
        check(typed)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("born", "position"),
    [
        ("19491331", 11),
        ("19490031", 11),
        ("19490230", 13),
        ("19490229", 13),
        ("00000101", 7),
        ("18001231", 7),
        ("29991231", 7),
    ],
)
def test_a_birthday_that_never_was_is_named(born, position):
    first_17 = f"110105{born}002"
    with pytest.raises(IdNumberWrong, match="第 7 至 14 位是出生日期") as caught:
        check(first_17 + check_digit(first_17))
    assert caught.value.position == position


@given(st.text(max_size=24))
def test_whatever_is_typed_gets_a_number_or_a_sentence(typed):
    try:
        assert len(check(typed)) == 18
    except IdNumberWrong as wrong:
        assert str(wrong.sentence).endswith("。")
