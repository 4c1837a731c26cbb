"""Reading a matter: its story, who owes what next, what time does to it, who looked, what an act would do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from huiyin.ledger.entry import Entry
from huiyin.matters.access import looked, offices_that_looked
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.inbox import counts, inbox
from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.matters.preview import preview
from huiyin.matters.tick import tick
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
    rows, total = inbox(village.handler, stages.START.date(), view="all")
    assert ([row.matter for row in rows], total) == ([sooner, later], 2)
    assert rows[0].days_left == 7


def test_what_is_overdue_stands_before_everything(village):
    overdue, fresh = stages.accepted_matter(village), stages.accepted_matter(village, at=stages.after(40))
    rows, _total = inbox(village.handler, stages.after(70).date(), view="mine")
    assert [row.matter for row in rows] == [overdue, fresh]
    assert rows[0].days_left < 0


def test_views_count_what_they_show(village):
    stages.accepted_matter(village)
    day = stages.after(60).date()
    counted = counts(village.handler, day)
    assert counted == {"mine": 1, "today": 0, "week": 1, "all": 1, "waiting": 0}
    assert inbox(village.handler, day, view="week")[1] == 1


def test_the_inbox_of_elsewhere_is_empty(village):
    stages.requested_review(village)
    assert inbox(village.stranger, timezone.localdate(), view="all") == ([], 0)


def test_a_review_stands_in_the_reviewers_inbox(village):
    review = stages.requested_review(village)
    rows, _total = inbox(village.reviewer, stages.START.date())
    assert [row.held for row in rows] == [review]


def test_an_act_with_a_handler_a_clock_and_a_paper_costs_nineteen_queries_and_a_savepoint(village, queries):
    matter = stages.notified_matter(village)
    handler = village.actor(village.handler)
    with queries(21):
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


def test_a_limit_that_passed_is_told_once_and_the_clock_runs_on(village):
    matter = stages.accepted_matter(village)
    first, second = tick(stages.after(70).date()), tick(stages.after(71).date())
    assert (first["lapsed"], second["lapsed"]) == (1, 0)
    assert matter.clocks.running().filter(term="handling").exists()
    assert matter.lapses.get().clock.term == "handling"


def test_an_unused_window_is_settled_once_and_the_stage_stays(village):
    matter = stages.delivered_matter(village)
    first, second = tick(stages.after(40).date()), tick(stages.after(41).date())
    assert (first["settled"], second["settled"]) == (2, 0)  # the window for review and the one for rating
    assert (matter.stage, matter.settlings.count()) == ("delivered", 1)
    assert not matter.clocks.running().exists()


def test_a_window_is_not_settled_on_its_last_day(village, refused):
    matter = stages.delivered_matter(village)
    window = matter.clocks.get(term="review-window")
    with refused("还没有过"):
        matter.settle(by=stages.Actor.system(), at=stages.after(30), clock=window)


def test_nobody_but_the_machine_settles(village, refused):
    matter = stages.delivered_matter(village)
    window = matter.clocks.get(term="review-window")
    with refused("系统"):
        matter.settle(by=village.actor(village.handler), at=stages.after(40), clock=window)


def test_a_look_is_written_once_an_hour(village):
    matter = stages.accepted_matter(village)
    handler = village.actor(village.handler)
    looked(handler, matter, purpose="办理", at=stages.START)
    looked(handler, matter, purpose="办理", at=stages.START + timedelta(minutes=20))
    looked(handler, matter, purpose="办理", at=stages.START + timedelta(hours=2))
    assert Entry.objects.filter(kind="look").count() == 2
    assert offices_that_looked(matter) == [("安平镇人民政府", stages.START + timedelta(hours=2))]


def test_a_look_does_not_touch_the_matters_own_record(village):
    matter = stages.accepted_matter(village)
    before = Matter.system.get(pk=matter.pk).version
    looked(village.actor(village.handler), matter, purpose="办理", at=stages.START)
    assert Matter.system.get(pk=matter.pk).version == before


def test_a_preview_shows_what_the_act_does_and_does_nothing(village):
    matter = stages.notified_matter(village, at=timezone.now())
    handler = village.actor(village.handler)
    seen = preview(matter, "accept", by=handler, handler=handler.post)
    assert [clock.term for clock in seen.started] == ["handling"]
    assert [paper.kind for paper in seen.documents] == ["D06"]
    assert (matter.lead.stage, Clock.objects.running().count()) == ("notified", 0)


def test_a_preview_of_an_extension_shows_both_dates(village):
    matter = stages.accepted_matter(village, at=timezone.now())
    before = matter.clocks.get(term="handling").due_on
    seen = preview(matter, "extend", by=village.actor(village.handler), days=10, reason="要等检测")
    assert [(clock.term, was) for clock, was in seen.moved] == [("handling", before)]
    assert matter.clocks.get(term="handling").due_on == before


def test_a_preview_refuses_what_the_gate_refuses(village, refused):
    matter = stages.notified_matter(village)
    with refused("不在您的单位"):
        preview(matter, "accept", by=village.actor(village.bureau_handler), handler=None)


def test_what_the_handler_may_do_next(village):
    matter = stages.notified_matter(village)
    assert {"accept", "route_out", "decline", "answer_suggestion"} <= acts(
        matter, village.actor(village.handler)
    )
    assert "accept" not in acts(matter, village.actor(village.head))


def test_a_stranger_may_do_nothing_but_what_any_counter_may(village):
    matter = stages.accepted_matter(village)
    assert acts(matter, village.actor(village.stranger)) <= {
        "supplement", "ask", "answer_question", "state_view", "correct", "reissue", "confirm_transcript",
        "transcribe", "note", "seal", "request_delivery",
    }  # fmt: skip


def test_what_a_review_offers_it_can_do(village):
    review = stages.requested_review(village)
    offered = acts(review, village.actor(village.reviewer))
    assert offered == {"decide_review"}


def test_an_extension_is_offered_to_who_may_propose_it(village):
    matter = stages.accepted_matter(village, at=timezone.now())
    assert "extend" in acts(matter, village.actor(village.handler))


def test_an_overdue_matter_offers_no_extension(village):
    matter = stages.accepted_matter(village)  # months ago
    assert "extend" not in acts(matter, village.actor(village.handler))


def test_the_audit_finds_a_stage_that_no_act_gave(village):
    matter = stages.accepted_matter(village)
    matter.assignments.filter(is_lead=True).update(stage="closed")
    assert any("stage is closed" in finding for finding in audit().findings)


def test_the_audit_finds_a_date_that_no_rule_gives(village):
    matter = stages.accepted_matter(village)
    matter.clocks.filter(term="handling").update(due_on=stages.after(300).date())
    assert any("clock handling" in finding for finding in audit().findings)


def test_the_audit_finds_an_act_that_is_not_on_record(village):
    matter = stages.accepted_matter(village)
    matter.acceptances.all().delete()
    assert any("the record says accept" in finding for finding in audit().findings)


def test_the_audit_finds_a_paper_that_is_gone(village):
    matter = stages.forwarded_matter(village)
    matter.documents.order_by("sequence").first().delete()
    assert any("number is missing" in finding for finding in audit().findings)


def test_the_audit_of_a_whole_story_is_clean(village):
    stages.closed_matter(village), stages.delivered_review(village), stages.disputed_matter(village)
    assert audit().findings == []
