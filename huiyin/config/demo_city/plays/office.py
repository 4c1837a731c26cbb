"""What the petition office does: write out letters, triage, pass on, refer, link, verify objections."""

from datetime import date
from typing import Any

from huiyin.config.demo_city.scene import Scene, plays_as
from huiyin.matters.document import Document


@plays_as("transcribe")
def transcribe(scene: Scene, *, note: str) -> None:
    """The letter's words as they stand; what the clerk remarked is a note."""
    scene.do("transcribe", title=scene.petition["title"], text=scene.petition["body"])
    scene.do("note", words=note)


@plays_as("triage")
def triage(scene: Scene, *, requests: tuple[str, ...] = (), urgent_reason: str = "", **found: Any) -> None:
    """What it is in law, with the requests in sentences; what is urgent is noted."""
    told = scene.petition
    lines = "\n".join(requests or told["requests"])
    scene.do("triage", purpose=told["purpose"], topic=told["topic"], requests=lines, **found)
    if urgent_reason:
        scene.do("note", words=f"急件：{urgent_reason}")


@plays_as("forward")
def forward(scene: Scene, *, to: str, reason: str) -> None:
    """转送."""
    scene.do("forward", to=scene.organ(to), reason=reason)


@plays_as("assign")
def assign(scene: Scene, *, to: str, reason: str, due_on: str) -> None:
    """交办."""
    scene.do("assign", to=scene.organ(to), reason=reason, report_due_on=date.fromisoformat(due_on))


@plays_as("refer_judicial")
def refer_judicial(scene: Scene, *, to: str, reason: str, basis: str, explanation: str) -> None:
    """转政法部门."""
    scene.do("refer_judicial", to=scene.organ(to), reason=f"{reason}（{basis}）。{explanation}")


@plays_as("refer_discipline")
def refer_discipline(scene: Scene, *, receiver: str, reason: str) -> None:
    """转纪检监察机关."""
    scene.do("refer_discipline", to=scene.organ(receiver), reason=reason)


@plays_as("link")
def link(scene: Scene, *, to: str, reason: str) -> None:
    """并入正在办理的事项."""
    scene.do("link", live=scene.matters[to], reason=reason)


@plays_as("decline_final")
def decline_final(scene: Scene, *, of: str, basis: str, explanation: str, help_available: str) -> None:
    """不再受理: the number is that of the final review's opinion."""
    final = Document.objects.get(matter=scene.matters[of], kind="D21")
    scene.do(
        "decline_final",
        prior_number=final.number,
        new_facts=f"{explanation}（{basis}）",
        help_available=help_available,
    )


@plays_as("agree_objection")
def agree_objection(scene: Scene, *, to: str, reason: str) -> None:
    """同意异议，改转."""
    scene.do("agree_objection", to=scene.organ(to), reason=reason)


@plays_as("dispute")
def dispute(scene: Scene, *, decider: str, reason: str) -> None:
    """提请决定管辖."""
    scene.do("dispute", decider=scene.organ(decider), reason=reason)


@plays_as("settle_dispute")
def settle_dispute(scene: Scene, *, to: str, reason: str, basis: str) -> None:
    """决定管辖."""
    scene.do("settle_dispute", to=scene.organ(to), reason=f"{reason}（{basis}）")
