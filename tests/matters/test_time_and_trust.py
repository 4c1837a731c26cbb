"""What time does to a matter, who looked, what may be done next, and what the audit finds."""

from datetime import timedelta

from django.utils import timezone

from huiyin.ledger.entry import Entry
from huiyin.matters.access import looked, offices_that_looked
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.matters.preview import preview
from huiyin.matters.tick import tick
from tests.matters import stages


def acts(subject, actor) -> set[str]:
    return {move.act for move in acts_open_to(subject, actor)}


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
        "transcribe", "note", "seal", "request_recusal", "name_agent", "correct_contact",
    }  # fmt: skip


def test_what_a_review_offers_it_can_do(village):
    review = stages.requested_review(village)
    offered = acts(review, village.actor(village.reviewer))
    assert offered == {"take_review", "decide_review", "recuse", "designate", "note"}


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
