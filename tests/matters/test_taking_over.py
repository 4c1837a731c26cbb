"""Taking over: a superior becomes the owner, the days run on, and the organ below has it no longer."""

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.possible import acts_open_to
from huiyin.matters.timeline import timeline
from tests.matters import stages


def county(village):
    """郑怀远 of the county government, as somebody who supervises."""
    actor = village.actor(village.reviewer)
    actor.post.duties = ["supervise", "handle"]
    actor.post.save()
    return actor


def test_the_limit_that_ran_below_runs_on_above(village):
    matter = stages.investigated_matter(village)
    before = Clock.objects.running().get(matter=matter, term="handling")
    matter.take_over(by=county(village), at=stages.after(30), reason="三十天没有去看")
    after = Clock.objects.running().get(matter=matter, term="handling")
    assert (after.pk, after.started_on, after.due_on) == (before.pk, before.started_on, before.due_on)
    assert after.assignment == matter.lead
    assert matter.lead.next_due_on == after.due_on


def test_the_superior_is_the_owner_and_the_organ_below_no_longer(village):
    matter = stages.investigated_matter(village)
    matter.take_over(by=county(village), at=stages.after(30), reason="三十天没有去看")
    assert (matter.lead.organ, matter.lead.stage) == (village.county, "accepted")
    assert not {move.act for move in acts_open_to(matter, village.actor(village.handler))} & {
        "draft",
        "investigate",
    }
    assert audit().findings == [] and walk().breaks == []


def test_what_was_not_yet_notified_is_still_owed_within_the_first_fifteen_days(village):
    matter = stages.forwarded_matter(village)
    before = Clock.objects.running().get(matter=matter, term="notice-forwarded").due_on
    matter.take_over(by=county(village), at=stages.after(2), reason="镇里不理")
    assert matter.lead.stage == "forwarded"
    assert Clock.objects.running().get(assignment=matter.lead, term="notice-forwarded").due_on == before


def test_an_organ_beside_cannot_take_it(village, refused):
    matter = stages.investigated_matter(village)
    beside = village.actor(village.bureau_handler)
    beside.post.duties = ["supervise"]
    beside.post.save()
    with refused("不在您的单位"):
        matter.take_over(by=beside, reason="我来")


def test_the_petitioner_reads_from_whom_to_whom(village):
    matter = stages.investigated_matter(village)
    matter.take_over(by=county(village), at=stages.after(30), reason="三十天没有去看")
    says = next(line.says for line in timeline(matter, public=True) if line.act == "take_over")
    assert village.county.name in says and village.town.name in says
