"""Extension: before the day comes, thirty days in all, on the head's approval, told word for word."""

from datetime import date

import pytest
from django.utils import timezone

from huiyin.matters.proposal import propose
from tests.matters import stages


@pytest.fixture
def people(village):
    return {"by": village.actor(village.handler), "approved": village.actor(village.head)}


def test_an_extension_moves_the_date_counted_from_the_start(village, people):
    matter = stages.accepted_matter(village)
    row = matter.extend(**people, at=stages.after(30), days=10, reason="要等土壤检测")
    clock = matter.clocks.get(term="handling")
    assert (clock.raw_on, clock.due_on) == (date(2026, 5, 11), date(2026, 5, 11))
    assert (row.due_before, row.due_after) == (date(2026, 5, 6), date(2026, 5, 11))


def test_several_extensions_add_up_to_thirty_days_at_most(village, people, refused):
    matter = stages.accepted_matter(village)
    matter.extend(**people, at=stages.after(10), days=20, reason="要等检测")
    matter.extend(**people, at=stages.after(20), days=10, reason="检测延误")
    with refused("最多共延长30天") as told:
        matter.extend(**people, at=stages.after(30), days=1, reason="还要一天")
    assert told.value.field == "days"
    assert matter.clocks.get(term="handling").raw_on == date(2026, 5, 31)


def test_no_extension_once_the_day_has_passed(village, people, refused):
    matter = stages.accepted_matter(village)
    with refused("“办理”的期限"):
        matter.extend(**people, at=stages.after(66), days=10, reason="忘了")


def test_on_the_last_day_it_can_still_be_extended(village, people):
    matter = stages.accepted_matter(village)
    matter.extend(**people, at=stages.after(65), days=10, reason="要等检测")
    assert matter.extensions.count() == 1


def test_an_extension_has_days(village, people, refused):
    matter = stages.accepted_matter(village)
    with refused("延期至少一天"):
        matter.extend(**people, at=stages.START, days=0, reason="要等检测")


def test_an_extension_needs_a_reason(village, people, refused):
    matter = stages.accepted_matter(village)
    with refused("理由"):
        matter.extend(**people, at=stages.START, days=10, reason=" ")
    assert matter.clocks.get(term="handling").raw_on == date(2026, 5, 1)


def test_nobody_extends_alone(village, refused):
    matter = stages.accepted_matter(village)
    with refused("请先报批"):
        matter.extend(by=village.actor(village.handler), at=stages.START, days=10, reason="要等检测")


def test_a_deputy_does_not_approve_in_the_heads_place(village, refused):
    matter = stages.accepted_matter(village)
    people = {"by": village.actor(village.handler), "approved": village.actor(village.second)}
    with refused("批准人"):
        matter.extend(**people, at=stages.START, days=10, reason="要等检测")


def test_the_head_of_another_organ_does_not_approve(village, refused):
    matter = stages.accepted_matter(village)
    people = {"by": village.actor(village.handler), "approved": village.actor(village.bureau_head)}
    with refused("批准人"):
        matter.extend(**people, at=stages.START, days=10, reason="要等检测")


def test_the_notice_gives_both_dates_the_reason_and_the_approver(village, people):
    matter = stages.accepted_matter(village)
    matter.extend(**people, at=stages.START, days=10, reason="要等土壤检测")
    said = "".join(words for _kind, words in matter.documents.get(kind="D12").fields["blocks"])
    assert "2026年5月6日" in said and "2026年5月11日" in said
    assert "要等土壤检测" in said and "镇长" in said


def test_a_proposal_waits_for_the_head_and_is_done_on_approval(village):
    matter = stages.accepted_matter(village, at=timezone.now())
    asked = propose(matter, "extend", by=village.actor(village.handler), days=10, reason="要等检测")
    row = asked.approve(by=village.actor(village.head))
    asked.refresh_from_db()
    assert (asked.state, row.approved_through) == ("approved", village.head)
    assert matter.extensions.get().days == 10
