"""Not accepted, not again, linked: each on a legal reason, each with the way on."""

import pytest

from tests.matters import stages

DECLINED = {
    "reason_code": "already_accepted",
    "basis": "《信访工作条例》第十九条",
    "where_to": "城南县水利局，电话 12345",
    "remedy": "可以向县政府反映",
}


def test_an_organ_declines_what_is_accepted_elsewhere(village):
    matter = stages.notified_matter(village)
    matter.decline(by=village.actor(village.handler), at=stages.START, **DECLINED)
    said = "".join(words for _kind, words in matter.documents.get(kind="D07").fields["blocks"])
    assert matter.stage == "not_accepted"
    assert "第十九条" in said and "可以向县政府反映" in said


@pytest.mark.parametrize("missing", ["basis", "where_to", "remedy"])
def test_a_refusal_without_basis_way_or_remedy_is_none(village, refused, missing):
    matter = stages.notified_matter(village)
    with refused("“") as wrong:
        matter.decline(by=village.actor(village.handler), at=stages.START, **DECLINED | {missing: ""})
    assert wrong.value.field == missing
    assert matter.stage == "notified"


def test_a_refusal_needs_a_reason_that_the_law_knows(village, refused):
    matter = stages.notified_matter(village)
    with refused("原因"):
        matter.decline(by=village.actor(village.handler), **DECLINED | {"reason_code": "troublesome"})


FINAL = {"prior_number": "明政〔2026〕1号", "new_facts": "新的测量结果", "help_available": "临时救助"}


def test_not_again_needs_a_final_review_on_record(village, refused):
    matter = stages.triaged_matter(village)
    with refused("没有查到这个文号的、已送达的复核意见"):
        matter.decline_final(by=village.actor(village.triager), **FINAL)


def test_after_a_delivered_final_review_the_same_facts_are_not_taken_again(village):
    first = stages.delivered_review(village)
    final = first.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="还是不服").review
    city = village.leader.actors()[0].post
    city.duties = ["review"]
    city.save()
    reviewer = village.actor(village.leader)
    final.decide_final_review(by=reviewer, at=stages.START, **stages.DECISION)
    final.deliver_final_review(by=reviewer, at=stages.START, **stages.PROOF)
    again = stages.triaged_matter(village)
    prior = first.matter.documents.get(kind="D21").number
    told = {**FINAL, "prior_number": prior}
    again.decline_final(by=village.actor(village.triager), at=stages.START, **told)
    assert again.stage == "not_again"
    assert again.documents.filter(kind="D08").exists()


def test_a_repeat_is_linked_and_told_who_has_it_and_until_when(village):
    live = stages.accepted_matter(village)
    again = stages.triaged_matter(village)
    again.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一条渠")
    said = "".join(words for _kind, words in again.documents.get(kind="D07").fields["blocks"])
    assert again.stage == "linked"
    assert live.number in said and "安平镇人民政府" in said and "2026年5月6日" in said


def test_a_repeat_is_registered_all_the_same(village):
    first = stages.accepted_matter(village)
    assert stages.registered_matter(village).number != first.number


def test_nothing_is_linked_to_an_ended_matter(village, refused):
    ended = stages.closed_matter(village)
    again = stages.triaged_matter(village)
    with refused("已经办结") as told:
        again.link(by=village.actor(village.triager), live=ended, reason="同一条渠")
    assert told.value.field == "live"


def test_a_matter_is_not_linked_to_itself(village, refused):
    matter = stages.triaged_matter(village)
    with refused("正在办理的那一件"):
        matter.link(by=village.actor(village.triager), live=matter, reason="同一条渠")


def test_nothing_is_linked_to_a_sealed_matter(village, refused):
    sealed = stages.registered_matter(village, accusation=True)
    matter = stages.triaged_matter(village)
    with refused("正在办理的那一件"):
        matter.link(by=village.actor(village.triager), live=sealed, reason="同一条渠")
