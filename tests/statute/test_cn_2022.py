"""The 2022 Regulation as we wrote it down: what each act does, to whom it speaks and how."""

import re

import pytest

from huiyin.statute import rules
from huiyin.statute.tables import Move

RULES = rules.load("cn-2022")
WORDS = (
    "已收到 已转送 已受理 不予受理 不再受理 已转其他途径 承办中 "
    "已延期 已答复 复查中/复核中 落实中/已落实 已办结 已撤回"
)
FORBIDDEN = (
    "非法 无效 错误代码 请勿 禁止 系统异常 抱歉 缠访 闹访 老户 "
    "刁民 重点人员 无理 稳控 截访 异常用户 重访户"
)
    "非法 无效 错误代码 请勿 禁止 系统异常 抱歉 缠访 闹访 老户 刁民 重点人员 无理 稳控 截访 异常用户 重访户"
)
LONGEST_SENTENCE = 40
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
    "route_out",
    "answer_suggestion",
    "decline",
    "investigate",
    "extend",
    "draft",
    "send_back",
    "sign",
    "attempt_delivery",
    "deliver",
    "begin_execution",
    "finish_execution",
    "request_review",
    "decide_review",
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
    "archive",
    "supplement",
    "ask",
    "answer_question",
    "rate",
    "note",
    "instruct",
    "recuse",
    "seal",
    "correct",
    "designate",
    "transcribe",
    "confirm_transcript",
    "lapse",
    "void_document",
    "request_delivery",
    "state_view",
]
STAYS = [
    "note",
    "supplement",
    "ask",
    "answer_question",
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
    "request_delivery",
    "state_view",
    "settle",
    "suspend",
    "resume",
    "begin_execution",
    "finish_execution",
    "extend",
]


def move(act: str, stage: str | None, track: str = "assignment") -> Move:
    found = RULES.moves_for(act, stage, track)
    assert found is not None, f"{act} from {stage}"
    return found


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_a_move(act: str) -> None:
    assert [found for found in RULES.moves if found.act == act]


def test_no_act_is_there_that_nobody_agreed_on() -> None:
    assert {found.act for found in RULES.moves} == set(ACTS)


@pytest.mark.parametrize("act", STAYS)
def test_an_act_beside_the_main_line_leaves_the_stage(act: str) -> None:
    assert {found.to for found in RULES.moves if found.act == act} == {None}


@pytest.mark.parametrize(
    ("act", "stage", "to", "opens"),
    [
        ("register", None, "registered", None),
        ("triage", "registered", "triage", None),
        ("forward", "triage", "passed_on", "forwarded"),
        ("assign", "triage", "passed_on", "assigned"),
        ("object", "assigned", "objected", None),
        ("agree_objection", "objected", "returned", "forwarded"),
        ("refuse_objection", "objected", "forwarded", None),
        ("settle_dispute", "dispute", "returned", "forwarded"),
        ("notify", "triage", "notified", None),
        ("notify", "forwarded", "notified", None),
        ("notify", "assigned", "notified", None),
        ("accept", "notified", "accepted", None),
        ("send_back", "drafted", "investigating", None),
        ("sign", "drafted", "replied", None),
        ("deliver", "replied", "delivered", None),
        ("close", "delivered", "closed", None),
        ("reopen", "closed", "accepted", None),
        ("withdraw", "drafted", "withdrawn", None),
        ("archive", "not_accepted", "archived", None),
    ],
)
def test_where_an_act_leads(act: str, stage: str | None, to: str, opens: str | None) -> None:
    assert (move(act, stage).to, move(act, stage).opens) == (to, opens)


@pytest.mark.parametrize(
    ("act", "stage", "track", "starts", "stops"),
    [
        ("register", None, "assignment", {"triage", "notice-direct"}, set()),
        ("forward", "triage", "assignment", {"notice-forwarded", "objection"}, {"triage", "notice-direct"}),
        ("object", "forwarded", "assignment", set(), {"objection"}),
        ("refuse_objection", "objected", "assignment", set(), set()),
        ("accept", "notified", "assignment", {"handling"}, set()),
        ("sign", "drafted", "assignment", set(), set()),
        ("attempt_delivery", "replied", "assignment", set(), {"handling"}),
        ("deliver", "replied", "assignment", {"review-window", "rating"}, {"handling"}),
        ("request_review", None, "review", {"review"}, {"review-window"}),
        ("decide_review", "requested", "review", set(), {"review"}),
        ("deliver_review", "decided", "review", {"final-review-window"}, set()),
        ("request_final_review", None, "review", {"final-review"}, {"final-review-window"}),
        ("decide_final_review", "requested", "review", set(), {"final-review"}),
        ("settle", "delivered", "assignment", set(), {"review-window"}),
        ("settle", "delivered", "review", set(), {"final-review-window"}),
    ],
)
def test_which_clocks_an_act_moves(
    act: str, stage: str | None, track: str, starts: set[str], stops: set[str]
) -> None:
    found = move(act, stage, track)
    assert (set(found.starts), set(found.stops)) == (starts, stops)


def test_a_notice_stops_every_term_that_waits_for_it() -> None:
    assert {"notice-forwarded", "notice-direct", "objection"} <= set(move("notify", "forwarded").stops)


def test_an_objection_is_made_only_while_its_term_runs() -> None:
    assert move("object", "forwarded").during == ("objection",)


@pytest.mark.parametrize("stage", ["notified", "accepted", "delivered", "closed"])
def test_nobody_objects_once_notified(stage: str) -> None:
    assert RULES.moves_for("object", stage) is None


def test_an_extension_needs_the_head_and_a_running_term() -> None:
    assert (move("extend", "investigating").approval, move("extend", "accepted").during) == (
        "head",
        ("handling",),
    )


def test_closing_needs_a_second_officer_and_three_gates() -> None:
    assert move("close", "delivered").approval == "second"
    assert [gate.name for gate in RULES.gates_for("close")] == [
        "delivery_proven",
        "requests_executed_or_dated",
        "petitioner_asked",
    ]


def test_only_the_petitioner_withdraws() -> None:
    assert move("withdraw", "accepted").duties == ("petitioner",)


def test_an_ended_matter_is_not_withdrawn() -> None:
    assert RULES.moves_for("withdraw", "closed") is None


def test_a_review_is_asked_for_from_a_delivered_answer() -> None:
    assert move("request_review", "delivered").id == "T32"
    assert move("request_final_review", "delivered", "review").id == "T35"


def test_the_decider_on_an_objection_sits_with_the_sender() -> None:
    assert RULES.seat_of(move("agree_objection", "objected"), "triage") == "sender"


def test_an_unknown_stage_may_do_nothing() -> None:
    assert RULES.acts_from("nowhere") == ()


def test_the_acts_of_a_stage_are_its_buttons() -> None:
    acts = {found.act for found in RULES.acts_from("notified")}
    assert {"accept", "route_out", "answer_suggestion", "decline", "withdraw", "note"} <= acts
    assert not acts & {"forward", "sign", "close", "request_review"}


@pytest.mark.parametrize(
    "act", ["triage", "investigate", "draft", "send_back", "note", "designate", "instruct", "lapse"]
)
def test_the_petitioners_timeline_leaves_out_what_is_internal(act: str) -> None:
    assert all(found.internal for found in RULES.moves if found.act == act)


def test_the_public_words_are_the_thirteen() -> None:
    assert [word.zh for word in RULES.words.values()] == WORDS.split()


SENTENCES = [(stage.key, stage.says_zh) for stage in RULES.stages.values()]
SENTENCES += [(found.id, found.says_zh) for found in RULES.moves]


@pytest.mark.parametrize(("entry", "sentence"), SENTENCES, ids=[entry for entry, _ in SENTENCES])
def test_a_sentence_is_short_and_kind(entry: str, sentence: str) -> None:
    assert max(len(part) for part in re.split("[。；]", sentence)) <= LONGEST_SENTENCE
    assert [word for word in FORBIDDEN.split() if word in sentence] == []


def test_a_message_on_an_accusation_names_no_organ() -> None:
    found = move("refer_discipline", "triage")
    assert found.sealed and "{" not in found.says_zh + RULES.stage("referred_discipline").says_zh


@pytest.mark.parametrize(
    ("article", "zh", "en"),
    [
        ("34", "《信访工作条例》第三十四条", "Regulation on Petition Work, Art. 34"),
        (
            "22.1(3)",
            "《信访工作条例》第二十二条第一款第三项",
            "Regulation on Petition Work, Art. 22 para. 1 item 3",
        ),
        ("31(6)", "《信访工作条例》第三十一条第六项", "Regulation on Petition Work, Art. 31 item 6"),
        ("design", "本系统的约定，不是法条", "A convention of this system, not law"),
    ],
)
def test_an_article_is_cited_as_readers_say_it(article: str, zh: str, en: str) -> None:
    assert (RULES.cite(article), RULES.cite(article, "en")) == (zh, en)


def test_the_papers_this_release_writes() -> None:
    written = [document.id for document in RULES.documents.values() if document.implemented]
    expected = "D02 D03 D04 D05 D06 D07 D08 D11 D12 D17 D18 D20 D21 D28 D34"
    assert written == expected.split() and len(RULES.documents) == 36


def test_only_the_petition_procedure_has_our_clock() -> None:
    assert [route.id for route in RULES.routes.values() if route.clock] == ["L6"]


@pytest.mark.parametrize("route", ["L1", "L2", "L3", "L4", "L5"])
def test_go_somewhere_else_is_never_empty(route: str) -> None:
    found = RULES.routes[route]
    assert found.needs_body and found.needs_basis and found.needs_time_bar


def test_post_is_not_delivered_by_being_sent() -> None:
    assert not RULES.deliveries["post"].complete_on_attempt
