"""Sealing: at triage or later, whole or with an extract, in one transaction, and nobody who is named learns of it."""

import pytest

from huiyin.ledger.payload import Payload
from huiyin.ledger.pending import Pending
from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.inbox import inbox
from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt
from huiyin.matters.search import Words
from tests.matters import stages

CANARY = "收了砂石老板四万元"
EXTRACT = {"title": "砂石场扬尘", "extract": "请治理砂石场扬尘。"}


def test_a_yes_without_an_extract_seals_the_whole(village):
    matter = stages.registered_matter(village, text=CANARY)
    matter.triage(by=village.actor(village.triager), kind="accusation", reports_wrongdoing=True)
    assert (matter.sealed, matter.number) == (True, None)
    assert not Words.objects.filter(matter=matter).exists()


def test_a_review_of_what_was_sealed_late_opens_it_to_keepers_and_stands_in_no_other_inbox(village):
    matter = stages.delivered_matter(village, text=CANARY)
    matter.seal(by=village.actor(village.triager), reason="有举报")
    party = matter.parties.get()
    review = matter.request_review(by=stages.PETITIONER, at=stages.START, party=party, disputed="事实不清")
    assert not matter.grants.filter(organ__isnull=False).exists()
    assert review.review.organ == village.actor(village.reviewer).organ
    assert inbox(village.reviewer, stages.START.date()) == []


def test_a_review_that_was_under_way_leaves_the_inbox_when_the_matter_is_sealed(village):
    review = stages.requested_review(village)
    assert [row.held for row in inbox(village.reviewer, stages.START.date())] == [review]
    review.matter.seal(by=village.actor(village.triager), reason="有举报")
    assert inbox(village.reviewer, stages.START.date()) == []


def test_what_is_sealed_is_seen_by_its_keepers_alone(village):
    matter = stages.registered_matter(village, text=CANARY)
    matter.triage(by=village.actor(village.triager), kind="accusation", reports_wrongdoing=True)
    granted = set(matter.grants.values_list("post__holdings__officer__username", flat=True))
    assert granted == {"keeper", "other_keeper"}
    assert not Matter.objects.visible_to(village.triager).exists()


def test_an_administrator_inherits_nothing(village):
    stages.registered_matter(village, text=CANARY, accusation=True)
    assert not Matter.objects.visible_to(village.administrator).exists()


def test_a_yes_with_an_extract_leaves_an_open_half_and_a_sealed_whole(village):
    matter = stages.registered_matter(village, text=f"砂石场扬尘。{CANARY}")
    matter.triage(by=village.actor(village.triager), kind="appeal_claim", reports_wrongdoing=True, **EXTRACT)
    sealed = Matter.system.get(sealed=True)
    assert (matter.text, matter.sealed) == (EXTRACT["extract"], False)
    assert (sealed.text, sealed.sealed_from_id) == (f"砂石场扬尘。{CANARY}", matter.pk)


def test_the_open_half_looks_like_any_other_matter(village):
    matter = stages.registered_matter(village, text=f"砂石场扬尘。{CANARY}")
    matter.triage(by=village.actor(village.triager), kind="accusation", reports_wrongdoing=True, **EXTRACT)
    matter.refresh_from_db()
    triage = matter.triages.get()
    assert (matter.kind, matter.reports_wrongdoing) == ("appeal_claim", False)
    assert (triage.kind, triage.reports_wrongdoing) == ("appeal_claim", False)


def test_the_sealed_whole_keeps_the_title_and_the_wishes_as_they_came(village):
    matter = stages.registered_matter(village, title="举报", text=CANARY, wishes=("查处",))
    matter.triage(by=village.actor(village.triager), kind="appeal_claim", reports_wrongdoing=True, **EXTRACT)
    sealed = Matter.system.get(sealed=True)
    assert (sealed.title, sealed.requests.get().text) == ("举报", "查处")


def test_the_receipt_in_the_petitioners_hand_opens_both_halves(village):
    done = stages.registration(village, text=CANARY)
    digits = done.receipt.shown
    done.matter.triage(
        by=village.actor(village.triager), kind="appeal_claim", reports_wrongdoing=True, **EXTRACT
    )
    receipt = Receipt.opening(done.matter.number, digits)
    assert Matter.objects.held_by(receipt).count() == 2


def test_a_wholly_sealed_matter_still_opens_with_its_receipt(village):
    done = stages.registration(village, text=CANARY)
    number, digits = done.matter.number, done.receipt.shown
    done.matter.triage(by=village.actor(village.triager), kind="accusation", reports_wrongdoing=True)
    assert Matter.objects.held_by(Receipt.opening(number, digits)).get() == done.matter


def test_an_accusation_has_no_number_and_a_longer_code(village):
    done = stages.registration(village, accusation=True)
    assert done.matter.number is None
    assert len(done.receipt.shown) == 20


def test_no_keeper_sits_in_an_organ_that_is_named(village):
    matter = stages.registered_matter(village, accusation=True, named=(village.discipline,))
    assert not matter.grants.filter(post__organ=village.discipline).exists()


def test_an_accusation_that_too_few_could_keep_is_registered_and_the_audit_says_so(village):
    matter = stages.registered_matter(village, accusation=True, named=(village.discipline,))
    assert matter.stage == "registered"
    assert any("kept by 0 posts" in finding for finding in audit().findings)


@pytest.mark.parametrize("part", ["registrar", "triager", "other_keeper"])
def test_it_can_be_sealed_at_any_later_time(village, part):
    matter = stages.accepted_matter(village)
    matter.supplement(by=stages.PETITIONER, text=CANARY)
    matter.seal(by=village.actor(getattr(village, part)), reason="补充材料里有举报", **EXTRACT)
    assert matter.text == EXTRACT["extract"]
    assert CANARY in Matter.system.get(sealed=True).text
    assert matter.stage == "accepted"


def test_why_it_was_sealed_stands_in_the_sealed_stream_alone(village):
    matter = stages.accepted_matter(village, text=CANARY)
    matter.seal(by=village.actor(village.triager), reason="有举报", **EXTRACT)
    assert matter.sealings.get().reason == ""
    assert Matter.system.get(sealed=True).sealings.get().reason == "有举报"


def test_the_record_of_both_halves_still_verifies(village):
    matter = stages.accepted_matter(village, text=CANARY)
    matter.supplement(by=stages.PETITIONER, text=CANARY)
    matter.seal(by=village.actor(village.triager), **EXTRACT)
    assert walk().breaks == []
    assert not Payload.objects.filter(entry__stream=matter.pk, section="words").exists()


def test_what_waited_to_be_read_is_taken_back(village):
    matter = stages.accepted_matter(village, text=CANARY)
    matter.seal(by=village.actor(village.triager), **EXTRACT)
    assert set(Pending.objects.filter(entry__stream=matter.pk).values_list("entry__kind", flat=True)) <= {
        "seal"
    }


def test_a_sealing_that_fails_leaves_everything_as_it_was(village, refused):
    matter = stages.accepted_matter(village, text=CANARY, named=(village.discipline,))
    with refused("两个保管封存件的岗位"):
        matter.seal(by=village.actor(village.triager), **EXTRACT)
    matter.refresh_from_db()
    assert (matter.text, matter.sealed) == (CANARY, False)
    assert Matter.system.count() == 1


def test_a_handler_does_not_seal(village, refused):
    matter = stages.accepted_matter(village, text=CANARY)
    with refused("检举控告材料保管"):
        matter.seal(by=village.actor(village.handler), **EXTRACT)


def test_sealing_twice_keeps_the_keepers(village):
    matter = stages.registered_matter(village, accusation=True)
    matter.seal(by=village.actor(village.keeper), reason="再封一次")
    assert matter.grants.count() == 2
