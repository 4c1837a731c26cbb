"""Archiving: an ended matter, once no clock runs; nothing is removed."""

from huiyin.matters.tick import tick
from tests.matters import stages


def test_it_is_not_archived_while_a_window_is_open(village, refused):
    matter = stages.closed_matter(village)
    with refused("还有期限在走"):
        matter.archive(by=village.actor(village.handler), keeping="ten_years")


def test_once_every_window_has_ended_it_is_archived(village):
    matter = stages.closed_matter(village)
    tick(stages.after(60).date())
    matter.archive(by=village.actor(village.handler), at=stages.after(61), keeping="ten_years")
    assert matter.stage == "archived"
    assert matter.text == stages.TEXT


def test_an_open_matter_is_not_archived(village, refused):
    matter = stages.accepted_matter(village)
    with refused("已受理"):
        matter.archive(by=village.actor(village.handler), keeping="ten_years")


def test_how_long_it_is_kept_is_one_of_three(village, refused):
    matter = stages.closed_matter(village)
    tick(stages.after(60).date())
    with refused("保管期限"):
        matter.archive(by=village.actor(village.handler), at=stages.after(61), keeping="a_week")
