"""Other documents: credit codes, passports and travel permits."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from huiyin.people.credit_code import ALPHABET, CreditCodeWrong, check_character
from huiyin.people.credit_code import check as check_code
from huiyin.people.id_document import IdDocumentWrong, IdType, check

RIGHT = "91350100M000100Y43"


def test_a_right_credit_code_passes():
    assert check_code("９１３５０１００m000100y43") == RIGHT


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_of_a_credit_code_is_found(first_17, position, character):
    code = first_17 + check_character(first_17)
    assume(code[position] != character)
    with pytest.raises(CreditCodeWrong):
        check_code(code[:position] + character + code[position + 1 :])


def test_a_wrong_credit_code_is_told_its_18th_character():
    with pytest.raises(CreditCodeWrong, match="第 18 位应为 3") as caught:
        check_code(RIGHT[:17] + "4")
    assert (caught.value.position, caught.value.expected) == (18, "3")


def test_a_letter_that_credit_codes_do_not_use_is_told_its_place():
    with pytest.raises(CreditCodeWrong, match="没有“O”，请检查第 3 位"):
        check_code("91O50100M000100Y43")


def test_a_credit_code_of_another_length_is_told_its_length():
    with pytest.raises(CreditCodeWrong, match="现在是 15 位"):
        check_code("913501000001234")


@pytest.mark.parametrize(
    ("id_type", "typed", "kept"),
    [
        (IdType.RESIDENT, "11010519491231002x", "11010519491231002X"),
        (IdType.CREDIT_CODE, RIGHT, RIGHT),
        (IdType.PASSPORT, "e12345678", "E12345678"),
        (IdType.HONG_KONG_MACAO, "h12345678", "H12345678"),
        (IdType.TAIWAN, "０１２３４５６７", "01234567"),
        (IdType.FOREIGN_PERMANENT, "usa110000000001", "USA110000000001"),
        (IdType.OTHER, "军字第0012", "军字第0012"),
    ],
)
def test_each_document_keeps_its_number(id_type, typed, kept):
    assert check(id_type, typed) == kept


@pytest.mark.parametrize(
    ("id_type", "typed"),
    [
        ("passport", "E1"),
        ("hong_kong_macao", "X12345678"),
        ("taiwan", "123"),
        ("foreign_permanent", "1"),
        ("other", "!"),
    ],
)
def test_a_number_of_another_form_is_told_the_form(id_type, typed):
    with pytest.raises(IdDocumentWrong, match="请对照"):
        check(id_type, typed)


def test_a_number_without_its_type_is_asked_for_the_type():
    with pytest.raises(IdDocumentWrong, match="请选证件类型"):
        check("", "1")
