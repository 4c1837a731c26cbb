"""Hearings: called in good time, led by an outsider to the case, put on record, and never a way to gain time."""

from datetime import date, timedelta

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.possible import acts_open_to
from tests.matters import moves, stages

START = stages.START.date()
HELD = START + timedelta(days=9)


def call(village, subject, by, *, at=stages.START, **told):
    asked = moves.CALLED | {"held_on": HELD, "host": village.registrar} | told
    return subject.open_hearing(by=village.actor(by), at=at, **asked)


def record(village, subject, by, *, at, **told):
    return subject.close_hearing(by=village.actor(by), at=at, **moves.HEARD | told)


def due(subject) -> date:
    return Clock.objects.running().get(review=subject).due_on


def test_the_notice_names_time_place_panel_and_rights(village):
    matter = stages.investigated_matter(village)
    call(village, matter, village.handler)
    paper = matter.documents.get(kind="D15")
    said = str(paper.fields)
    for words in (
        "2026年3月11日 上午 9:30",
        "村委会会议室",
        village.registrar.name,
        "人大代表",
        "公开",
        "申请主持人、听证员回避",
    ):
        assert words in said
    assert paper.audience == "petitioner"


def test_an_organ_that_handles_gains_no_day_by_a_hearing(village):
    matter = stages.investigated_matter(village)
    before = Clock.objects.running().get(matter=matter, term="handling").due_on
    call(village, matter, village.handler)
    record(village, matter, village.handler, at=stages.after(9))
    assert Clock.objects.running().get(matter=matter, term="handling").due_on == before


def test_at_final_review_the_days_from_notice_to_hearing_are_not_counted(village):
    review = stages.requested_final_review(village)
    before = due(review)
    row = call(village, review, village.leader)
    assert due(review) == Clock.objects.get(review=review).computed(pauses=((START, HELD),)).due
    assert due(review) >= before + timedelta(days=10)
    assert row.told() == {"due_after": str(due(review))}
    paper = review.matter.documents.get(kind="D15")
    assert "第三十六条第二款" in paper.fields["notes"][-1]
    assert f"{due(review).month}月{due(review).day}日" in paper.fields["notes"][-1]


def test_a_hearing_that_did_not_take_place_pauses_nothing(village):
    review = stages.requested_final_review(village)
    before = due(review)
    call(village, review, village.leader)
    record(village, review, village.leader, at=stages.after(9), outcome="cancelled", conclusion="停电")
    assert due(review) == before


def test_a_record_that_is_written_late_gains_no_day(village):
    review = stages.requested_final_review(village)
    call(village, review, village.leader)
    known = due(review)
    record(village, review, village.leader, at=stages.after(20))
    assert due(review) == known


def test_a_hearing_held_earlier_gives_the_days_back(village):
    review = stages.requested_final_review(village)
    call(village, review, village.leader)
    record(village, review, village.leader, at=stages.after(9), held_on=START + timedelta(days=8))
    assert (
        due(review)
        == Clock.objects.get(review=review).computed(pauses=((START, START + timedelta(days=8)),)).due
    )


def test_two_hearings_pause_twice_and_the_record_stays_lawful(village):
    review = stages.requested_final_review(village)
    call(village, review, village.leader)
    record(village, review, village.leader, at=stages.after(9))
    call(village, review, village.leader, at=stages.after(10), held_on=START + timedelta(days=17))
    assert len(Clock.objects.get(review=review).pauses()) == 2
    assert audit().findings == [] and walk().breaks == []


def test_an_overdue_final_review_cannot_be_paused(village, refused):
    review = stages.requested_final_review(village)
    with refused("期限没有在走"):
        call(village, review, village.leader, at=stages.after(40), held_on=START + timedelta(days=50))


@pytest.mark.parametrize(("ahead", "said"), [(6, "至少提前 7 天"), (31, "30 天内开")])
def test_the_day_leaves_time_to_prepare_and_keeps_nobody_waiting(village, refused, ahead, said):
    matter = stages.investigated_matter(village)
    with refused(said):
        call(village, matter, village.handler, held_on=START + timedelta(days=ahead))


def test_who_handled_the_case_does_not_lead_its_hearing(village, refused):
    matter = stages.investigated_matter(village)
    with refused("不能主持听证"):
        call(village, matter, village.handler, host=village.handler)


def test_who_signed_the_answer_does_not_lead_the_hearing_at_final_review(village, refused):
    review = stages.requested_final_review(village)
    signed = review.matter.replies.get().through
    with refused("不能主持听证"):
        call(village, review, village.leader, host=signed)


def test_one_hearing_at_a_time(village, refused):
    matter = stages.investigated_matter(village)
    call(village, matter, village.handler)
    with refused("已经定了一次听证"):
        call(village, matter, village.handler)


def test_no_answer_is_written_over_an_open_hearing(village, refused):
    matter = stages.investigated_matter(village)
    call(village, matter, village.handler)
    with refused("听证的结果还没有记下来"):
        matter.draft(by=village.actor(village.handler), answers=stages.answers(matter, "explained"))


def test_no_final_review_is_decided_over_an_open_hearing(village, refused):
    review = stages.requested_final_review(village)
    call(village, review, village.leader)
    with refused("听证的结果还没有记下来"):
        review.decide_final_review(by=village.actor(village.leader), **stages.DECISION)


def test_a_record_says_what_was_said_and_how_the_panel_judged(village, refused):
    matter = stages.investigated_matter(village)
    call(village, matter, village.handler)
    with refused("要写明各方说了什么"):
        record(village, matter, village.handler, at=stages.after(9), statements=" ")


@pytest.mark.parametrize("day", [10, -1])
def test_it_was_held_between_the_notice_and_the_day_called(village, refused, day):
    matter = stages.investigated_matter(village)
    call(village, matter, village.handler)
    with refused("再重新告知"):
        record(village, matter, village.handler, at=stages.after(12), held_on=START + timedelta(days=day))


def test_only_what_can_be_done_is_offered(village):
    matter = stages.investigated_matter(village)
    handler = village.actor(village.handler)
    offered = {move.act for move in acts_open_to(matter, handler)}
    assert "open_hearing" in offered and "close_hearing" not in offered
    call(village, matter, village.handler)
    offered = {move.act for move in acts_open_to(matter, handler)}
    assert "close_hearing" in offered and "open_hearing" not in offered


def test_a_first_review_knows_no_hearing(village):
    review = stages.requested_review(village)
    offered = {move.act for move in acts_open_to(review, village.actor(village.reviewer))}
    assert "open_hearing" not in offered
