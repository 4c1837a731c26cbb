"""Rows about the answer: reasons for each claim, asked of the person, carried out, closed with its evidence."""

import pytest

from huiyin.matters.draft import Opinion
from huiyin.people.petitioner import Petitioner
from tests.matters import stages


@pytest.mark.seed("S010")
def test_a_claim_is_judged_and_never_a_person(village):
    matter = stages.replied_matter(village, wishes=("修渠", "赔种子"))
    judged = {answer["request"]: answer["opinion"] for answer in matter.signed_answers()}
    assert set(judged) == {str(request.pk) for request in matter.requests.all()}
    assert Opinion.values == ["supported", "explained", "not_supported"]
    assert not {field.name for field in Petitioner._meta.fields} & {
        "merit",
        "opinion",
        "score",
        "credibility",
    }


@pytest.mark.seed("S019")
@pytest.mark.parametrize("missing", ["facts", "reasons", "basis"])
def test_an_answer_that_gives_no_reasons_is_not_accepted(village, refused, missing):
    matter = stages.investigated_matter(village)
    answer = stages.answers(matter)[0] | {missing: ""}
    with refused("事实、理由或依据"):
        matter.draft(by=village.actor(village.handler), answers=[answer])


@pytest.mark.seed("S014")
@pytest.mark.parametrize("part", ["registrar", "triager", "handler", "head", "supervisor", "leader"])
def test_satisfaction_is_asked_of_the_petitioner_and_not_asserted_by_staff(village, refused, part):
    matter = stages.delivered_matter(village)
    with refused("信访人本人"):
        matter.rate(
            by=village.actor(getattr(village, part)), at=stages.START, office="satisfied", organ="satisfied"
        )


@pytest.mark.seed("S016")
def test_what_is_closed_is_not_thereby_carried_out(village):
    matter = stages.closed_matter(village)
    execution = matter.executions.get()
    assert (matter.stage, execution.done_on) == ("closed", None)
    matter.finish_execution(by=village.actor(village.handler), execution=execution, evidence="照片")
    assert matter.executions.get().done_on is not None
    public = matter.law.words
    assert public["closed"].zh != public["execution"].zh


@pytest.mark.seed("S126")
def test_a_supported_claim_without_its_execution_keeps_a_matter_open(village, refused):
    matter = stages.delivered_matter(village)
    handler, head = village.actor(village.handler), village.actor(village.head)
    matter.state_view(by=handler, words="等着修", agrees=True)
    with refused("支持的每项请求已经落实，或者定了落实日期"):
        matter.close(by=handler, approved=head, causes=["policy_gap"])


@pytest.mark.seed("S128")
def test_the_petitioner_is_asked_and_a_no_is_looked_at_by_a_second_person(village, refused):
    matter = stages.delivered_matter(village, opinion="not_supported")
    handler, head = village.actor(village.handler), village.actor(village.head)
    with refused("已问过信访人的意见"):
        matter.close(by=handler, approved=head, causes=["policy_gap"])
    matter.state_view(by=handler, words="我不同意。", agrees=False)
    with refused("请先报批"):
        matter.close(by=handler, causes=["policy_gap"])
    matter.close(by=handler, approved=head, causes=["policy_gap"])
    assert matter.stage == "closed"
    assert matter.clocks.running().filter(term="review-window").exists()


@pytest.mark.seed("S046")
def test_a_repeat_is_told_who_has_it_and_by_when(village):
    live, again = stages.accepted_matter(village), stages.triaged_matter(village)
    again.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一条渠")
    said = "".join(words for _kind, words in again.documents.get(kind="D07").fields["blocks"])
    assert "安平镇人民政府" in said
    assert "2026年5月6日" in said
