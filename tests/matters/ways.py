"""For each act a way to where it can be done: the stage that a builder reaches, and the acts that go before it."""

from typing import Any

from huiyin.matters.matter import Matter
from huiyin.people.organ import Organ
from huiyin.statute.rules import RuleSet
from tests.matters import stages
from tests.village import Village


def sealed_matter(village: Village, **told: Any) -> Matter:
    """An accusation that its keeper has read."""
    matter = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, at=stages.START, kind="accusation", reports_wrongdoing=True)
    return matter


def listed_matter(village: Village, **told: Any) -> Matter:
    """One whose topic has a list to check."""
    matter = stages.accepted_matter(village, **told)
    Matter.system.filter(pk=matter.pk).update(topic="土地征收")
    return matter


def again_matter(village: Village, **told: Any) -> Matter:
    """One whose like was finally reviewed before."""
    final = stages.requested_final_review(village)
    leader = village.actor(village.leader)
    final.decide_final_review(by=leader, at=stages.START, **stages.DECISION)
    final.deliver_final_review(by=leader, at=stages.START, **stages.PROOF)
    return stages.triaged_matter(village, **told)


BUILT = {
    "registered": stages.registered_matter,
    "triage": stages.triaged_matter,
    "forwarded": stages.forwarded_matter,
    "assigned": stages.assigned_matter,
    "objected": stages.objected_matter,
    "dispute": stages.disputed_matter,
    "notified": stages.notified_matter,
    "accepted": stages.accepted_matter,
    "investigating": stages.investigated_matter,
    "drafted": stages.drafted_matter,
    "replied": stages.replied_matter,
    "delivered": stages.delivered_matter,
    "closed": stages.closed_matter,
    "review.requested": stages.requested_review,
    "review.decided": stages.decided_review,
    "review.delivered": stages.delivered_review,
    "final.requested": stages.requested_final_review,
    "sealed": sealed_matter,
    "listed": listed_matter,
    "again": again_matter,
}
SPECIAL: dict[str, tuple[str, ...]] = {
    "archive": ("registered",),
    "assist": ("investigating",),
    "attempt_delivery": ("replied",),
    "call_off": ("investigating",),
    "check_list": ("listed",),
    "close_hearing": ("investigating", "final.requested"),
    "confirm_transcript": ("registered",),
    "decide_final_review": ("final.requested",),
    "decline_final": ("again",),
    "deliver_final_review": ("final.requested",),
    "finish_execution": ("delivered",),
    "handle_normally": ("forwarded",),
    "inform_personnel": ("sealed",),
    "open_hearing": ("investigating", "final.requested"),
    "refer_discipline": ("sealed",),
    "request_final_review": ("review.delivered",),
    "request_review": ("delivered",),
    "seal": ("triage", "delivered"),
    "unlink": ("triage",),
}
"""Where an act begins elsewhere than its moves say, for what goes before it moves the stage or has to be there."""
BEFORE: dict[str, tuple[str, ...]] = {
    "answer_question": ("ask",),
    "answer_supervision": ("supervise",),
    "archive": ("withdraw",),
    "assist": ("ask_assistance",),
    "call_off": ("ask_assistance",),
    "clarify": ("ask_clarification",),
    "close": ("begin_execution", "state_view"),
    "close_hearing": ("open_hearing",),
    "confirm_transcript": ("transcribe",),
    "deliver_final_review": ("decide_final_review",),
    "end_agency": ("name_agent",),
    "end_mediation": ("open_mediation",),
    "finish_execution": ("begin_execution",),
    "handle_normally": ("accept_simplified",),
    "refuse_recusal": ("request_recusal",),
    "resume": ("suspend",),
    "sign_agreement": ("open_mediation",),
    "unjoin": ("join",),
    "unlink": ("link",),
}
FILED: dict[str, dict[str, Any]] = {
    "answer_suggestion": {"kind": "suggestion"},
    "confirm_transcript": {"channel": "letter", "awaits_transcript": True},
    "refer_judicial": {"kind": "judicial"},
    "transcribe": {"channel": "letter", "awaits_transcript": True},
}
"""How the petition has to come, where an ordinary one will not do."""


def stages_for(act: str, law: RuleSet) -> tuple[str, ...]:
    """The built stages where an act begins; an act of every stage, in the middle of the handling."""
    begins = {
        f"{'' if move.track == 'assignment' else 'review.'}{stage}"
        for move in law.moves
        if move.act == act
        for stage in move.from_
    }
    return SPECIAL.get(act) or tuple(sorted(begins & set(BUILT))) or ("investigating",)


def court() -> Organ:
    """Where litigation goes."""
    return Organ.objects.get_or_create(name="城南县人民法院", kind="court", region_id="990101")[0]
