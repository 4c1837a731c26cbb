"""Telling, accepting, showing another way, answering a suggestion."""

from datetime import date

import pytest

from tests.matters import stages


def test_telling_stops_the_notice_and_the_right_to_object(village, running):
    assert running(stages.notified_matter(village)) == set()


def test_telling_gives_each_request_its_route(village):
    matter = stages.notified_matter(village, wishes=("修渠", "赔种子"))
    assert set(matter.requests.values_list("route", flat=True)) == {"L6"}


def test_the_notice_names_the_way_and_the_right_to_recusal(village):
    notice = stages.notified_matter(village).documents.get(kind="D06")
    said = "".join(words for _kind, words in notice.fields["blocks"])
    assert "信访程序，书面答复" in said
    assert "申请回避" in said


def test_sixty_days_run_from_acceptance(village):
    clock = stages.accepted_matter(village).clocks.running().get()
    assert (clock.term, clock.started_on, clock.raw_on) == ("handling", date(2026, 3, 2), date(2026, 5, 1))
    assert clock.due_on == date(2026, 5, 6)


def test_the_notice_of_acceptance_names_the_day_of_the_answer(village):
    notice = stages.accepted_matter(village).documents.filter(kind="D06").latest("sequence")
    assert "2026年5月6日前书面答复" in "".join(words for _kind, words in notice.fields["blocks"])


def test_acceptance_names_a_handler(village):
    matter = stages.accepted_matter(village)
    assert matter.lead.handler == village.actor(village.handler).post


def test_the_handler_sits_in_the_organ_that_has_it(village, refused):
    matter = stages.notified_matter(village)
    elsewhere = village.actor(village.bureau_handler).post
    with refused("本单位有这项职责") as told:
        matter.accept(by=village.actor(village.handler), handler=elsewhere)
    assert told.value.field == "handler"


def test_a_recused_officer_is_not_made_handler(village, refused):
    matter = stages.notified_matter(village)
    matter.recuse(by=village.actor(village.head), officer=village.handler, reason="亲戚")
    head = village.actor(village.head)
    head.post.duties = ["head", "sign", "handle"]
    head.post.save()
    with refused("回避"):
        matter.accept(by=village.actor(village.head), handler=village.actor(village.handler).post)


def test_only_the_petition_procedure_is_accepted(village, refused):
    matter = stages.notified_matter(village, route="L1")
    handler = village.actor(village.handler)
    with refused("第31条第六项"):
        matter.accept(by=handler, handler=handler.post)


def test_acceptance_follows_the_notice(village, refused):
    matter = stages.forwarded_matter(village)
    handler = village.actor(village.handler)
    with refused("已转送"):
        matter.accept(by=handler, handler=handler.post)


def test_another_way_needs_a_day_that_is_still_to_come(village, refused):
    matter = stages.notified_matter(village, route="L1")
    with refused("今天之后") as told:
        matter.route_out(
            by=village.actor(village.handler),
            at=stages.START,
            route="L1",
            body="城南县人民法院",
            basis="《行政诉讼法》第四十六条",
            act_by=stages.START.date(),
        )
    assert told.value.field == "act_by"


@pytest.mark.parametrize("missing", ["body", "basis"])
def test_another_way_is_never_shown_without_body_and_basis(village, refused, missing):
    matter = stages.notified_matter(village, route="L1")
    told = {"route": "L1", "body": "城南县人民法院", "basis": "《行政诉讼法》第四十六条"}
    with refused("“") as wrong:
        matter.route_out(
            by=village.actor(village.handler),
            at=stages.START,
            act_by=date(2026, 9, 1),
            **told | {missing: " "},
        )
    assert wrong.value.field == missing


def test_the_paper_of_another_way_says_where_why_and_until_when(village):
    matter = stages.notified_matter(village, route="L1")
    matter.route_out(
        by=village.actor(village.handler),
        at=stages.START,
        route="L1",
        body="城南县人民法院",
        basis="《行政诉讼法》第四十六条",
        act_by=date(2026, 9, 1),
        materials="身份证、决定书",
    )
    said = "".join(words for _kind, words in matter.documents.get(kind="D11").fields["blocks"])
    assert matter.stage == "routed_out"
    assert all(
        words in said for words in ("城南县人民法院", "第四十六条", "2026年9月1日前", "身份证、决定书")
    )


def test_a_suggestion_is_answered_and_no_sixty_days_ran(village):
    matter = stages.notified_matter(village, kind="suggestion")
    matter.answer_suggestion(by=village.actor(village.handler), adopted="partly", reply="先试一个村。")
    assert matter.stage == "suggestion_done"
    assert not matter.clocks.filter(term="handling").exists()


def test_a_claim_is_not_answered_like_a_suggestion(village, refused):
    matter = stages.notified_matter(village)
    with refused("建议意见"):
        matter.answer_suggestion(by=village.actor(village.handler), adopted="not", reply="不采纳。")


def test_an_organ_that_does_not_have_it_does_not_accept_it(village, refused):
    matter = stages.notified_matter(village)
    bureau = village.actor(village.bureau_handler)
    with refused("不在您的单位"):
        matter.accept(by=bureau, handler=bureau.post)
