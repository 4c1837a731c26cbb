"""One petition that raises two matters becomes two: each its own number and way, with the age of the petition."""

import pytest

from huiyin.matters.audit import audit
from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.matters.receipt import Receipt
from huiyin.matters.timeline import timeline
from tests.matters import stages

WISHES = ("修好灌溉渠", "补发低保", "说明停发原因")
SAID = {"title": "低保停发", "text": "去年十月停发了低保。", "reason": "渠归镇里，低保归民政"}


def both(village, *, days=9, positions="2,3", **told):
    matter = stages.triaged_matter(village, **{"wishes": WISHES, "people_count": 7} | told)
    row = matter.split(by=village.actor(village.triager), at=stages.after(days), positions=positions, **SAID)
    return matter, Matter.system.get(pk=row.second_id)


def wishes(matter):
    return [(request.position, request.text) for request in matter.requests.all()]


def test_each_has_its_requests_and_a_number_of_its_own(village):
    first, second = both(village)
    assert wishes(first) == [(1, "修好灌溉渠")]
    assert wishes(second) == [(1, "补发低保"), (2, "说明停发原因")]
    assert first.number != second.number
    assert (second.title, second.text) == (SAID["title"], SAID["text"])


def test_what_stays_is_counted_anew(village):
    first, _second = both(village, positions="1")
    assert wishes(first) == [(1, "补发低保"), (2, "说明停发原因")]


def test_age_never_resets(village, running):
    first, second = both(village)
    assert (second.registered_at, second.heard_on) == (first.registered_at, first.heard_on)
    assert second.clocks.get(term="triage").due_on == first.clocks.get(term="triage").due_on
    assert running(second) == {"triage"}


def test_the_second_is_read_and_sorted_like_any_other(village):
    _first, second = both(village)
    triager = village.actor(village.triager)
    assert (second.stage, second.lead.organ, second.kind) == ("registered", village.city_office, "")
    second.triage(by=triager, at=stages.after(10), kind="appeal_claim", reports_wrongdoing=False)
    second.forward(by=triager, at=stages.after(10), to=village.bureau, reason="归局里")
    assert second.stage == "forwarded"


def test_the_same_people_stand_in_both(village):
    first, second = both(village, hide_identity=True)
    told = ("petitioner", "side", "is_contact", "identity_hidden")
    assert list(second.parties.values_list(*told)) == list(first.parties.values_list(*told))
    assert second.petitions.get().people_count == 7


def test_the_code_of_the_one_opens_the_other(village):
    matter = stages.triaged_matter(village, wishes=WISHES)
    digits = matter.receipts.get().shown
    row = matter.split(by=village.actor(village.triager), at=stages.after(1), positions="2", **SAID)
    assert Receipt.opening(matter.number, digits).matter == matter
    assert Receipt.opening(row.second.number, digits).matter == row.second


def test_a_lost_code_is_renewed_for_both(village):
    first, second = both(village)
    lost = first.receipts.get().shown
    receipt = first.reissue(by=village.actor(village.registrar), identified_by="身份证").receipt
    for matter in (first, second):
        assert Receipt.opening(matter.number, lost) is None
        assert Receipt.opening(matter.number, receipt.shown).matter == matter


def test_the_halves_know_each_other(village):
    first, second = both(village)
    assert list(first.halves()) == [second]
    assert list(second.halves()) == [first]


def test_a_second_splitting_makes_a_third_of_the_same_petition(village):
    first, second = both(village, positions="2")
    third = first.split(by=village.actor(village.triager), at=stages.after(9), positions="2", **SAID).second
    assert list(second.halves()) == [first, third]


def test_a_sealed_half_is_not_named(village):
    first, second = both(village)
    second.seal(by=village.actor(village.registrar), at=stages.after(10), reason="有举报")
    assert list(first.halves()) == []


def test_sealing_takes_what_was_copied_out(village):
    first, _second = both(village)
    first.seal(by=village.actor(village.registrar), at=stages.after(10), title="渠坏了", extract="请修渠。")
    row = first.splittings.get()
    assert (row.title, row.text, row.reason) == ("", "", "")


@pytest.mark.parametrize("positions", ["", "1,2,3", "4", "0", "2,二", "2,9"])
def test_at_least_one_goes_and_at_least_one_stays(village, refused, positions):
    with refused("至少一项") as told:
        both(village, positions=positions)
    assert told.value.field == "positions"
    assert Matter.system.count() == 1


@pytest.mark.parametrize("field", ["title", "text"])
def test_the_second_says_what_it_is_about(village, refused, field):
    matter = stages.triaged_matter(village, wishes=WISHES)
    with refused("题目和内容") as told:
        matter.split(
            by=village.actor(village.triager), at=stages.after(1), positions="2", **SAID | {field: " "}
        )
    assert told.value.field == field


def test_one_request_is_not_split(village):
    matter = stages.triaged_matter(village)
    assert "split" not in {move.act for move in acts_open_to(matter, village.actor(village.triager))}


def test_what_has_left_triage_is_not_split(village, refused):
    matter = stages.forwarded_matter(village, wishes=WISHES)
    with refused("办不了"):
        matter.split(by=village.actor(village.handler), at=stages.START, positions="2", **SAID)


def test_the_petitioner_reads_that_it_was_split_and_why(village):
    first, _second = both(village)
    line = next(line for line in timeline(first, public=True) if line.act == "split")
    assert "您说的是两件事" in line.says
    assert line.fields["reason"] == SAID["reason"]


def test_the_record_agrees_with_what_was_done(village):
    both(village)
    assert audit().findings == []
