"""The annual report says of what came in what counting says: of visits together, of halves, of a postmark."""

from datetime import date

import pytest

from huiyin.insight.annual_numbers import most_complained_of
from huiyin.insight.counting import counts, counts_by
from huiyin.matters.matter import Matter
from tests.insight.test_annual_report import YEAR, line_of, told, visited
from tests.matters import stages

pytestmark = pytest.mark.django_db


def told_by_counting(village, column=None):
    """The numbers of 来访 or of everything, as the report says them."""
    asked = (Matter.objects.visible_to(village.triager), YEAR.since, YEAR.until)
    found = counts_by(*asked, column)["visit"] if column else counts(*asked)
    return f"{found.submissions}件次，其中来访{found.batches}批次、{found.people}人次"


def test_the_report_counts_a_visit_received_together_and_a_split_petition_as_counting_does(village):
    visited(village, 5)
    live = stages.accepted_matter(village, channel="visit", people_count=12)
    again = stages.triaged_matter(village, channel="visit", people_count=11)
    again.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一批人")
    both = stages.triaged_matter(village, channel="visit", people_count=6, wishes=("修渠", "补低保"))
    told_apart = {"title": "低保", "text": "停发了。", "reason": "两件事"}
    both.split(by=village.actor(village.triager), at=stages.START, positions="2", **told_apart)
    lines = told(village)
    assert told_by_counting(village) == "7件次，其中来访7批次、38人次"
    assert line_of(lines, "共登记").startswith(f"共登记{told_by_counting(village)}。")
    assert line_of(lines, "来访").endswith(told_by_counting(village, "channel"))


def test_a_letter_postmarked_in_the_year_before_is_in_the_report_of_that_year(village):
    stages.registered_matter(village, channel="letter", postmarked_on=date(2025, 12, 30))
    assert counts(Matter.objects.visible_to(village.triager), YEAR.since, YEAR.until).submissions == 0
    assert line_of(told(village), "共登记") == "共登记0件次。按信访日期（来信按邮戳）统计，含重复信访。"
    assert line_of(told(village, year=2025), "共登记").startswith("共登记1件次。")


def test_a_matter_that_came_again_is_one_that_complains_of_an_organ(village):
    for _each in range(4):
        stages.forwarded_matter(village, named=(village.town,))
    live = stages.accepted_matter(village, named=(village.town,))
    again = stages.triaged_matter(village, named=(village.town,))
    again.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一件事")
    (town,) = most_complained_of(Matter.objects.visible_to(village.triager), YEAR)
    assert (town.organ, town.matters) == (village.town, 5)
