"""Proposals: one waits at a time, a second officer decides once, and never the proposer."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.ledger.entry import Entry
from huiyin.matters.errors import Overtaken
from huiyin.matters.proposal import Proposal, propose
from tests.matters import stages


@pytest.fixture
def matter(village):
    return stages.accepted_matter(village, at=timezone.now())


@pytest.fixture
def waiting(village, matter):
    return propose(matter, "extend", by=village.actor(village.handler), days=10, reason="要等检测")


def test_a_proposal_changes_nothing_yet(village, waiting, matter):
    assert matter.extensions.count() == 0
    assert not Entry.objects.filter(stream=matter.pk, kind="extend").exists()


def test_the_second_approval_is_told_that_it_was_overtaken(village, waiting, matter):
    slower = Proposal.objects.get(pk=waiting.pk)
    waiting.approve(by=village.actor(village.head))
    with pytest.raises(Overtaken, match="已经有人处理"):
        slower.approve(by=village.actor(village.head))
    assert matter.extensions.count() == 1


def test_the_proposer_does_not_approve(village, waiting, refused):
    with refused("不能是同一个人"):
        waiting.approve(by=village.actor(village.handler))


def test_the_database_itself_refuses_a_proposer_who_decides(village, waiting):
    with pytest.raises(IntegrityError, match="proposer_does_not_decide"), transaction.atomic():
        Proposal.objects.filter(pk=waiting.pk).update(decided_by=village.handler)


def test_an_approval_that_the_gate_refuses_stays_waiting(village, waiting, refused):
    with refused("批准人"):
        waiting.approve(by=village.actor(village.second))
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_sending_back_says_in_which_points(village, waiting):
    waiting.send_back(by=village.actor(village.head), points="理由太笼统")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.points) == ("sent_back", "理由太笼统")


def test_sending_back_without_points_is_refused(village, waiting, refused):
    with refused("改哪几处"):
        waiting.send_back(by=village.actor(village.head), points=" ")


@pytest.mark.parametrize("part", ["second", "bureau_head", "stranger", "triager"])
def test_nobody_sends_back_who_could_not_approve(village, waiting, refused, part):
    with refused("批准人"):
        waiting.send_back(by=village.actor(getattr(village, part)), points="不行")


def test_a_sent_back_act_can_be_proposed_again(village, waiting, matter):
    waiting.send_back(by=village.actor(village.head), points="理由太笼统")
    again = propose(matter, "extend", by=village.actor(village.handler), days=10, reason="土壤检测要十天")
    assert again.state == "waiting"


def test_one_act_waits_once(village, waiting, matter, refused):
    with refused("正等着批"):
        propose(matter, "extend", by=village.actor(village.handler), days=5, reason="再要五天")


def test_who_could_not_do_it_does_not_propose_it(village, matter, refused):
    with refused("不在您的单位"):
        propose(matter, "extend", by=village.actor(village.bureau_handler), days=10, reason="要等检测")


def test_what_needs_no_second_officer_is_not_proposed(village, matter, refused):
    with refused("不用报批"):
        propose(matter, "note", by=village.actor(village.handler), words="去看过")


def test_the_reason_of_a_proposal_is_sealed(village, waiting):
    assert Proposal.objects.get(pk=waiting.pk).asked == {"days": 10, "reason": "要等检测"}
