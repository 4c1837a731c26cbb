"""What becomes of an open part: the answer must say why it did not wait, and whatever ends the handling ends the part."""

from datetime import timedelta

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.matter import Matter
from huiyin.matters.tick import tick
from huiyin.matters.timeline import timeline
from tests.matters import stages
from tests.matters.test_assistance import DUE, FOUND, asked, helped


def drafted(village, matter, **told):
    answers = stages.answers(matter)
    return matter.draft(by=village.actor(village.handler), at=stages.after(5), answers=answers, **told)


@pytest.fixture
def matter(village):
    return stages.investigated_matter(village)


def test_the_lead_may_not_answer_over_an_open_part_without_a_reason(village, matter, refused):
    asked(village, matter)
    with refused("市自然资源局的协办还没有完") as told:
        drafted(village, matter)
    assert told.value.field == "despite"
    assert drafted(village, matter, despite="批文已在档案馆查到").despite == "批文已在档案馆查到"


def test_with_nothing_open_no_reason_is_kept(village, matter):
    asked(village, matter)
    helped(village, matter)
    assert drafted(village, matter, despite="多写的").despite == ""


def test_once_signed_no_part_is_open_and_the_petitioner_reads_why(village, matter):
    one = asked(village, matter)
    drafted(village, matter, despite="批文已在档案馆查到")
    assert matter.open_assistances().get() == one
    matter.sign(by=village.actor(village.second), at=stages.after(6))
    one.refresh_from_db()
    assert (one.opened.stage, one.calling_off.reason) == ("called_off", "批文已在档案馆查到")
    says = {line.act: line.says for line in timeline(matter, public=True)}
    assert says["call_off"] == "安平镇人民政府不再等明川市自然资源局协办。"
    assert audit().findings == [] and walk().breaks == []


def test_an_answer_may_still_come_while_the_draft_waits_for_signature(village, matter):
    asked(village, matter)
    drafted(village, matter, despite="期限要到了")
    assert helped(village, matter, at=stages.after(6)).facts == FOUND


def test_withdrawing_ends_every_part(village, matter, running):
    one = asked(village, matter)
    matter.withdraw(by=stages.PETITIONER, at=stages.after(2))
    one.refresh_from_db()
    assert one.opened.stage == "called_off"
    assert running(matter) == set()
    assert audit().findings == [] and walk().breaks == []


def test_suspending_stops_no_part(village, matter, running):
    asked(village, matter)
    matter.suspend(
        by=village.actor(village.handler), at=stages.START, reason_code="succession", reason="等子女"
    )
    assert running(matter) == {"handling", "assistance"}


def test_a_superior_that_takes_over_leads_and_the_parts_go_on(village, matter):
    one = asked(village, matter)
    county = village.actor(village.review_head)
    matter.take_over(by=county, at=stages.after(2), reason="三十天没有去看")
    assert matter.open_assistances().get() == one
    helped(village, matter, at=stages.after(3))
    assert one.opened.clocks.get().met()
    assert audit().findings == [] and walk().breaks == []


def test_a_superior_that_assists_first_gives_its_part(village, matter, refused):
    asked(village, matter, to="county")
    with refused("正在协办"):
        matter.take_over(by=village.actor(village.review_head), at=stages.START, reason="我来办")


def test_sealing_ends_the_part_and_takes_its_words(village, matter):
    one = asked(village, matter)
    matter.seal(by=village.actor(village.registrar), at=stages.START, title="渠坏了", extract="请修渠。")
    one.refresh_from_db()
    assert (one.task, one.opened.stage) == ("", "called_off")
    assert audit().findings == [] and walk().breaks == []


def test_what_is_sealed_as_a_whole_is_seen_by_no_assisting_organ(village, matter):
    one = asked(village, matter)
    matter.seal(by=village.actor(village.registrar), at=stages.START)
    one.refresh_from_db()
    assert one.ended_on is not None
    assert not Matter.objects.visible_to(village.bureau_handler).exists()


def test_a_day_that_passes_is_told_once_and_the_part_stays_owed(village, matter):
    one = asked(village, matter)
    overdue = DUE + timedelta(days=2)
    assert tick(overdue)["lapsed"] == 1
    assert tick(overdue)["lapsed"] == 0
    told = timeline(matter, public=False)[0]
    assert (told.act, told.says) == ("lapse", "明川市自然资源局超过了应办的日期，已提醒并督办。")
    assert helped(village, matter, at=stages.after(25)).assistance == one
