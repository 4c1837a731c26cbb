"""What each act of the 2022 Regulation does: where it leads, which clocks it moves, who may do it."""

import pytest

from huiyin.statute import rules
from huiyin.statute.tables import Move

RULES = rules.load("cn-2022")


def move(act: str, stage: str | None, track: str = "assignment") -> Move:
    found = RULES.moves_for(act, stage, track)
    assert found is not None, f"{act} from {stage}"
    return found


@pytest.mark.parametrize(
    ("act", "stage", "to", "opens"),
    [
        ("register", None, "registered", None),
        ("triage", "registered", "triage", None),
        ("relay", "triage", "passed_on", "triage"),
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
        ("relay", "triage", "assignment", {"relay"}, {"relay"}),
        (
            "forward",
            "triage",
            "assignment",
            {"notice-forwarded", "objection"},
            {"triage", "notice-direct", "relay"},
        ),
        ("object", "forwarded", "assignment", set(), {"objection"}),
        ("refuse_objection", "objected", "assignment", set(), set()),
        ("accept", "notified", "assignment", {"handling"}, set()),
        ("sign", "drafted", "assignment", set(), set()),
        ("attempt_delivery", "replied", "assignment", set(), {"handling", "simplified-decide"}),
        ("deliver", "replied", "assignment", {"review-window", "rating"}, {"handling", "simplified-decide"}),
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
