"""What somebody could fill in for each act, for tests that walk at random; an act not here asks for nothing."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from huiyin.people.actor import Actor
from tests.matters import objects, stages
from tests.matters.sayings import (
    AGREED,
    ASKED_ALOUD,
    CALLED,
    EASY,
    EXTRACT,
    FAILING,
    HEARD,
    PARTY,
    TALKS,
)
from tests.village import Village


def fields(village: Village, subject: Any, act: str, choose: Any) -> dict[str, Any]:
    """Right answers to what the act asks; `choose` picks one of a list."""
    make = ASKED.get(act)
    return make(village, subject, choose) if make else {}


def second(village: Village, actor: Actor, act: str) -> Actor | None:
    """Who approves, where the act wants a second officer: the head of the actor's organ, where it has one."""
    heads = (village.head, village.bureau_head, village.review_head, village.other_keeper)
    if act not in ("extend", "close"):
        return None
    return next((head for head in map(village.actor, heads) if head.organ == actor.organ), None)


def _today() -> Any:
    return timezone.localdate()


def _triage(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    reports = choose([False, False, False, True])
    kind = choose(["appeal_claim", "appeal_claim", "suggestion", "accusation" if reports else "appeal_claim"])
    told = {"kind": kind, "reports_wrongdoing": reports, "topic": choose(["", "", "土地征收"])}
    return told | (choose([{}, EXTRACT]) if reports else {})


def _to(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    return {"to": choose([village.town, village.town, village.bureau]), "reason": "归它管"}


def _assign(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    return _to(village, matter, choose) | {"report_due_on": _today() + timedelta(days=40)}


def _handler(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    officers = (village.bureau_handler, village.reviewer, village.leader, village.keeper, village.handler)
    here = [actor for actor in map(village.actor, officers) if actor.organ == matter.matter_itself.lead.organ]
    return {"handler": (here or [village.actor(village.handler)])[0].post}


def _hearing(village: Village, subject: Any, choose: Any) -> dict[str, Any]:
    host = choose([village.second, village.reviewer, village.leader])
    return CALLED | {"held_on": _today() + timedelta(days=choose([7, 10, 30])), "host": host}


def _fact(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    sides = matter.sides() if choose([True, False]) else ["petitioner"]
    weighed = {"evidence": "登记表", "weight": choose(["accepted", "refused"]), "why": "有原件"}
    return {"fact": "渠在村里", "sides": [{"side": side} | weighed for side in sides]}


def _checked(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    """Every item for such matters; one that nobody knows, where there is none."""
    talk = {"note": "看过材料", "held_on": "2026-01-05", "with_whom": "三组村民"}
    ids = [item.id for item in matter.items_to_check()] or ["legal-basis"]
    states = ["met", "not_met", "does_not_apply"]
    return {"items": [{"item": each, "state": choose(states)} | talk for each in ids]}


def _draft(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    told = {"answers": stages.answers(matter, choose(["supported", "explained", "not_supported"]))}
    return told | {"despite": choose(["期限要到了", ""])}


def _proof(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    parties = list(matter.parties.order_by("pk"))  # none where the open half kept them
    return {"party": choose(parties), **stages.PROOF} if parties else {}


def _ask_review(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    parties = list(matter.parties.order_by("pk"))
    cause = {"disputed": "不服", "late_cause": choose(["", "住院"])}
    return {"party": choose(parties)} | cause if parties else {}


ASKS_NOTHING = {"sign", "withdraw"}
DONE_BY_OTHERS = {
    "register", "lapse", "settle", "remand", "succeed", "annul", "recount", "take_in", "let_go", "carry_on",
}  # fmt: skip
"""Acts that nobody fills in a form for: the clock does them, or another act does."""

REFUSED = {
    "reason_code": "already_accepted",
    "basis": "《信访工作条例》第十九条",
    "where_to": "镇里正在办",
    "remedy": "打信访局电话",
}
ASKED = {
    "triage": _triage,
    "forward": _to,
    "relay": lambda v, m, c: {"to": v.county_office, "reason": "县里的事"},
    "assign": _assign,
    "inform_personnel": objects.informed,
    "refer_discipline": lambda v, m, c: {"to": v.discipline, "reason": "线索"},
    "object": lambda v, m, c: {"reason": "不归我们管"},
    "agree_objection": lambda v, m, c: {"reason": "属实", "to": c([v.bureau, v.town])},
    "refuse_objection": lambda v, m, c: {"reason": "归它管"},
    "dispute": lambda v, m, c: {"reason": "都说不归自己", "decider": v.city},
    "settle_dispute": lambda v, m, c: {"reason": "裁定", "to": c([v.bureau, v.town])},
    "notify": lambda v, m, c: {"route": c(["L6", "L6", "L6", "L1"]), "procedure": "调查后书面答复"},
    "accept": _handler,
    "accept_simplified": lambda v, m, c: _handler(v, m, c) | EASY,
    "handle_normally": lambda v, m, c: {"reason": "没有那么简单"},
    "designate": _handler,
    "route_out": lambda v, m, c: {
        "route": "L1",
        "body": "城南县人民法院",
        "basis": "《行政诉讼法》",
        "act_by": _today() + timedelta(days=90),
    },
    "answer_suggestion": lambda v, m, c: {"adopted": "partly", "reply": "先试一个村"},
    "investigate": lambda v, m, c: {"plan": "去看", "due_on": _today() + timedelta(days=1)},
    "name_party": lambda v, m, c: PARTY | {"side": c(["other", "third"])},
    "establish": _fact,
    "check_list": _checked,
    "extend": lambda v, m, c: {"days": c([1, 10, 25]), "reason": "要等检测"},
    "open_mediation": lambda v, m, c: TALKS,
    "sign_agreement": lambda v, m, c: AGREED | {"signed_on": _today(), "perform_by": _today()},
    "end_mediation": lambda v, m, c: {"reason": "对方不来"},
    "open_hearing": _hearing,
    "close_hearing": lambda v, m, c: c([HEARD, {"outcome": "cancelled", "conclusion": "来不了"}]),
    "ask_assistance": objects.part,
    "assist": lambda v, m, c: {"facts": "批文在档案馆"},
    "call_off": objects.called_off,
    "draft": _draft,
    "send_back": lambda v, m, c: {"points": "写具体"},
    "attempt_delivery": lambda v, m, c: {"method": "post"},
    "deliver": _proof,
    "begin_execution": lambda v, m, c: {"organ": m.lead.organ},
    "finish_execution": objects.execution,
    "request_review": _ask_review,
    "request_final_review": lambda v, m, c: {"disputed": "不服", "late_cause": c(["", "住院"])},
    "decide_review": objects.decision,
    "decide_final_review": objects.decision,
    "deliver_review": lambda v, m, c: stages.PROOF,
    "deliver_final_review": lambda v, m, c: stages.PROOF,
    "reopen": lambda v, m, c: {"facts": "渠又塌了"},
    "suspend": lambda v, m, c: {"reason_code": "succession", "reason": "等子女表示"},
    "take_over": lambda v, m, c: {"reason": "拖了太久"},
    "resume": lambda v, m, c: {"reason": "子女继续"},
    "archive": lambda v, m, c: {"keeping": "ten_years"},
    "supplement": lambda v, m, c: {"text": "又坏了一段。"},
    "ask": lambda v, m, c: {"words": "谁来修？"},
    "answer_question": objects.question,
    "ask_clarification": lambda v, m, c: {"words": "渠是哪一段？"},
    "clarify": objects.clarification,
    "rate": lambda v, m, c: {"office": "satisfied", "organ": "not"},
    "state_view": lambda v, m, c: {"words": "知道了", "agrees": c([True, False, None])},
    "report_urgent": objects.emergency,
    "supervise": lambda v, m, c: FAILING | {"answer_by": _today() + timedelta(days=5)},
    "answer_supervision": lambda v, m, c: {"words": "已经去看过"},
    "inquire": lambda v, m, c: ASKED_ALOUD | {"held_on": _today()},
    "help_in_hardship": lambda v, m, c: {"kinds": ["relief"], "organ": v.town, "words": "到民政所领"},
    "request_recusal": lambda v, m, c: {"whom": "承办人", "reason": "是对方的亲戚"},
    "refuse_recusal": lambda v, m, c: {"reason": "查过，不是亲戚"},
    "name_agent": lambda v, m, c: {"name": "廖小军", "phone": "13800000009", "mandate": "代收答复"},
    "end_agency": objects.agency,
    "correct_contact": lambda v, m, c: {"party": m.parties.first(), "phone": "13800000008"},
    "take_review": objects.taking,
    "recuse": lambda v, m, c: {"officer": v.bureau_handler, "reason": "亲戚"},
    "correct": lambda v, m, c: {"title": "渠坏了", "text": "渠坏了。", "reason": "错字"},
    "note": lambda v, m, c: {"words": "去看过"},
    "instruct": lambda v, m, c: {"words": "抓紧", "due_on": _today() + timedelta(days=5)},
    "seal": lambda v, m, c: c([{"reason": "有举报"}, EXTRACT]),
    "transcribe": lambda v, m, c: {"title": "信", "text": "照抄"},
    "split": lambda v, m, c: {"positions": "1", "title": "路", "text": "路坏了。", "reason": "两件事"},
    "unlink": lambda v, m, c: {"reason": "另一条渠"},
    "confirm_transcript": lambda v, m, c: {"agrees": c([True, False])},
    "void_document": objects.paper,
    "link": objects.live_matter,
    "join": objects.main_matter,
    "unjoin": lambda v, m, c: {"reason": "另一段渠"},
    "decline": lambda v, m, c: REFUSED,
    "decline_final": objects.final_opinion,
    "refer_judicial": lambda v, m, c: {"to": v.bureau, "reason": "法院管"},
    "close": lambda v, m, c: {"causes": ["policy_gap"]},
    "reissue": lambda v, m, c: {"identified_by": "身份证"},
}
