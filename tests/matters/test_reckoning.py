"""How a date came about: every day that was added, left out or passed over can be counted again by hand."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import override

from huiyin.matters.reckoning import reckonings
from tests.matters import moves, stages


def of_term(matter, term):
    return next(row for row in reckonings(matter) if row.term == term)


def test_a_term_says_from_which_day_how_long_and_by_which_article(village):
    row = of_term(stages.accepted_matter(village), "办理")
    assert dict(row.lines)["从哪天起（当天不算）"] == "2026年3月2日"
    assert dict(row.lines)["多长"].startswith("60 天")
    assert "第三十四条" in row.law and row.owner == village.town.name
    assert not row.ended


def test_the_rest_days_that_were_passed_over_are_named(village):
    before_spring_festival = datetime(2025, 1, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    matter = stages.registered_matter(village, at=before_spring_festival)  # V1 of the golden vectors
    (row,) = reckonings(matter)
    said = dict(row.lines)
    assert (said["数下来是"], row.due) == ("2025年2月4日", "2025年2月5日")
    assert said["遇休息日顺延"] == "2月4日（春节）"


def test_working_days_name_what_they_skip(village):
    matter = stages.forwarded_matter(village)
    row = of_term(matter, "提出异议")
    assert dict(row.lines)["多长"] == "5 个工作日"
    assert dict(row.lines)["跳过的休息日"] == "3月7日、3月8日"


def test_extensions_and_pauses_stand_in_it(village):
    matter = stages.investigated_matter(village)
    by, head = village.actor(village.handler), village.actor(village.head)
    matter.extend(by=by, approved=head, at=stages.START, days=10, reason="要等检测")
    assert dict(of_term(matter, "办理").lines)["批准延期"].startswith("10 天")
    review = stages.requested_final_review(village)
    called = moves.CALLED | {"held_on": stages.START.date() + timedelta(days=9), "host": village.registrar}
    review.open_hearing(by=village.actor(village.leader), at=stages.START, **called)
    assert (
        dict(of_term(review.matter, "复核").lines)["不计算的时间"] == "2026年3月2日至2026年3月11日，共 10 天"
    )


def test_a_clock_that_stands_still_says_since_when_and_why(village):
    matter = stages.delivered_matter(village)
    assert "停下" in of_term(matter, "办理").ended


def test_what_organs_owe_each_other_is_not_the_petitioners(village):
    matter = stages.assigned_matter(village)
    terms = {row.term for row in reckonings(matter, owed_to_petitioner=True)}
    assert not {"提出异议", "交办反馈"} & terms and terms


def test_it_can_be_read_in_english(village):
    matter = stages.accepted_matter(village)
    with override("en"):
        row = next(row for row in reckonings(matter) if row.term == "Handling")
        assert "2 March 2026" in dict(row.lines).values() and "Art. 34" in row.law
