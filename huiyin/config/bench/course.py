"""The course that a matter of the measured city takes: the acts of its main line, in order, up to where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from huiyin.config.bench.city import City, Unit


@dataclass(frozen=True)
class Place:
    """The unit of the city that handles a matter, and another matter that it has in hand."""

    city: City
    unit: Unit
    other: Any = None

    @property
    def supports(self) -> bool:
        """Every other unit supports what is asked, so that answers of both kinds stand there."""
        return self.city.units.index(self.unit) % 2 == 0


Step = Callable[[Any, Place, datetime], Any]


def triage(matter: Any, place: Place, at: datetime) -> None:
    matter.triage(by=place.city.triager, at=at, kind="appeal_claim", reports_wrongdoing=False)


def forward(matter: Any, place: Place, at: datetime) -> None:
    matter.forward(by=place.city.triager, at=at, to=place.unit.organ, reason="归该单位管")


def notify(matter: Any, place: Place, at: datetime) -> None:
    matter.notify(by=place.unit.handler, at=at, route="L6", procedure="派人核实后书面答复")


def accept(matter: Any, place: Place, at: datetime) -> None:
    matter.accept(by=place.unit.handler, at=at, handler=place.unit.handler.post)


def investigate(matter: Any, place: Place, at: datetime) -> None:
    due = timezone.localdate(at) + timedelta(days=20)
    matter.investigate(by=place.unit.handler, at=at, plan="到现场量地，问三组的人。", due_on=due)


def draft(matter: Any, place: Place, at: datetime) -> None:
    answer = {
        "opinion": "supported" if place.supports else "explained",
        "facts": "2025年7月到现场量过，四至和登记表一致。",
        "reasons": "登记表有原件，量地时三组的人在场。",
        "basis": "《中华人民共和国土地管理法》第十四条",
        "plan": "三十天内更正登记。",
        "execute_by": str(timezone.localdate(at) + timedelta(days=30)),
    }
    answers = [answer | {"request": str(request.pk)} for request in matter.requests.all()]
    matter.draft(by=place.unit.handler, at=at, answers=answers)


def sign(matter: Any, place: Place, at: datetime) -> None:
    matter.sign(by=place.unit.head, at=at)


def deliver(matter: Any, place: Place, at: datetime) -> None:
    proof = {"method": "in_person", "evidence": "本人签字"}
    matter.deliver(by=place.unit.handler, at=at, party=matter.parties.get(), **proof)


def close(matter: Any, place: Place, at: datetime) -> None:
    handler = place.unit.handler
    if place.supports:
        matter.begin_execution(by=handler, at=at, organ=place.unit.organ)
    matter.state_view(by=handler, at=at, words="量清楚就行。", agrees=True)
    matter.close(by=handler, approved=place.unit.head, at=at, causes=["policy_gap"])


STEPS: list[Step] = [
    triage, forward, notify, accept, investigate, draft, sign, deliver, close,
]  # fmt: skip
AT_THE_UNIT = 2
"""After so many steps a matter is with a unit."""
