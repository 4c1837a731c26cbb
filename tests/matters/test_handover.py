"""Handover: on its day an organ that ends gives all it has to its successor, with every day that it has, and only once."""

from datetime import timedelta

import pytest

from huiyin.ledger.entry import Entry
from huiyin.ledger.verify import walk
from huiyin.mailroom import audience
from huiyin.mailroom.occasion import Occasion
from huiyin.matters import handover, possible
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.inbox import inbox
from huiyin.matters.matter import Matter
from huiyin.matters.tick import CLOCKWORK, tick
from huiyin.matters.timeline import timeline
from huiyin.people.succession import Succession
from tests.matters import stages

DAY = stages.after(10)


def ends(village, old="town", new="bureau", on=DAY):
    """The old organ is merged into the new one from that day."""
    one = Succession(
        organ=getattr(village, old),
        successor=getattr(village, new),
        kind="merged",
        effective_on=on.date(),
        reason="机构改革方案",
        recorded_by=village.administrator,
    )
    one.record()
    for organ in (village.town, village.bureau, village.county, village.city_office, village.county_office):
        organ.refresh_from_db()
    return one


def handed(on=DAY):
    return handover.hand_over(on.date(), by=CLOCKWORK, at=on)


def well():
    return audit().findings == [] and walk().breaks == []


def test_before_the_day_nothing_moves(village):
    matter = stages.investigated_matter(village)
    ends(village)
    assert handed(DAY - timedelta(days=1)) == 0
    assert matter.lead.organ == village.town


def test_the_matter_goes_over_with_its_stage_its_age_and_its_dates(village):
    matter = stages.investigated_matter(village)
    before = Clock.objects.running().get(matter=matter, term="handling")
    ends(village)
    assert handed() == 1
    after = Clock.objects.running().get(matter=matter, term="handling")
    assert (after.pk, after.started_on, after.due_on) == (before.pk, before.started_on, before.due_on)
    assert (matter.lead.organ, matter.lead.stage, matter.lead.handler) == (
        village.bureau,
        "investigating",
        None,
    )
    assert matter.lead.received_on == stages.START.date()
    assert well()


def test_the_days_tick_does_it(village):
    stages.investigated_matter(village)
    ends(village)
    assert tick(DAY.date())["handed_over"] == 1


def test_a_second_time_there_is_nothing_more(village):
    matter = stages.investigated_matter(village)
    ends(village)
    handed()
    version = Matter.system.get(pk=matter.pk).version
    assert handed() == 0
    assert Matter.system.get(pk=matter.pk).version == version


def test_what_was_left_over_by_a_crash_is_handed_over_by_the_next_run(village):
    first, second = stages.investigated_matter(village), stages.forwarded_matter(village)
    one = ends(village)
    first.succeed(by=CLOCKWORK, at=DAY, succession=one)
    assert handed() == 1
    assert (first.lead.organ, second.lead.organ) == (village.bureau, village.bureau)
    assert first.handovers.count() == second.handovers.count() == 1


def test_the_successor_sees_it_and_may_go_on(village):
    matter = stages.investigated_matter(village)
    ends(village)
    handed()
    assert list(Matter.objects.visible_to(village.bureau_handler)) == [matter]
    assert not Matter.objects.visible_to(village.handler).exists()
    assert "draft" in {
        one.act for one in possible.acts_open_to(matter, village.actor(village.bureau_handler))
    }
    assert [row.matter for row in inbox(village.bureau_handler, DAY.date())] == [matter]


def test_the_petitioner_reads_who_goes_on(village):
    matter = stages.investigated_matter(village)
    ends(village)
    handed()
    says = timeline(matter, public=True)[0].says
    assert says == "因机构调整，原单位的事由明川市自然资源局接着办，期限不变，您不用重新提。"


def test_the_successor_is_told_to_name_a_handler(village):
    matter = stages.investigated_matter(village)
    ends(village)
    handed()
    entry = Entry.objects.filter(stream=matter.pk, kind="succeed").get()
    assert village.actor(village.bureau_head).post.pk in audience.posts(Occasion.of(entry))


def test_an_old_paper_keeps_its_name(village):
    matter = stages.delivered_matter(village)
    paper = matter.documents.get(kind="D17")
    ends(village)
    handed()
    paper.refresh_from_db()
    assert paper.organ == village.town


def test_a_promise_goes_over_with_its_date_though_the_matter_is_closed(village):
    matter = stages.closed_matter(village)
    due = matter.executions.get().due_on
    ends(village)
    assert handed() == 1
    promise = matter.executions.get()
    assert (promise.organ, promise.due_on, promise.done_on) == (village.bureau, due, None)
    by = village.actor(village.bureau_handler)
    matter.finish_execution(by=by, at=stages.after(12), execution=promise, evidence="渠修好了")
    assert well()


def test_a_kept_promise_stays_where_it_was_kept(village):
    matter = stages.closed_matter(village)
    by = village.actor(village.handler)
    matter.finish_execution(by=by, at=stages.after(2), execution=matter.executions.get(), evidence="照片")
    ends(village)
    assert handed() == 0
    assert matter.executions.get().organ == village.town


def test_an_open_review_goes_to_the_successor_of_its_authority(village):
    review = stages.requested_review(village)
    before = review.clocks.get().due_on
    ends(village, "county", "city")
    assert handed() == 1
    review.refresh_from_db()
    assert (review.organ, review.clocks.get().due_on) == (village.city, before)
    assert review.matter.lead.organ == village.town
    assert well()


def test_what_is_closed_the_successor_may_look_up_and_answer_for(village):
    matter = stages.closed_matter(village)
    by = village.actor(village.handler)
    matter.finish_execution(by=by, at=stages.after(2), execution=matter.executions.get(), evidence="照片")
    ends(village)
    handed()
    assert list(Matter.objects.visible_to(village.bureau_handler)) == [matter]
    matter.reopen(by=village.actor(village.bureau_handler), at=stages.after(12), facts="渠又塌了")
    assert handed(stages.after(13)) == 1
    assert matter.lead.organ == village.bureau


def test_no_officer_hands_over(village, refused):
    matter = stages.investigated_matter(village)
    one = ends(village)
    with refused("职责"):
        matter.succeed(by=village.actor(village.triager), at=DAY, succession=one)


def test_the_counts_before_are_what_moves(village):
    stages.closed_matter(village)
    stages.investigated_matter(village)
    assert handover.waiting(village.town) == {"assignments": 1, "reviews": 0, "executions": 1}


@pytest.mark.parametrize("kind", ["renamed", "merged", "abolished", "split"])
def test_every_kind_hands_over(village, kind):
    matter = stages.investigated_matter(village)
    one = ends(village)
    Succession.objects.filter(pk=one.pk).update(kind=kind)
    assert handed() == 1
    assert matter.lead.organ == village.bureau
