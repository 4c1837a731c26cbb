"""Every agreed act stands in the 2022 rule set, and those beside the main line leave the stage alone."""

import pytest

from huiyin.statute import rules

RULES = rules.load("cn-2022")
ACTS = [
    "register",
    "triage",
    "forward",
    "assign",
    "refer_judicial",
    "refer_discipline",
    "decline_final",
    "link",
    "object",
    "agree_objection",
    "refuse_objection",
    "dispute",
    "settle_dispute",
    "notify",
    "accept",
    "accept_simplified",
    "handle_normally",
    "route_out",
    "answer_suggestion",
    "decline",
    "investigate",
    "name_party",
    "establish",
    "extend",
    "open_mediation",
    "sign_agreement",
    "end_mediation",
    "open_hearing",
    "close_hearing",
    "draft",
    "send_back",
    "sign",
    "attempt_delivery",
    "deliver",
    "begin_execution",
    "finish_execution",
    "request_review",
    "decide_review",
    "remand",
    "deliver_review",
    "request_final_review",
    "decide_final_review",
    "deliver_final_review",
    "settle",
    "close",
    "reopen",
    "withdraw",
    "suspend",
    "resume",
    "take_over",
    "archive",
    "supplement",
    "ask",
    "answer_question",
    "ask_clarification",
    "clarify",
    "rate",
    "note",
    "instruct",
    "recuse",
    "reissue",
    "seal",
    "correct",
    "designate",
    "transcribe",
    "confirm_transcript",
    "lapse",
    "void_document",
    "state_view",
]
STAYS = [
    "name_party",
    "establish",
    "note",
    "supplement",
    "ask",
    "answer_question",
    "ask_clarification",
    "clarify",
    "rate",
    "instruct",
    "recuse",
    "seal",
    "correct",
    "designate",
    "transcribe",
    "confirm_transcript",
    "lapse",
    "void_document",
    "attempt_delivery",
    "state_view",
    "settle",
    "suspend",
    "resume",
    "begin_execution",
    "finish_execution",
    "extend",
    "open_mediation",
    "sign_agreement",
    "end_mediation",
    "open_hearing",
    "close_hearing",
    "open_mediation",
    "sign_agreement",
    "end_mediation",
    "handle_normally",
]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_a_move(act: str) -> None:
    assert [found for found in RULES.moves if found.act == act]


def test_no_act_is_there_that_nobody_agreed_on() -> None:
    assert {found.act for found in RULES.moves} == set(ACTS)


@pytest.mark.parametrize("act", STAYS)
def test_an_act_beside_the_main_line_leaves_the_stage(act: str) -> None:
    assert {found.to for found in RULES.moves if found.act == act} == {None}
