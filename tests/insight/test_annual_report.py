"""年度报告: four parts from the year's matters, in the order of codes, small numbers hidden, each copy on record."""

import io
import json
from datetime import date, datetime

import docx
import pytest
import time_machine
from django.utils import timezone

from huiyin.insight.annual_numbers import most_complained_of
from huiyin.insight.annual_report import CAVEAT, annual_report
from huiyin.insight.counted import Days
from huiyin.insight.few import hidden
from huiyin.insight.said import UNSAID
from huiyin.ledger import entry
from huiyin.ledger.entry import Entry, canonical
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.exporting import stream_of
from huiyin.matters.matter import Matter
from huiyin.papers.docx import render_docx
from huiyin.people.region import Region
from huiyin.statute import rules
from tests.desk.signed_in import signed_in
from tests.matters import stages

pytestmark = pytest.mark.django_db
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
WINTER = date(2026, 12, 1)


def told(village, officer=None, office=None, year=2026):
    """The lines of the report as an office opens them."""
    seen = Matter.objects.visible_to(officer or village.triager)
    paper = annual_report(seen, office or village.city_office, year, WINTER)
    return _lines(render_docx(paper))


def _lines(content):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs if paragraph.text]


def line_of(lines, beginning):
    return next(line for line in lines if line.startswith(beginning))


def visited(village, count, **told):
    for _each in range(count):
        stages.registration(village, channel="visit", people_count=4, **told)


def test_the_four_parts_of_article_41_stand_in_their_order(village):
    stages.delivered_matter(village)
    parts = [line for line in told(village) if line[:2] in ("一、", "二、", "三、", "四、")]
    assert parts == [
        "一、信访事项的数据统计、涉及领域和被反映较多的单位",
        "二、转送、交办和督办情况",
        "三、提出改进工作、完善政策、追究责任建议以及采纳情况",
        "四、其他情况",
    ]


def test_petitions_visits_and_people_are_counted_apart(village):
    visited(village, 6)
    for _each in range(5):
        stages.registered_matter(village)
    lines = told(village)
    assert (
        line_of(lines, "共登记")
        == "共登记11件次，其中来访6批次、24人次。按信访日期（来信按邮戳）统计，含重复信访。"
    )
    assert line_of(lines, "来访").endswith("6件次，其中来访6批次、24人次")
    assert line_of(lines, "网上").endswith("5件次")


def test_the_total_does_not_give_away_what_a_table_hides(village):
    visited(village, 6)
    stages.registered_matter(village)
    lines = told(village)
    assert line_of(lines, "共登记") == "共登记7件次。按信访日期（来信按邮戳）统计，含重复信访。"
    assert line_of(lines, "来访").endswith(UNSAID)
    assert line_of(lines, "网上").endswith(UNSAID)


def test_small_numbers_are_hidden_and_cannot_be_found_by_taking_away():
    assert hidden({"a": 9, "b": 7, "c": 12}) == set()
    assert hidden({"a": 9, "b": 2, "c": 7}) == {"b", "c"}
    assert hidden({"a": 9, "b": 2, "c": 1}) == {"b", "c"}
    assert hidden({"a": 2}) == {"a"}


def test_places_and_topics_stand_in_the_order_of_their_codes(village):
    stone, willow = (
        Region.objects.filter(code__startswith="990101001").exclude(code="990101001").order_by("code")[:2]
    )
    visited(village, 5, place=stone)
    visited(village, 8, place=willow)
    lines = told(village)
    places = [line for line in lines if line.startswith((stone.full_name(), willow.full_name()))]
    assert [line.split("件次")[0][-1] for line in places] == ["5", "8"]


def test_organs_complained_of_stand_in_the_order_of_codes_with_their_work_and_the_caveat(village):
    for _each in range(5):
        stages.forwarded_matter(village, named=(village.bureau,))
    for _each in range(7):
        stages.forwarded_matter(village, named=(village.town,))
    stages.forwarded_matter(village, named=(village.county,))
    most = most_complained_of(Matter.objects.visible_to(village.triager), YEAR)
    assert [(one.organ, one.matters, one.handled) for one in most] == [
        (village.bureau, 5, 0),
        (village.town, 7, 13),
    ]
    lines = told(village)
    assert line_of(lines, "安平镇人民政府").endswith("被7件事项反映；同期承办13件")
    assert CAVEAT in lines


def test_forwards_lists_of_what_is_overdue_and_of_extensions_by_organ(village):
    stages.accepted_matter(village)
    extended = stages.accepted_matter(village)
    extended.extend(
        by=village.actor(village.handler), approved=village.actor(village.head), at=stages.START,
        days=10, reason="要检测",
    )  # fmt: skip
    lines = told(village)
    assert (
        line_of(lines, "转送2次")
        == "转送2次，交办0次，转政法部门0次。催办0次，督办0次，领导批示0次，提级办理0次。"
    )
    of_town = [line for line in lines if line.startswith("安平镇人民政府")]
    assert of_town[0].endswith("超期未做2件，超期做完0件，共2件")
    assert of_town[1].endswith("延过期1件，共2件")


def test_both_forms_of_the_rate_are_printed_with_their_numbers(village):
    stages.delivered_matter(village)
    stages.accepted_matter(village)
    lines = told(village)
    assert line_of(lines, "按期答复率(含未到期)").endswith("50%（1/2）")
    assert line_of(lines, "按期答复率(已到期)").endswith("50%（1/2）")


def test_how_a_few_people_rated_is_not_printed(village):
    matter = stages.delivered_matter(village)
    matter.rate(by=stages.PETITIONER, at=stages.after(1), office="not", organ="not")
    matter.clocks.filter(term="rating").update(ended_on=date(2026, 4, 2), ending="lapsed")
    assert line_of(told(village), "群众满意率(满意)（办理单位）").endswith(UNSAID)


def test_nothing_of_another_year_of_another_office_or_under_seal_is_in_it(village):
    stages.registered_matter(village)
    stages.registration(village, organ=village.elsewhere)
    stages.registered_matter(village, accusation=True, named=(village.town,))
    assert line_of(told(village), "共登记").startswith("共登记1件次。")
    assert line_of(told(village, year=2025), "共登记").startswith("共登记0件次。")
    assert line_of(told(village, office=village.county_office), "共登记").startswith("共登记0件次。")


def test_without_recommendations_the_report_says_that_there_are_none(village):
    assert "没有提出建议的记录。" in told(village)


def test_recommendations_are_read_from_the_record_by_their_kind(village):
    stream, law, supervisor = uuid7(), rules.load("cn-2022"), village.actor(village.supervisor)
    both = {"stream": stream, "rules": (law.id, law.digest), "occurred_at": stages.START, "outward": False}
    asked, answered = {"kind": "improve_policy"}, {"adopted": "partly"}
    entry.append(
        number=1, kind="recommend", post=supervisor.post.pk, sections={"act": canonical(asked)}, **both
    )
    entry.append(number=2, kind="answer_recommendation", sections={"act": canonical(answered)}, **both)
    lines = told(village)
    assert "共提出1项建议，收到1份采纳情况反馈。" in lines
    assert line_of(lines, "完善政策").endswith("1项")
    assert line_of(lines, "部分采纳").endswith("1项")


def test_every_copy_that_is_taken_out_is_on_record(village):
    stages.registered_matter(village)
    with time_machine.travel(datetime(2026, 12, 1, 9, tzinfo=timezone.get_current_timezone())):
        answer = signed_in(village.supervisor).get("/desk/annual-report/2026.docx")
    assert "共登记1件次" in "".join(_lines(answer.content))
    (taken,) = Entry.objects.filter(stream=stream_of(village.city_office.pk))
    assert json.loads(taken.payloads.get().content()) == {
        "what": "annual_report", "kind": "docx", "since": "2026-01-01", "until": "2026-12-31", "rows": 1,
    }  # fmt: skip


def test_only_who_decides_at_a_petition_office_finds_the_page(village):
    assert signed_in(village.supervisor).get("/desk/annual-report/").status_code == 200
    for part in ("registrar", "head", "leader", "keeper", "handler"):
        client = signed_in(getattr(village, part))
        assert client.get("/desk/annual-report/").status_code == 404
        assert client.get("/desk/annual-report/2026.docx").status_code == 404


@pytest.mark.parametrize("year", ["1999", "2999", "x"])
def test_a_year_that_cannot_be_is_said_beside_its_field(village, year):
    assert signed_in(village.supervisor).get(f"/desk/annual-report/?year={year}").status_code == 422
