"""Handover where it is not plain: parts of one matter, a sender, a chain of successors, sealed matters, proposals."""

from huiyin.matters import proposal
from huiyin.matters.asking import choosable
from huiyin.matters.matter import Matter
from huiyin.people.organ import Organ
from tests.matters import stages
from tests.matters.test_handover import DAY, ends, handed, well

TASK = "查占地批文。"


def asked(village, matter, to="bureau"):
    due = stages.after(21).date()
    by = village.actor(village.handler)
    return matter.ask_assistance(by=by, at=stages.START, to=getattr(village, to), task=TASK, due_on=due)


def test_who_sent_it_is_stood_for_by_its_successor(village):
    matter = stages.objected_matter(village)
    ends(village, "city_office", "county_office")
    handed()
    by = village.actor(village.county_triager)
    matter.refuse_objection(by=by, at=DAY, reason="归镇里管")
    assert matter.stage == "forwarded"


def test_a_part_goes_over_with_its_day(village):
    matter = stages.investigated_matter(village)
    one = asked(village, matter)
    ends(village, "bureau", "county")
    assert handed() == 1
    part = matter.assignments.get(assists=True)
    assert (part.organ, part.stage, part.clocks.get().due_on) == (village.county, "assisting", one.due_on)
    matter.assist(by=village.actor(village.reviewer), at=DAY, facts="批文在档案馆")
    assert well()


def test_whose_part_it_is_now_is_who_is_waited_for_and_not_asked_twice(village, refused):
    matter = stages.investigated_matter(village)
    asked(village, matter)
    ends(village, "bureau", "county")
    handed()
    with refused("已经请这个单位协办"):
        asked(village, matter, "county")
    with refused("正在协办"):
        matter.take_over(by=village.actor(village.review_head), at=DAY, reason="我来办")
    with refused("城南县政府的协办还没有完"):
        matter.draft(by=village.actor(village.handler), at=DAY, answers=stages.answers(matter))


def test_a_part_that_merges_into_the_lead_ends(village):
    matter = stages.investigated_matter(village)
    one = asked(village, matter)
    ends(village, "bureau", "town")
    handed()
    one.refresh_from_db()
    assert (one.opened.stage, one.calling_off.reason) == (
        "called_off",
        "明川市自然资源局已由安平镇人民政府承接。",
    )
    assert matter.lead.organ == village.town
    assert well()


def test_a_lead_that_merges_into_who_assists_leads_there(village):
    matter = stages.investigated_matter(village)
    one = asked(village, matter)
    ends(village, "town", "bureau")
    assert handed() == 1
    one.refresh_from_db()
    assert one.opened.stage == "called_off"
    assert (matter.lead.organ, matter.lead.stage) == (village.bureau, "investigating")
    assert handed() == 0
    assert well()


def test_of_two_parts_that_merge_one_goes_on(village):
    matter = stages.investigated_matter(village)
    one, other = asked(village, matter), asked(village, matter, "county")
    ends(village, "bureau", "county")
    handed()
    one.opened.refresh_from_db()
    other.opened.refresh_from_db()
    assert (one.opened.stage, other.opened.stage) == ("called_off", "assisting")
    assert well()


def test_what_an_organ_had_that_was_carried_on_twice_arrives_at_the_last(village):
    matter = stages.investigated_matter(village)
    ends(village, "town", "bureau")
    ends(village, "bureau", "city", on=stages.after(11))
    assert handed(stages.after(12)) == 2
    assert matter.lead.organ == village.city


def test_a_sealed_matter_is_never_left_without_keepers(village):
    matter = stages.investigated_matter(village)
    matter.seal(by=village.actor(village.registrar), at=stages.START)
    matter.refresh_from_db()
    ends(village)
    handed()
    assert matter.lead.organ == village.bureau
    assert matter.grants.filter(post__isnull=False).count() >= 2
    assert not Matter.objects.visible_to(village.bureau_handler).exists()


def test_a_proposal_that_nobody_there_can_approve_any_more_waits_no_longer(village):
    matter = stages.investigated_matter(village)
    proposal.propose(matter, "extend", by=village.actor(village.handler), days=10, reason="等检测")
    ends(village)
    handed()
    assert not matter.proposals.filter(state="waiting").exists()


def test_the_old_organ_can_no_longer_be_chosen(village):
    matter = stages.triaged_matter(village)
    ends(village)
    assert village.town not in choosable(Organ, matter, village.actor(village.triager))


def test_it_may_still_get_a_matter_before_its_day_and_not_after(village, refused):
    one = ends(village)
    Organ.objects.filter(pk=village.town.pk).update(ended_on=stages.after(1000).date())
    village.town.refresh_from_db()
    triager = village.actor(village.triager)
    stages.triaged_matter(village).forward(by=triager, at=stages.START, to=village.town, reason="还在")
    Organ.objects.filter(pk=village.town.pk).update(ended_on=one.effective_on)
    village.town.refresh_from_db()
    with refused("已经撤并"):
        stages.triaged_matter(village).forward(by=triager, at=stages.START, to=village.town, reason="不在了")
