"""Reading a matter: its story, who owes what next, what time does to it, who looked, what an act would do."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from huiyin.matters.inbox import counts, inbox
from huiyin.matters.possible import acts_open_to
from huiyin.matters.timeline import timeline
from tests.matters import stages


@pytest.fixture
def queries(django_assert_max_num_queries):
    return django_assert_max_num_queries


def acts(subject, actor) -> set[str]:
    return {move.act for move in acts_open_to(subject, actor)}


def test_the_story_is_told_newest_first_with_its_papers(village):
    lines = timeline(stages.accepted_matter(village), public=True)
    assert [line.act for line in lines] == ["accept", "notify", "forward", "register"]
    assert [paper.kind for paper in lines[0].documents] == ["D06"]


def test_every_public_line_is_a_sentence_without_blanks(village):
    lines = timeline(stages.closed_matter(village), public=True)
    assert [line.act for line in lines if not line.says or "…" in line.says or "{" in line.says] == []


def test_the_story_can_be_told_in_english(village):
    matter = stages.accepted_matter(village)
    with translation.override("en"):
        lines = timeline(matter, public=True)
    assert all(line.says and line.label for line in lines)
    assert "accepted" in lines[0].says.lower()


def test_internal_papers_and_letters_between_organs_are_not_for_the_public(village):
    lines = timeline(stages.delivered_matter(village), public=True)
    assert {paper.audience for line in lines for paper in line.documents} == {"petitioner"}


def test_the_story_includes_the_reviews(village):
    matter = stages.delivered_review(village).matter
    assert {"request_review", "decide_review", "deliver_review"} <= {
        line.act for line in timeline(matter, public=True)
    }


def test_a_long_story_costs_no_more_queries_than_a_short_one(village):
    short, long = stages.registered_matter(village), stages.closed_matter(village)
    with CaptureQueriesContext(connection) as few:
        timeline(short, public=False)
    with CaptureQueriesContext(connection) as many:
        timeline(long, public=False)
    assert len(many) <= max(len(few) + 1, 8)


def test_the_inbox_costs_the_same_for_one_row_and_for_many(village, queries):
    stages.accepted_matter(village), stages.accepted_matter(village), stages.replied_matter(village)
    officer = type(village.handler).objects.get(pk=village.handler.pk)
    with queries(12):
        inbox(officer, timezone.localdate(), view="all")
        counts(officer, timezone.localdate())


def test_what_is_due_first_stands_first(village):
    later = stages.accepted_matter(village)
    sooner = stages.forwarded_matter(village)
    rows = inbox(village.handler, stages.START.date(), view="all")
    assert [row.matter for row in rows] == [sooner, later]
    assert rows[0].days_left == 7


def test_what_is_overdue_stands_before_everything(village):
    overdue, fresh = stages.accepted_matter(village), stages.accepted_matter(village, at=stages.after(40))
    rows = inbox(village.handler, stages.after(70).date(), view="mine")
    assert [row.matter for row in rows] == [overdue, fresh]
    assert rows[0].days_left < 0


def test_views_count_what_they_show(village):
    stages.accepted_matter(village)
    day = stages.after(60).date()
    counted = counts(village.handler, day)
    assert counted == {"mine": 1, "today": 0, "week": 1, "all": 1, "waiting": 0}
    assert len(inbox(village.handler, day, view="week")) == 1


def test_the_inbox_of_elsewhere_is_empty(village):
    stages.requested_review(village)
    assert inbox(village.stranger, timezone.localdate(), view="all") == []


def test_a_review_stands_in_the_reviewers_inbox(village):
    review = stages.requested_review(village)
    rows = inbox(village.reviewer, stages.START.date())
    assert [row.held for row in rows] == [review]


def test_an_act_with_a_handler_a_clock_and_a_paper_costs_eighteen_queries_and_a_savepoint(village, queries):
    matter = stages.notified_matter(village)
    handler = village.actor(village.handler)
    with queries(20):
        matter.accept(by=handler, at=stages.START, handler=handler.post)


def test_registering_costs_the_same_whatever_was_registered_before(village):
    stages.registered_matter(village)
    with CaptureQueriesContext(connection) as few:
        stages.registered_matter(village)
    stages.registered_matter(village), stages.registered_matter(village)
    with CaptureQueriesContext(connection) as many:
        stages.registered_matter(village)
    assert len(many) == len(few) <= 36


def test_a_light_act_costs_nine_queries_and_a_savepoint(village, queries):
    matter = stages.accepted_matter(village)
    handler = village.actor(village.handler)
    with queries(11):
        matter.note(by=handler, words="去看过")
