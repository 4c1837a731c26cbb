"""Who may do what about a part: the lead calls it off, who assists answers it, and moves nothing of the lead's."""

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters import possible
from huiyin.matters.audit import audit
from tests.matters import stages
from tests.matters.test_assistance import asked, helped


def acts(matter, actor):
    return {move.act for move in possible.acts_open_to(matter, actor)}


@pytest.fixture
def matter(village):
    return stages.investigated_matter(village)


def test_the_lead_calls_it_off_with_a_reason(village, matter):
    one = asked(village, matter)
    matter.call_off(
        by=village.actor(village.handler), at=stages.after(2), assistance=one, reason="批文找到了"
    )
    one.refresh_from_db()
    clock = one.opened.clocks.get()
    assert (one.opened.stage, one.ended_on) == ("called_off", stages.after(2).date())
    assert (clock.ending, clock.met()) == ("void", False)
    assert audit().findings == [] and walk().breaks == []


def test_it_is_called_off_by_the_lead_alone_and_with_words(village, matter, refused):
    one = asked(village, matter)
    with refused("不在您的单位"):
        matter.call_off(by=village.actor(village.bureau_handler), assistance=one, reason="不想办")
    with refused("为什么撤销"):
        matter.call_off(by=village.actor(village.handler), assistance=one, reason=" ")


def test_that_of_another_matter_is_not_called_off_here(village, matter, refused):
    other = stages.investigated_matter(village)
    one = asked(village, other)
    with refused("这一步办不了"):
        matter.call_off(by=village.actor(village.handler), assistance=one, reason="弄错了")


@pytest.mark.parametrize(
    "act",
    ["investigate", "extend", "draft", "suspend", "withdraw", "ask_clarification", "establish", "name_party",
     "ask_assistance", "call_off", "answer_question", "correct", "void_document", "take_over", "close", "instruct"],
)  # fmt: skip
def test_who_assists_is_offered_no_act_of_the_lead(village, matter, act):
    asked(village, matter)
    by = village.actor(village.bureau_handler)
    by.post.duties = ["handle", "sign", "head", "triage", "lead", "supervise", "archive"]
    by.post.save()
    assert act not in acts(matter, by)
    assert {"assist", "note", "designate", "recuse"} <= acts(matter, by)


def test_who_assists_moves_nothing_of_the_lead(village, matter, refused):
    asked(village, matter)
    by = village.actor(village.bureau_handler)
    with refused("不在您的单位"):
        matter.draft(by=by, at=stages.START, answers=stages.answers(matter))
    with refused("不在您的单位"):
        matter.suspend(by=by, at=stages.START, reason_code="succession", reason="等")
    assert matter.stage == "investigating"


def test_who_assisted_decides_no_objection_as_a_sender_would(village, matter):
    asked(village, matter)
    helped(village, matter)
    matter.assignments.filter(is_lead=True).update(stage="objected")
    by = village.actor(village.bureau_handler)
    by.post.duties = ["triage"]
    assert "agree_objection" in acts(matter, village.actor(village.triager))
    assert "agree_objection" not in acts(matter, by)
