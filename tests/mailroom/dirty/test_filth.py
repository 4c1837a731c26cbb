"""Each kind of filth by itself: what is understood, and what is flagged with its cure."""

import pytest
from django.utils import timezone

from huiyin.mailroom.incoming import petitions, sheet
from huiyin.mailroom.incoming.sheet import MapWrong
from huiyin.people.id_number import check_digit
from tests.mailroom.dirty import contents, layouts
from tests.mailroom.dirty.draft import Draft
from tests.mailroom.dirty.score import readings

pytestmark = pytest.mark.django_db
FIVE = {"body": "内容", "received": "时间", "person": "姓名", "phone": "电话", "id_number": "证件"}
HEAD = "内容,时间,姓名,电话,证件\n"
SOUND = "990101195603121017"


def read(text, named=FIVE, **more):
    return sheet.read(text.encode(), "台账.csv", named, **more)


def planned(text, named=FIVE):
    return petitions.plan(read(text, named), named, now=timezone.now())


def cures(text):
    return [(bad.row, bad.column, bad.cure) for bad in planned(text).bad]


@pytest.mark.parametrize(
    ("cells", "column", "cure"),
    [
        ("内容,2019-2-14,陈桂花,,3.40E+17", "证件", "后几位已经丢了"),
        ("内容,2019-2-14,陈桂花,,3.40123195603E17", "证件", "后几位已经丢了"),
        ("内容,2019-2-14,陈桂花,,990101195603121000", "证件", "应为"),
        ("内容,2019-2-14,陈桂花,5506255123,", "电话", "前面的 0"),
        ("内容,2019-2-14,陈桂花,550-6255123,", "电话", "前面的 0"),
        ("内容,2019-2-14,陈桂花,1380000000,", "电话", "11 位"),
        ("内容,2019-2-14,陈桂花,13800000001.0,", "电话", "小数点"),
        ("内容,2019-2-14,陈桂花,13800000001/13900000001,", "电话", "几个电话"),
        ("内容,2019-2-14,陈桂花,0,", "电话", "不像电话"),
        ("内容,2019-2-14,陈桂花、李守田,,", "姓名", "几个人"),
        ("内容,2019-2-14,陈桂花等三人,,", "姓名", "几个人"),
        ("内容,2019-2-14,陈桂花（3人）,,", "姓名", "几个人"),
        ("内容,2019-2-14,陈\u200b桂花,,", "姓名", "看不见"),
        ("内容,43510,陈桂花,,", "时间", "序号"),
        ("内容,#REF!,陈桂花,,", "时间", "重新填写"),
        ("#N/A,2019-2-14,陈桂花,,", "内容", "重新填写"),
        ("内容,〃,陈桂花,,", "时间", "上面一行却是空的"),
    ],
)
def test_a_cell_from_which_nobody_can_know_is_flagged_with_its_cure(cells, column, cure):
    ((row, place, said),) = cures(f"{HEAD}{cells}\n")
    assert (row, place) == (2, column) and cure in said


@pytest.mark.parametrize(
    "phone", ["0550-6255123", "4008001234", "12345", "+852 2123 4567", "138 0000 0001", "6255123"]
)
def test_a_telephone_number_that_can_be_right_stays_as_it_was_written(phone):
    made = planned(f"{HEAD}内容,2019-2-14,陈桂花,{phone},\n")
    assert (made.bad, made.new[0].filing.people[0].phone) == ([], phone)


@pytest.mark.parametrize("name", ["李和平", "和珅", "㛃·阿依", "王二小", "A01", "明川市第一中学"])
def test_a_name_of_one_person_is_left_alone(name):
    made = planned(f"{HEAD}内容,2019-2-14,{name},,\n")
    assert (made.bad, made.plainer, made.new[0].filing.people[0].name) == ([], [], name)


def test_a_number_that_lost_its_dress_is_told_of_without_being_repeated():
    made = planned(f"{HEAD}内容,2019-2-14,陈　花,'13800000001,９９０１０１　{SOUND[6:]}\n")
    (person,) = made.new[0].filing.people
    assert (person.name, person.phone, person.id_number) == ("陈花", "13800000001", SOUND)
    assert [(plainer.row, plainer.column) for plainer in made.plainer] == [
        (2, "姓名"),
        (2, "电话"),
        (2, "证件"),
    ]


def test_a_cell_that_says_there_is_no_number_is_empty():
    made = planned(f"{HEAD}内容,2019-2-14,陈桂花,无,/\n")
    assert (made.bad, made.new[0].filing.people[0].id_number) == ([], "")


def test_an_identity_number_that_ends_in_three_zeros_is_looked_at_by_a_person():
    assert "后三位" in cures(f"{HEAD}内容,2019-2-14,陈桂花,,{_ending_in_zeros()}\n")[0][2]


def test_numbers_that_went_through_arithmetic_are_flagged_even_where_the_check_digit_fits():
    numbers = _rounded()
    lines = [f"第{at}件,2019-2-14,陈桂花,,{number}\n" for at, number in enumerate(numbers)]
    found = cures(HEAD + "".join(lines))
    assert [row for row, _column, cure in found if "取过整" in cure] == [2, 3, 4]


def test_a_ditto_mark_never_copies_a_person():
    found = cures(f"{HEAD}内容,2019-2-14,陈桂花,,\n另一件,同上,同上,,\n")
    assert [(row, column) for row, column, _cure in found] == [(3, "姓名")]


def test_a_household_merged_under_its_head_is_not_copied_down():
    found = readings(layouts.merged_cells())
    assert [bad.column for bad in found[4].bad] == ["姓名"] and "取消合并" in found[4].bad[0].cure


def test_a_total_that_has_words_and_a_day_of_its_own_is_a_petition():
    assert len(read(f"{HEAD}合计,2019-2-14,陈桂花,,\n").rows) == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [("小 计,,2人,,", "合计"), (HEAD.strip(), "表头"), ("信访台账,,,,", "标题"), (",,,,,张三", "空着")],
)
def test_a_line_that_is_left_out_says_why(line, why):
    found = read(f"信访台账,,,,\n{HEAD}内容,2019-2-14,陈桂花,,\n{line}\n")
    assert [(left_out.row, why in left_out.why) for left_out in found.left_out] == [(4, True)]


def test_a_heading_over_two_columns_is_not_guessed():
    with pytest.raises(MapWrong, match="C、F"):
        read(f"{HEAD.strip()},姓名\n")


def test_a_missing_heading_is_told_by_the_groups_there_are():
    named = layouts.FIELDS | {"person": "反映人"}
    book = layouts.two_lines_of_headings()
    with pytest.raises(MapWrong, match="信访人姓名"):
        sheet.read(book.content, book.file_name, named)


def test_another_sheet_with_the_same_headings_is_named_and_can_be_asked_for():
    book = layouts.several_sheets()
    assert "旧稿" in sheet.read(book.content, book.file_name, book.named).remarks[0]


def test_a_sheet_that_is_asked_for_is_read():
    draft = Draft(fields=("body", "received"))
    draft.heading()
    content = draft.xlsx(lambda book, page: book.add_worksheet("二").write_row(0, 0, ["内容", "收到时间"]))
    named = {"body": "内容", "received": "收到时间"}
    assert sheet.read(content, "x.xlsx", named, only="二").name == "二"


def test_a_sheet_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(MapWrong, match="没有“三”表，有的是：台账"):
        read(HEAD, only="三")


def test_the_old_format_is_read_with_a_warning_of_what_cannot_be_seen_in_it():
    assert "另存为 .xlsx" in sheet._about_format(b"\xd0\xcf\x11\xe0", "台账.xls")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_a_text_file_is_read_in_each_encoding_that_offices_save(encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    content = mark + f"{HEAD}㛃家门口,2019-2-14,,,\n".encode(encoding)
    assert sheet.read(content, "台账.csv", FIVE).rows[0].cells["内容"] == "㛃家门口"


def test_a_formula_without_its_result_is_flagged():
    bad = readings(contents.errors_and_formulas())[6].bad
    assert "没有结果" in bad[0].cure


def _ending_in_zeros():
    """An identity number that passes its check and ends in 000."""
    found = (f"990101195603{day:02d}{order}00" for day in range(1, 32) for order in range(10))
    return next(f"{first}0" for first in found if check_digit(first) == "0")


def _rounded():
    """Three numbers that pass their check and are what a spreadsheet's arithmetic leaves of others."""
    every = (f"990101195603{day:02d}{order:03d}" for day in range(1, 32) for order in range(1000))
    numbers = (first_17 + check_digit(first_17) for first_17 in every)
    return [n for n in numbers if n.isdecimal() and int(float(n)) == int(n) and not n.endswith("000")][:3]
