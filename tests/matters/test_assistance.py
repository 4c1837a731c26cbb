"""Assistance: one organ leads and answers, others give their part by a day of their own, and no part is passed over."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from huiyin.ledger.verify import walk
from huiyin.matters import inbox
from huiyin.matters.audit import audit
from huiyin.matters.matter import Matter
from huiyin.matters.timeline import timeline
from huiyin.people.actor import Actor
from tests.matters import stages

TASK = "查渠占的地是谁批的，附批文。"
FOUND = "2011 年市里批的，批文在档案馆。"
DUE = stages.after(21).date()


def asked(village, matter, to="bureau", due=DUE, at=stages.START, **told):
    handler = village.actor(village.handler)
    return matter.ask_assistance(by=handler, at=at, to=getattr(village, to), task=TASK, due_on=due, **told)


def helped(village, matter, at=stages.START):
    return matter.assist(by=village.actor(village.bureau_handler), at=at, facts=FOUND)


@pytest.fixture
def matter(village):
    return stages.investigated_matter(village)


def test_the_part_is_an_assignment_that_does_not_lead_with_a_clock_of_its_own(village, matter):
    one = asked(village, matter)
    part = one.opened
    assert (part.organ, part.stage, part.is_lead, part.assists) == (village.bureau, "assisting", False, True)
    clock = part.clocks.get()
    assert (clock.term, clock.started_on, clock.due_on) == ("assistance", stages.START.date(), one.due_on)
    part.refresh_from_db()
    assert part.next_due_on == one.due_on
    assert matter.lead.organ == village.town
    assert audit().findings == [] and walk().breaks == []


def test_the_days_of_the_lead_run_on(village, matter):
    before = matter.clocks.get(term="handling").due_on
    asked(village, matter)
    assert matter.clocks.running().get(term="handling").due_on == before


def test_the_assisting_organ_sees_the_matter_and_has_it_among_what_is_due(village, matter):
    assert not Matter.objects.visible_to(village.bureau_handler).exists()
    one = asked(village, matter)
    assert list(Matter.objects.visible_to(village.bureau_handler)) == [matter]
    rows = inbox.inbox(village.bureau_handler, stages.START.date())
    assert [(row.held.pk, row.clock.due_on, row.hops) for row in rows] == [(one.opened_id, one.due_on, 1)]


def test_a_day_after_the_leads_own_is_refused(village, matter, refused):
    last = matter.clocks.get(term="handling").due_on
    with refused("不能晚于答复期限"):
        asked(village, matter, due=last + timedelta(days=1))
    assert asked(village, matter, due=last).due_on == last


def test_the_short_way_binds_the_day_too(village, refused):
    matter = stages.forwarded_matter(village)
    handler = village.actor(village.handler)
    easy = dict.fromkeys(
        ("perhaps_not_supported", "other_procedure", "several_responsible", "major_or_joint"), False
    )
    matter.accept_simplified(by=handler, at=stages.START, handler=handler.post, suits="clear", **easy)
    with refused("不能晚于答复期限"):
        asked(village, matter)


def test_today_is_no_day_to_be_done_by(village, matter, refused):
    with refused("今天之后"):
        asked(village, matter, due=stages.START.date())


def test_a_lead_that_is_late_itself_may_still_ask(village, matter):
    late = stages.after(80)
    assert asked(village, matter, at=late, due=stages.after(90).date()).ended_on is None


def test_several_are_asked_at_once_and_each_once_at_a_time(village, matter, refused):
    asked(village, matter)
    asked(village, matter, to="county")
    with refused("已经请这个单位协办"):
        asked(village, matter)
    helped(village, matter)
    assert asked(village, matter).ended_on is None


def test_nobody_asks_oneself_or_who_supervises(village, matter, refused):
    with refused("不能请自己协办"):
        asked(village, matter, to="town")
    with refused("管督办，不协办"):
        asked(village, matter, to="city_office")


def test_who_has_ended_is_not_asked(village, matter, refused):
    village.bureau.ended_on = stages.START.date()
    village.bureau.save()
    with refused("已经撤并"):
        asked(village, matter)


def test_what_is_sealed_goes_to_nobody(village, matter, refused):
    matter.seal(by=village.actor(village.registrar), at=stages.START)
    keeper = village.actor(village.keeper)
    with refused("封存的检举控告"):
        matter.ask_assistance(by=keeper, at=stages.START, to=village.bureau, task=TASK, due_on=DUE)


def test_another_organ_does_not_ask_for_the_lead(village, matter, refused):
    asked(village, matter)
    by = village.actor(village.bureau_handler)
    with refused("不在您的单位"):
        matter.ask_assistance(by=by, at=stages.START, to=village.county, task=TASK, due_on=DUE)


def test_the_answer_stops_the_clock_ends_the_part_and_tells_the_lead(village, matter):
    one = asked(village, matter)
    answer = helped(village, matter, at=stages.after(3))
    one.opened.refresh_from_db()
    one.refresh_from_db()
    assert (one.opened.stage, one.opened.ended_on) == ("assisted", stages.after(3).date())
    assert one.opened.clocks.get().met() and one.opened.next_due_on is None
    assert (one.ended_on, answer.assistance) == (stages.after(3).date(), one)
    assert matter.stage == "investigating"
    assert audit().findings == [] and walk().breaks == []


def test_it_is_answered_once(village, matter, refused):
    asked(village, matter)
    helped(village, matter)
    with refused("这一步办不了"):
        helped(village, matter)


def test_the_assisting_organ_names_its_own_handler(village, matter):
    one = asked(village, matter)
    post = village.actor(village.bureau_handler).post
    matter.designate(by=village.actor(village.bureau_handler), at=stages.START, handler=post)
    one.opened.refresh_from_db()
    assert one.opened.handler == post
    assert matter.lead.handler == village.actor(village.handler).post


def test_the_petitioner_reads_who_assists_and_by_when(village, matter):
    asked(village, matter)
    helped(village, matter)
    says = {line.act: line.says for line in timeline(matter, public=True)}
    assert says["ask_assistance"] == (
        "安平镇人民政府请明川市自然资源局协办，明川市自然资源局在3月23日前告诉它查到的情况；答复您的期限不变。"
    )
    assert says["assist"] == "明川市自然资源局把协办查到的情况告诉了安平镇人民政府。"


def test_a_second_open_request_to_one_organ_cannot_be_written(village, matter):
    one = asked(village, matter)
    one.pk, one.number = None, one.number + 100
    with pytest.raises(IntegrityError):
        one.save(force_insert=True)


def test_who_assists_can_never_lead(village, matter):
    part = asked(village, matter).opened
    matter.assignments.filter(is_lead=True).update(is_lead=False)
    part.is_lead = True
    with pytest.raises(IntegrityError):
        part.save()


def test_the_system_is_nobody_who_asks(village, matter, refused):
    with refused("职责"):
        matter.ask_assistance(by=Actor.system(), at=stages.START, to=village.bureau, task=TASK, due_on=DUE)


def test_asking_stays_within_the_queries_of_an_act(village, matter, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        asked(village, matter)


def test_answering_stays_within_the_queries_of_an_act(village, matter, django_assert_max_num_queries):
    asked(village, matter)
    with django_assert_max_num_queries(30):
        helped(village, matter)
