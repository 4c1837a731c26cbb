"""Names: everyone's own name is a name."""

import pytest

from huiyin.people.masks import masked_name, masked_phone
from huiyin.people.name import NameWrong, check
from huiyin.people.normal_form import normal_name


@pytest.mark.parametrize(
    "name",
    [
        "廖秀英",
        "王",
        "㛃",
        "𬱖",
        "𠅤",
        "䶮",
        "欧阳明月",
        "阿依古丽·买买提",
        "〇",
        "\U00031350",
        "\ue863",
        "O'Brien",
        "Jean-Luc Picard",
        "葛󠄀",
    ],
)
def test_a_name_is_accepted_as_it_is(name):
    assert check(name) == name


@pytest.mark.parametrize("dot", "•・‧∙．")
def test_every_look_alike_of_the_middle_dot_becomes_one(dot):
    assert check(f"阿依古丽{dot}买买提") == "阿依古丽·买买提"


def test_fifty_characters_are_accepted():
    assert len(check("阿" * 50)) == 50


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("", "请写姓名"),
        ("··", "请写姓名"),
        ("阿" * 51, "最多 50 个字"),
        ("张三1", "请去掉"),
        ("张\x00三", "请去掉"),
        ("<b>", "请去掉"),
    ],
)
def test_what_is_no_name_gets_a_cure(typed, cure):
    with pytest.raises(NameWrong, match=cure):
        check(typed)


@pytest.mark.parametrize("typed", ["廖 秀英", "廖　秀英", " 廖秀英 "])
def test_spaces_inside_make_no_other_person(typed):
    assert normal_name(typed) == normal_name("廖秀英")


@pytest.mark.parametrize(
    ("name", "mask"), [("廖秀英", "廖**"), ("王五", "王**"), ("𬱖娜", "𬱖**"), ("", "匿名")]
)
def test_a_person_keeps_the_first_character(name, mask):
    assert masked_name(name, is_person=True) == mask


@pytest.mark.parametrize(("name", "mask"), [("明川市青石茶业有限公司", "明川市青****"), ("青石厂", "青****")])
def test_an_organisation_keeps_four_and_never_more_than_half(name, mask):
    assert masked_name(name, is_person=False) == mask


@pytest.mark.parametrize(
    ("phone", "mask"),
    [("13800000001", "138****0001"), ("62345678", "****78"), ("12345", "****45"), ("110", "****"), ("", "")],
)
def test_a_phone_is_masked_by_its_length(phone, mask):
    assert masked_phone(phone) == mask
