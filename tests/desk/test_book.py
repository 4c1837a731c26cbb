"""台账: every matter one row with fixed columns, masked; nothing sealed; and what is taken out is written down."""

import io
import json

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from huiyin.ledger.entry import Entry
from huiyin.matters import book
from huiyin.matters.exporting import stream_of
from huiyin.matters.matter import Matter
from tests.desk.signed_in import signed_in
from tests.matters import stages

pytestmark = pytest.mark.django_db
ALL = "?since=2026-01-01&until=2026-12-31"
COLUMNS = [
    "序号", "信访件编号", "登记日期", "形式", "姓名", "人数", "问题属地", "内容分类", "信访目的", "主要诉求", "初/重", "责任单位",
    "包案领导", "承办人", "受理日期", "法定期限", "延期至", "办理结果", "答复日期", "送达日期", "落实情况", "复查/复核", "评价",
    "回访", "备注",
]  # fmt: skip


def rows_for(officer):
    return {
        row[1]: dict(zip(book.headings(), row, strict=True))
        for row in book.rows(Matter.objects.visible_to(officer))
    }


@pytest.mark.seed("S047")
def test_the_columns_stand_in_their_fixed_order_and_every_matter_has_one_row(village):
    made = [stages.registered_matter(village), stages.accepted_matter(village), stages.closed_matter(village)]
    assert book.headings() == COLUMNS
    assert set(rows_for(village.triager)) == {matter.number for matter in made}


def test_a_row_tells_the_whole_way_of_a_matter(village):
    matter = stages.closed_matter(village)
    row = rows_for(village.triager)[matter.number]
    told = {name: str(row[name]) for name in COLUMNS}
    assert (told["登记日期"], told["受理日期"], told["法定期限"]) == (
        "2026-03-02",
        "2026-03-02",
        "2026-05-06",
    )
    assert (told["办理结果"], told["答复日期"], told["送达日期"]) == ("支持", "2026-03-02", "2026-03-02")
    assert told["落实情况"] == "要落实 1 项，已落实 0 项"
    assert (told["姓名"], told["责任单位"], told["备注"]) == ("廖**", "安平镇人民政府", "已办结")


def test_an_extension_and_a_review_stand_in_their_columns(village):
    matter = stages.accepted_matter(village)
    matter.extend(
        by=village.actor(village.handler),
        approved=village.actor(village.head),
        at=stages.START,
        days=10,
        reason="要检测",
    )
    reviewed = stages.decided_review(village).matter
    rows = rows_for(village.triager)
    assert rows[matter.number]["延期至"] > rows[matter.number]["法定期限"]
    assert rows[reviewed.number]["复查/复核"] == "复查：维持"


def test_a_name_is_masked_in_the_words_of_a_request_too(village):
    matter = stages.registered_matter(village, wishes=("退还廖秀英的粮款",))
    assert rows_for(village.triager)[matter.number]["主要诉求"] == "退还廖**的粮款"


def test_whoever_hides_is_not_even_masked(village):
    matter = stages.registered_matter(village, hide_identity=True)
    assert rows_for(village.triager)[matter.number]["姓名"] == "要求不公开身份"


def test_what_is_sealed_has_no_row_for_anybody(village):
    stages.registered_matter(village, accusation=True)
    for officer in (village.triager, village.keeper, village.administrator):
        page = signed_in(officer).get(f"/desk/book/{ALL}").content.decode()
        assert "这些日子没有登记的事项" in page


def test_a_rating_stands_in_the_book_only_when_it_cannot_be_changed_any_more(village):
    matter = stages.delivered_matter(village, at=timezone.now())
    matter.rate(by=stages.PETITIONER, office="satisfied", organ="not")
    assert rows_for(village.triager)[matter.number]["评价"] == ""
    matter.clocks.running().filter(term="rating").update(ended_on=timezone.localdate(), ending="lapsed")
    assert rows_for(village.triager)[matter.number]["评价"] == "信访部门满意，办理单位不满意"


def test_each_officer_takes_out_what_that_officer_may_see(village):
    matter = stages.accepted_matter(village)
    assert matter.number in signed_in(village.handler).get(f"/desk/book/csv/{ALL}").content.decode(
        "utf-8-sig"
    )
    stranger = signed_in(village.stranger).get(f"/desk/book/csv/{ALL}").content.decode("utf-8-sig")
    assert stranger.splitlines() == [",".join(COLUMNS)]


def test_the_excel_file_says_who_took_it_out_and_holds_no_formula(village):
    stages.registered_matter(village, wishes=("=1+1",))
    content = signed_in(village.triager).get(f"/desk/book/xlsx/{ALL}").content
    table = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert table[0][0] == "信访台账"
    assert "姓名已隐去" in table[2][0]
    assert table[4] == COLUMNS
    assert table[5][9] == "=1+1"


def test_a_csv_file_holds_no_formula(village):
    stages.registered_matter(village, wishes=("=1+1",))
    assert "'=1+1" in signed_in(village.triager).get(f"/desk/book/csv/{ALL}").content.decode("utf-8-sig")


def test_what_is_taken_out_is_on_record_with_its_days_and_number_of_rows(village):
    stages.registered_matter(village)
    signed_in(village.triager).get(f"/desk/book/csv/{ALL}")
    signed_in(village.triager).get(f"/desk/book/xlsx/{ALL}")
    entries = Entry.objects.filter(stream=stream_of(village.city_office.pk)).order_by("number")
    assert [entry.kind for entry in entries] == ["export", "export"]
    said = json.loads(entries[0].payloads.get().content())
    assert said == {"what": "book", "kind": "csv", "since": "2026-01-01", "until": "2026-12-31", "rows": 1}


@pytest.mark.parametrize("days", ["?since=nonsense", "?since=2026-12-31&until=2026-01-01"])
def test_wrong_days_are_said_beside_their_field_and_make_no_file(village, days):
    officer = signed_in(village.triager)
    assert officer.get(f"/desk/book/{days}").status_code == 422
    assert officer.get(f"/desk/book/csv/{days}").status_code == 404


def test_a_hundred_rows_cost_as_many_queries_as_one(village, django_assert_max_num_queries):
    for _each in range(5):
        stages.delivered_matter(village)
    with django_assert_max_num_queries(20):
        assert len(list(book.rows(Matter.objects.visible_to(village.triager)))) == 5
