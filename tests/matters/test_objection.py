"""Objection: once, within five working days; refused it buys no time, agreed it starts afresh elsewhere."""

from datetime import date, timedelta

from huiyin.matters.clock import Ending
from tests.matters import stages


def test_on_the_fifth_working_day_an_organ_may_still_object(village):
    matter = stages.forwarded_matter(village)
    matter.object(by=village.actor(village.handler), at=stages.after(7), reason="归自然资源局")
    assert matter.stage == "objected"


def test_on_the_sixth_working_day_it_may_not(village, refused):
    matter = stages.forwarded_matter(village)
    with refused("提出异议"):
        matter.object(by=village.actor(village.handler), at=stages.after(8), reason="归自然资源局")


def test_an_objection_stops_its_own_clock_alone(village, running):
    assert running(stages.objected_matter(village)) == {"notice-forwarded"}


def test_after_a_refusal_the_fifteen_days_count_from_the_original_receipt(village):
    matter = stages.objected_matter(village)
    matter.refuse_objection(by=village.actor(village.triager), at=stages.after(3), reason="渠在镇里管护范围")
    clock = matter.clocks.running().get(term="notice-forwarded")
    assert (clock.started_on, clock.due_on) == (date(2026, 3, 2), date(2026, 3, 17))
    assert matter.stage == "forwarded"


def test_a_refused_organ_cannot_object_again(village, refused):
    matter = stages.objected_matter(village)
    matter.refuse_objection(by=village.actor(village.triager), at=stages.START, reason="归镇里")
    with refused("提出异议"):
        matter.object(by=village.actor(village.handler), at=stages.START, reason="还是不归")


def test_an_organ_that_gets_it_back_cannot_object_a_second_time(village, refused):
    matter = stages.objected_matter(village)
    triager, bureau = village.actor(village.triager), village.actor(village.bureau_handler)
    matter.agree_objection(by=triager, at=stages.START, reason="属实", to=village.bureau)
    matter.object(by=bureau, at=stages.START, reason="归镇里")
    matter.agree_objection(by=triager, at=stages.START, reason="属实", to=village.town)
    with refused("只能提一次"):
        matter.object(by=village.actor(village.handler), at=stages.START, reason="还是不归")


def test_an_agreed_objection_voids_the_old_clocks_and_starts_new_ones(village):
    matter = stages.objected_matter(village)
    triager = village.actor(village.triager)
    matter.agree_objection(by=triager, at=stages.after(4), reason="属实", to=village.bureau)
    old = matter.clocks.get(term="notice-forwarded", assignment__organ=village.town)
    new = matter.clocks.running().filter(assignment__organ=village.bureau)
    assert old.ending == Ending.VOID
    assert dict(new.values_list("term", "started_on")) == {
        "notice-forwarded": date(2026, 3, 6),
        "objection": date(2026, 3, 6),
    }


def test_an_agreed_objection_leaves_the_total_age_as_it_was(village):
    matter = stages.objected_matter(village)
    triager = village.actor(village.triager)
    matter.agree_objection(by=triager, at=stages.after(4), reason="属实", to=village.bureau)
    matter.refresh_from_db()
    assert (matter.registered_at, matter.heard_on) == (stages.START, stages.START.date())


def test_an_agreed_objection_ends_it_at_the_first_organ(village):
    matter = stages.objected_matter(village)
    matter.agree_objection(
        by=village.actor(village.triager), at=stages.START, reason="属实", to=village.bureau
    )
    town = matter.assignments.get(organ=village.town)
    assert (town.stage, town.ended_on, matter.lead.organ) == (
        "returned",
        stages.START.date(),
        village.bureau,
    )


def test_the_next_organ_gets_a_letter_and_the_petitioner_is_told(village):
    matter = stages.objected_matter(village)
    papers = set(matter.documents.values_list("pk", flat=True))
    matter.agree_objection(
        by=village.actor(village.triager), at=stages.START, reason="属实", to=village.bureau
    )
    kinds = matter.documents.exclude(pk__in=papers).values_list("kind", flat=True)
    assert set(kinds) == {"D10", "D03", "D05"}


def test_only_the_sender_decides_on_an_objection(village, refused):
    matter = stages.objected_matter(village)
    with refused("别的单位来办"):
        matter.agree_objection(by=village.actor(village.county_triager), reason="属实", to=village.bureau)


def test_the_objecting_organ_does_not_decide_on_its_own_objection(village, refused):
    matter = stages.objected_matter(village)
    with refused("分流"):
        matter.refuse_objection(by=village.actor(village.handler), reason="自己收回")


def test_a_dispute_is_brought_before_the_one_who_can_end_it(village):
    matter = stages.disputed_matter(village)
    assert matter.stage == "dispute"
    assert matter.grants.filter(organ=village.city, reason="dispute").exists()


def test_a_superior_that_supervises_settles_a_dispute(village, running):
    matter = stages.disputed_matter(village)
    leader = village.leader.actors()[0]
    leader.post.duties = ["lead", "supervise"]
    leader.post.save()
    leader = village.actor(village.leader)
    matter.settle_dispute(by=leader, at=stages.after(2), reason="渠归局里", to=village.bureau)
    assert (matter.lead.organ, matter.stage) == (village.bureau, "forwarded")
    assert running(matter) == {"notice-forwarded"}


def test_a_petition_office_is_no_common_superior(village, refused):
    matter = stages.disputed_matter(village)
    with refused("别的单位来办"):
        matter.settle_dispute(by=village.actor(village.supervisor), reason="渠归局里", to=village.bureau)


def test_a_joint_conference_of_elsewhere_settles_nothing_here(village, refused):
    matter = stages.disputed_matter(village)
    village.elsewhere.kind = "joint_conference"
    village.elsewhere.save()
    with refused("别的单位来办"):
        matter.settle_dispute(by=village.actor(village.stranger), reason="归我", to=village.bureau)


def test_a_dispute_may_be_settled_upon_the_organ_that_objected(village):
    matter = stages.disputed_matter(village)
    conference = village.county
    conference.kind = "joint_conference"
    conference.save()
    village.review_head.actors()[0].post.holdings.all()
    reviewer = village.review_head.actors()[0]
    reviewer.post.duties = ["supervise"]
    reviewer.post.save()
    matter.settle_dispute(
        by=village.actor(village.review_head), at=stages.START, reason="归镇里", to=village.town
    )
    assert matter.lead.organ == village.town
    assert matter.assignments.open().count() == 1


def test_nobody_may_object_after_having_told(village, refused):
    matter = stages.notified_matter(village)
    with refused("已告知"):
        matter.object(by=village.actor(village.handler), at=stages.START, reason="想想还是不归")


def test_a_matter_in_dispute_keeps_growing_older(village):
    matter = stages.disputed_matter(village)
    assert matter.registered_at + timedelta(days=30) == stages.after(30)
