"""Delivery: the attempt stops the organ's clock, proof opens the petitioner's window, party by party."""

from datetime import date

import pytest

from tests.matters import stages

PROOF = {"method": "in_person", "evidence": "本人签字"}


def test_the_first_attempt_stops_the_handling_clock(village, running):
    matter = stages.replied_matter(village)
    matter.attempt_delivery(by=village.actor(village.handler), at=stages.after(20), method="post")
    clock = matter.clocks.get(term="handling")
    assert (clock.ended_on, clock.met()) == (date(2026, 3, 22), True)
    assert running(matter) == set()


def test_an_attempt_opens_no_window(village):
    matter = stages.replied_matter(village)
    matter.attempt_delivery(by=village.actor(village.handler), method="post")
    assert not matter.clocks.filter(term="review-window").exists()
    assert matter.stage == "replied"


def test_proof_opens_the_window_from_the_day_of_receipt(village):
    matter = stages.replied_matter(village)
    matter.deliver(
        by=village.actor(village.handler),
        at=stages.after(9),
        party=matter.parties.get(),
        received_on=date(2026, 3, 6),
        method="post",
        evidence="EMS 1001",
    )
    window = matter.clocks.get(term="review-window")
    assert (window.started_on, window.due_on) == (date(2026, 3, 6), date(2026, 4, 7))
    assert matter.stage == "delivered"


def test_each_party_has_a_window_of_its_own(village):
    matter = stages.delivered_matter(village, people=(stages.ELDER, stages.FARMER))
    other = matter.parties.order_by("pk").last()
    matter.deliver(by=village.actor(village.handler), at=stages.after(5), party=other, **PROOF)
    windows = matter.clocks.filter(term="review-window").order_by("started_on")
    assert [window.started_on for window in windows] == [date(2026, 3, 2), date(2026, 3, 7)]


def test_receipt_is_not_in_the_future(village, refused):
    matter = stages.replied_matter(village)
    told = {"party": matter.parties.get(), "received_on": date(2026, 3, 3)}
    with refused("今天之后"):
        matter.deliver(by=village.actor(village.handler), at=stages.START, **told, **PROOF)


def test_receipt_is_not_before_the_opinion_was_issued(village, refused):
    matter = stages.replied_matter(village)
    told = {"party": matter.parties.get(), "received_on": date(2026, 3, 1)}
    with refused("早于出具"):
        matter.deliver(by=village.actor(village.handler), at=stages.START, **told, **PROOF)


def test_electronic_delivery_wants_consent(village, refused):
    matter = stages.replied_matter(village)
    with refused("没有同意网上送达") as told:
        matter.deliver(
            by=stages.PETITIONER, party=matter.parties.get(), method="electronic", evidence="网上领取"
        )
    assert told.value.field == "method"


def test_electronic_delivery_is_not_even_begun_without_consent(village, refused, running):
    matter = stages.replied_matter(village)
    with refused("没有同意网上送达"):
        matter.attempt_delivery(by=village.actor(village.handler), method="electronic")
    assert running(matter) == {"handling"}


def test_a_petitioner_who_consented_collects_online(village):
    matter = stages.replied_matter(village, e_delivery=True)
    matter.deliver(by=stages.PETITIONER, party=matter.parties.get(), method="electronic", evidence="网上领取")
    assert matter.stage == "delivered"


def test_nothing_is_proven_twice(village, refused):
    matter = stages.delivered_matter(village)
    with refused("已经送达这一位"):
        matter.deliver(by=village.actor(village.handler), party=matter.parties.get(), **PROOF)


def test_a_party_of_another_matter_is_not_delivered_to(village, refused):
    matter, other = stages.replied_matter(village), stages.replied_matter(village)
    with refused("不是送给这一位"):
        matter.deliver(by=village.actor(village.handler), party=other.parties.get(), **PROOF)


def test_proof_says_how_we_know(village, refused):
    matter = stages.replied_matter(village)
    with refused("凭据"):
        matter.deliver(
            by=village.actor(village.handler), party=matter.parties.get(), method="post", evidence=""
        )


def test_an_unknown_method_is_refused(village, refused):
    matter = stages.replied_matter(village)
    with refused("怎么送"):
        matter.attempt_delivery(by=village.actor(village.handler), method="pigeon")


@pytest.mark.parametrize("part", ["triager", "bureau_handler", "stranger"])
def test_nobody_else_proves_delivery(village, refused, part):
    matter = stages.replied_matter(village)
    with refused(""):
        matter.deliver(by=village.actor(getattr(village, part)), party=matter.parties.get(), **PROOF)


def test_the_slip_says_the_method_in_words(village):
    slip = stages.delivered_matter(village).documents.get(kind="D28")
    assert ["送达方式", "当面签收"] in slip.fields["blocks"][0][1]


def test_without_delivery_no_window_and_no_final_word(village, refused):
    matter = stages.replied_matter(village)
    with refused("已答复"):
        matter.request_review(by=stages.PETITIONER, party=matter.parties.get(), disputed="不服")
