"""What its handler splits stays where it was accepted, by the day that was promised; nobody gets rid of it or wins a day."""

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt
from huiyin.matters.timeline import timeline
from tests.matters import stages
from tests.matters.joint import farmers, joined
from tests.matters.test_splitting import SAID, WISHES, wishes


def split(village, matter, *, days=20):
    row = matter.split(by=village.actor(village.handler), at=stages.after(days), positions="2,3", **SAID)
    return Matter.system.get(pk=row.second_id)


@pytest.fixture
def matter(village):
    return stages.accepted_matter(village, wishes=WISHES)


def dates(matter):
    running = matter.clocks.running().exclude(delivery__isnull=False).order_by("term")
    return list(running.values_list("term", "started_on", "due_on"))


@pytest.mark.parametrize("brought", [stages.accepted_matter, stages.investigated_matter])
def test_the_second_is_owed_by_the_same_organ_by_the_same_day(village, brought):
    matter = brought(village, wishes=WISHES)
    before = dates(matter)
    second = split(village, matter)
    assert (second.stage, second.lead.organ, second.lead.handler) == (
        "accepted", village.town, matter.lead.handler,
    )  # fmt: skip
    assert dates(second) == dates(matter) == before
    assert second.lead.next_due_on == matter.lead.next_due_on
    assert (second.registered_at, second.heard_on) == (matter.registered_at, matter.heard_on)
    assert wishes(second) == [(1, "补发低保"), (2, "说明停发原因")]
    assert wishes(matter) == [(1, "修好灌溉渠")]


def test_a_day_that_was_missed_stays_missed(village, matter):
    second = split(village, matter, days=70)
    assert second.clocks.overdue(stages.after(70).date()).filter(term="handling").exists()


def test_the_office_has_not_been_late_with_it(village, matter):
    second = split(village, matter, days=40)
    assert all(clock.met() for clock in second.clocks.filter(term="triage"))


def test_a_result_that_the_office_asked_for_by_a_day_is_owed_for_both(village):
    matter = stages.assigned_matter(village, wishes=WISHES)
    handler = village.actor(village.handler)
    matter.notify(by=handler, at=stages.START, route="L6", procedure="调查")
    matter.accept(by=handler, at=stages.START, handler=handler.post)
    assert {"handling", "report"} <= {term for term, _from, _to in dates(split(village, matter))}


def test_who_sees_the_one_sees_the_other_and_the_code_opens_both(village, matter):
    held = matter.receipts.get()
    second = split(village, matter)
    for officer in (village.triager, village.handler, village.head):
        assert set(Matter.objects.visible_to(officer)) == {matter, second}
    assert not Matter.objects.visible_to(village.bureau_handler).exists()
    assert second.receipts.filter(code_hmac=held.code_hmac, revoked_at=None).exists()
    assert Receipt.objects.filter(matter=second, revoked_at=None).count() == 1


def test_each_is_answered_by_itself(village, matter):
    second = split(village, matter)
    handler, at = village.actor(village.handler), stages.after(21)
    second.investigate(by=handler, at=at, plan="去民政查", due_on=stages.after(30).date())
    second.draft(by=handler, at=at, answers=stages.answers(second))
    second.sign(by=village.actor(village.second), at=at)
    assert second.documents.filter(kind="D17").count() == 1
    assert not matter.documents.filter(kind="D17").exists()
    assert audit().findings == [] and walk().breaks == []


def test_the_petitioner_reads_in_both_what_became_of_it(village, matter):
    second = split(village, matter)
    said = {line.act: line.says for line in timeline(matter, public=True)}
    assert "您说的是两件事，安平镇人民政府分开来办" in said["split"]
    said = {line.act: line.says for line in timeline(second, public=True)}
    assert said["carry_on"] == "这件是从您原来那件分出来的，仍由安平镇人民政府办，5月6日前答复您。"


def test_what_is_drafted_is_sent_back_first(village, refused):
    matter = stages.drafted_matter(village, wishes=WISHES)
    with refused("请审签的人先退回修改，再分"):
        split(village, matter)
    matter.send_back(by=village.actor(village.second), at=stages.after(2), points="是两件事")
    assert split(village, matter).stage == "accepted"


def test_what_was_extended_for_the_whole_is_not_split(village, matter, refused):
    handler, head = village.actor(village.handler), village.actor(village.head)
    matter.extend(by=handler, approved=head, at=stages.after(9), days=10, reason="要等检测")
    with refused("期限已经延过"):
        split(village, matter)


def test_it_leaves_the_join(village, matter):
    main = farmers(village)
    joined(village, matter, main)
    second = split(village, matter)
    assert Matter.system.filter(joined_to=main).count() == 0
    assert second.joined_to is None
    assert audit().findings == []


def test_an_organ_that_only_assists_does_not_split(village, matter, refused):
    lead = village.actor(village.handler)
    due = stages.after(9).date()
    matter.ask_assistance(by=lead, at=stages.after(1), to=village.bureau, task="查批文", due_on=due)
    with refused("不在您的单位"):
        matter.split(by=village.actor(village.bureau_handler), at=stages.after(2), positions="2", **SAID)
