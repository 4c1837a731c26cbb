"""Draft and reply: one complete answer per request; whoever writes does not sign."""

import pytest

from tests.matters import stages


def test_every_request_has_exactly_one_answer(village, refused):
    matter = stages.investigated_matter(village, wishes=("修渠", "赔种子"))
    with refused("有且只有一个答复") as told:
        matter.draft(by=village.actor(village.handler), answers=stages.answers(matter)[:1])
    assert told.value.field == "answers"


def test_a_request_is_not_answered_twice(village, refused):
    matter = stages.investigated_matter(village)
    with refused("有且只有一个答复"):
        matter.draft(by=village.actor(village.handler), answers=stages.answers(matter) * 2)


@pytest.mark.parametrize("missing", ["opinion", "facts", "reasons", "basis"])
def test_an_answer_without_facts_reasons_or_basis_is_incomplete(village, refused, missing):
    matter = stages.investigated_matter(village)
    answer = stages.answers(matter)[0] | {missing: ""}
    with refused("第 1 项诉求的答复还缺"):
        matter.draft(by=village.actor(village.handler), answers=[answer])


@pytest.mark.parametrize("missing", ["plan", "execute_by"])
def test_what_is_supported_has_a_plan_and_a_day(village, refused, missing):
    matter = stages.investigated_matter(village)
    answer = stages.answers(matter)[0] | {missing: ""}
    with refused("哪天前落实"):
        matter.draft(by=village.actor(village.handler), answers=[answer])


def test_an_explanation_needs_no_plan(village):
    matter = stages.investigated_matter(village)
    answer = stages.answers(matter, "explained")[0] | {"plan": "", "execute_by": ""}
    matter.draft(by=village.actor(village.handler), answers=[answer])
    assert matter.stage == "drafted"


def test_the_writer_does_not_sign(village, refused):
    matter = stages.investigated_matter(village)
    handler = village.actor(village.handler)
    handler.post.duties = ["handle", "sign"]
    handler.post.save()
    matter.draft(by=village.actor(village.handler), at=stages.START, answers=stages.answers(matter))
    with refused("起草人不能自己签发"):
        matter.sign(by=village.actor(village.handler), at=stages.START)


def test_signing_issues_the_opinion_and_does_not_stop_the_clock(village, running):
    matter = stages.replied_matter(village)
    assert matter.documents.filter(kind="D17").exists()
    assert running(matter) == {"handling"}


def test_an_opinion_is_owed_to_every_contact(village):
    matter = stages.replied_matter(village, people=(stages.ELDER, stages.FARMER))
    assert matter.deliveries.filter(completed_on=None).count() == 2


def test_the_signatory_sends_back_with_points_and_the_handler_writes_again(village):
    matter = stages.drafted_matter(village)
    matter.send_back(by=village.actor(village.second), points="依据写具体到条")
    assert matter.stage == "investigating"
    matter.draft(by=village.actor(village.handler), answers=stages.answers(matter))
    assert matter.drafts.count() == 2


def test_the_latest_draft_is_the_one_that_is_signed(village):
    matter = stages.drafted_matter(village)
    matter.send_back(by=village.actor(village.second), at=stages.START, points="改支持为解释")
    matter.draft(
        by=village.actor(village.handler), at=stages.START, answers=stages.answers(matter, "explained")
    )
    matter.sign(by=village.actor(village.second), at=stages.START)
    assert matter.signed_answers()[0]["opinion"] == "explained"


def test_an_assistant_prepares_and_does_not_sign(village, refused):
    matter = stages.drafted_matter(village)
    village.second.holdings.update(capacity="assistant")
    with refused("助理可以准备"):
        matter.sign(by=village.actor(village.second))


def test_an_assistant_to_the_handler_drafts(village):
    matter = stages.investigated_matter(village)
    village.handler.holdings.update(capacity="assistant")
    matter.draft(by=village.actor(village.handler), answers=stages.answers(matter))
    assert matter.drafts.get().capacity == "assistant"


def test_a_plan_ends_within_the_law(village, refused):
    matter = stages.accepted_matter(village)
    late = stages.after(66).date()
    with refused("不能晚于法定期限") as told:
        matter.investigate(by=village.actor(village.handler), at=stages.START, plan="去看渠", due_on=late)
    assert told.value.field == "due_on"


def test_the_head_of_another_organ_does_not_sign(village, refused):
    matter = stages.drafted_matter(village)
    with refused("不在您的单位"):
        matter.sign(by=village.actor(village.bureau_head))


def test_a_deputy_head_signs_and_nobody_below(village, refused):
    matter = stages.drafted_matter(village)
    post = village.actor(village.second).post
    post.rank = 1
    post.save()
    with refused("单位副职签发"):
        matter.sign(by=village.actor(village.second), at=stages.START)


def test_what_was_reported_as_urgent_is_signed_by_the_head(village, refused):
    matter = stages.drafted_matter(village)
    matter.report_urgent(
        by=village.actor(village.handler),
        at=stages.after(1),
        signs=["life"],
        facts="房子要塌",
        noticed_at=stages.START,
        measures="人已转移",
        to=village.county,
    )
    with refused("主要负责人签发"):
        matter.sign(by=village.actor(village.second), at=stages.after(2))
    matter.sign(by=village.actor(village.head), at=stages.after(2))
    assert matter.stage == "replied"
