"""Suspension and resumption: on a reason the rule set knows, opened and closed by an act, while the clocks run on."""

from tests.matters import stages

WHY = {"reason_code": "succession", "reason": "信访人去世，等子女表示。"}


def test_a_suspension_leaves_stage_and_clocks_as_they_are(village, running):
    matter = stages.accepted_matter(village)
    before = matter.clocks.get(term="handling").due_on
    matter.suspend(by=village.actor(village.handler), **WHY)
    assert (matter.stage, matter.clocks.get(term="handling").due_on) == ("accepted", before)


def test_it_is_suspended_once(village, refused):
    matter = stages.accepted_matter(village)
    matter.suspend(by=village.actor(village.handler), **WHY)
    with refused("先恢复"):
        matter.suspend(by=village.actor(village.handler), **WHY)


def test_resuming_closes_the_suspension(village):
    matter = stages.accepted_matter(village)
    matter.suspend(by=village.actor(village.handler), at=stages.START, **WHY)
    matter.resume(by=village.actor(village.handler), at=stages.after(5), reason="儿子继续")
    assert matter.suspensions.get().resumed_on == stages.after(5).date()


def test_nothing_is_resumed_that_was_not_suspended(village, refused):
    matter = stages.accepted_matter(village)
    with refused("没有中止"):
        matter.resume(by=village.actor(village.handler), reason="继续")


def test_convenience_is_no_reason(village, refused):
    matter = stages.accepted_matter(village)
    with refused("原因"):
        matter.suspend(by=village.actor(village.handler), reason_code="busy", reason="人手不够")
