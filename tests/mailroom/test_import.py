"""Importing petitions from a sheet: every cell looked at first, all or nothing, and once."""

import io
from datetime import datetime

import pytest
import time_machine
import xlsxwriter
from django.utils import timezone

from huiyin.ledger.pending import Pending
from huiyin.mailroom.incoming import petitions, sheet
from huiyin.mailroom.notice import Notice
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from tests.mailroom.batches import registered

pytestmark = pytest.mark.django_db
NAMED = {"id": "编号", "title": "标题", "body": "内容", "received": "时间", "person": "用户"}
HEAD = "编号,标题,内容,时间,用户\n"
SOUND = (
    HEAD
    + "1,路灯不亮,村口路灯三个月不亮。,2019/2/14  20:00:00,A01\n2,水渠堵了,水渠堵了没人修。,2019-03-01T08:30:00,A02\n"
)


def planned(content, named=NAMED, name="来件.csv", **more):
    content = content.encode() if isinstance(content, str) else content
    return petitions.plan(sheet.read(content, name, named), named, now=timezone.now(), **more)


def imported(village, content, **more):
    return registered(village, content, planned(content, **more))


def test_each_row_is_registered_as_of_the_time_it_was_received(village):
    assert imported(village, SOUND) == 2
    matter = Matter.system.order_by("registered_at").first()
    assert timezone.localtime(matter.registered_at) == timezone.make_aware(datetime(2019, 2, 14, 20))
    assert (matter.title, matter.number) == ("路灯不亮", "明信2019-02-0001")


def test_the_same_file_again_registers_nothing(village):
    imported(village, SOUND)
    again = planned(SOUND)
    assert (again.new, again.already, again.bad) == ([], 2, [])


def test_rows_without_an_id_are_known_by_what_they_say(village):
    named = {field: heading for field, heading in NAMED.items() if field != "id"}
    imported(village, SOUND, named=named)
    assert planned(SOUND, named=named).already == 2


def test_the_same_id_with_other_words_is_not_swallowed(village):
    imported(village, SOUND)
    made = planned(HEAD + "1,别的事,完全不同的内容。,2019/2/14,A01\n")
    assert [(bad.row, bad.column) for bad in made.bad] == [(2, "编号")]


def test_ids_of_two_senders_are_kept_apart_by_their_source(village):
    imported(village, SOUND)
    assert len(planned(SOUND, source="热线").new) == 2


@pytest.mark.parametrize(
    ("row", "column", "cure"),
    [
        ("3,题,内容,2030-01-01,A", "时间", "今天之后"),
        ("3,题,内容,昨天,A", "时间", "2026-11-23"),
        ("3,题,内容,1019-01-01,A", "时间", "太早"),
        ("3,题,,2019-01-01,A", "内容", "空的"),
        ("3,题,内\0容,2019-01-01,A", "内容", "NUL"),
        ("3.40E+17,题,内容,2019-01-01,A", "编号", "设为文本"),
    ],
)
def test_a_wrong_cell_is_named_with_its_cure(row, column, cure):
    with time_machine.travel("2026-11-23T10:00:00+08:00"):
        bad = planned(SOUND + row + "\n").bad
    assert [(found.row, found.column) for found in bad] == [(4, column)] and cure in bad[0].cure


def test_an_id_that_stands_twice_names_the_first_row():
    made = planned(SOUND + "1,又一件,又一件的内容。,2019-04-01,A03\n")
    assert [(bad.row, bad.column) for bad in made.bad] == [(4, "编号")] and "第 2 行" in made.bad[0].cure


def test_a_wrong_identity_number_says_which_digit():
    named = NAMED | {"id_number": "证件"}
    content = "编号,标题,内容,时间,用户,证件\n1,题,内容,2019-01-01,A,990101195603120020\n"
    assert "第 18 位" in planned(content, named=named).bad[0].cure


def test_a_long_number_in_a_spreadsheet_has_lost_its_digits():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("来件")
        page.write_row(0, 0, ["编号", "标题", "内容", "时间", "用户", "证件"])
        page.write_row(1, 0, [1, "题", "内容"])
        page.write_datetime(
            1, 3, datetime(2019, 2, 14, 20), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        )
        page.write_number(1, 5, 340123195603120021)
    made = planned(file.getvalue(), named=NAMED | {"id_number": "证件"}, name="来件.xlsx")
    assert [(bad.row, bad.column) for bad in made.bad] == [(2, "证件")] and "3.40E+17" in made.bad[0].cure


def test_a_spreadsheets_date_keeps_its_hour():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("来件")
        page.write_row(0, 0, ["编号", "标题", "内容", "时间", "用户"])
        page.write_row(1, 0, [1, "题", "内容"])
        page.write_datetime(1, 3, datetime(2019, 2, 14, 20, 5), book.add_format({"num_format": "yyyy-mm-dd"}))
    made = planned(file.getvalue(), name="来件.xlsx")
    assert made.new[0].at.isoformat() == "2019-02-14T20:05:00+08:00"


def test_gb18030_and_rare_characters_arrive_as_they_were_written(village):
    rare = "𠮷野家门口的路㛃\uf9d0"
    imported(village, (HEAD + f"1,题,{rare},2019-01-01,A\n").encode("gb18030"))
    assert Petition.objects.get().text == rare


def test_a_formula_is_text(village):
    imported(village, HEAD + "1,=1+1,=HYPERLINK(A1),2019-01-01,A\n")
    assert Petition.objects.get().title == "=1+1"


def test_nobody_outside_hears_of_an_import(village):
    imported(village, SOUND)
    assert not Pending.objects.filter(reader="mailroom").exists() and not Notice.objects.exists()


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("title=标题,body=内容", "received"),
        ("body=内容,received=时间,colour=色", "colour"),
        ("body=,received=时间", "body"),
    ],
)
def test_a_map_that_says_too_little_says_what_is_missing(text, cure):
    with pytest.raises(sheet.MapWrong, match=cure):
        sheet.mapping(text)


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(sheet.MapWrong, match="没有“标题”这一列，有的是：编号、内容、时间"):
        sheet.read("编号,内容,时间\n1,内容,2019\n".encode(), "来件.csv", {"title": "标题", "body": "内容"})
