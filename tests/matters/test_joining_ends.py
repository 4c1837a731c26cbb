"""What ends a join by itself, and what is taken out of every record when one of them is put under seal."""

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.timeline import timeline
from tests.matters import stages
from tests.matters.joint import WHY, clocks, farmers, fresh, joined, said, suspended


@pytest.fixture
def main(village):
    return stages.accepted_matter(village)


@pytest.fixture
def matter(village):
    return farmers(village)


LEAVES = {
    "seal": lambda v, m: m.seal(by=v.actor(v.registrar), at=stages.after(5), reason="有举报"),
    "suspend": suspended,
    "withdraw": lambda v, m: m.withdraw(by=stages.PETITIONER, at=stages.after(5)),
    "take_over": lambda v, m: m.take_over(by=v.actor(v.review_head), at=stages.after(5), reason="拖"),
}


@pytest.mark.parametrize("act", LEAVES)
def test_what_is_no_longer_handled_there_leaves_by_itself_and_is_told(village, main, matter, act):
    joined(village, matter, main)
    LEAVES[act](village, matter)
    assert fresh(matter).joined_to is None
    assert matter.unjoinings.get().by_post is None
    assert not said(main, "let_go").fields.get("reason")
    assert audit().findings == [] and walk().breaks == []


@pytest.mark.parametrize("act", LEAVES)
def test_when_the_main_one_goes_all_go_their_own_ways_in_time(village, main, matter, act):
    before = clocks(matter)
    joined(village, matter, main)
    LEAVES[act](village, main)
    assert fresh(matter).joined_to is None
    assert said(matter, "unjoin").fields["reason"] == "一起办的那一件有了变动，不影响您这一件。"
    assert clocks(matter) == before
    assert audit().findings == [] and walk().breaks == []


def test_sealing_takes_the_reasons_that_may_quote_it_out_of_the_others_record(village, main, matter):
    joined(village, matter, main)
    main.seal(by=village.actor(village.registrar), at=stages.after(5), reason="有举报")
    assert matter.joinings.get().reason == ""
    assert WHY not in repr(timeline(fresh(matter), public=False))


def test_sealing_takes_them_out_of_the_main_ones_record_too(village, main, matter):
    joined(village, matter, main)
    matter.seal(by=village.actor(village.registrar), at=stages.after(5), reason="有举报")
    assert {note.reason for note in main.joined_notes.all()} == {""}
    assert WHY not in repr(timeline(fresh(main), public=False))


def test_the_open_half_of_what_was_sealed_is_joined_to_nothing(village, main, matter):
    joined(village, matter, main)
    matter.seal(by=village.actor(village.registrar), at=stages.after(5), title="渠坏了", extract="请修渠。")
    assert (fresh(matter).sealed, fresh(matter).joined_to) == (False, None)
    assert matter.joinings.get().reason == ""
