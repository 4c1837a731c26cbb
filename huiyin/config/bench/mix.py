"""A random mix of acts, done as a door does them: the matter is found among those that the officer may see, and the act
goes through the gate, with its record, its papers and its commit.
"""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from huiyin.config.bench import course
from huiyin.config.bench.city import City, Unit
from huiyin.config.bench.course import Place, Step
from huiyin.config.bench.fill import filing
from huiyin.matters.assignment import Assignment
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from huiyin.people.actor import Actor

MOST = 500
"""So many matters at a stage are enough."""


def turns(city: City, chance: random.Random) -> Iterator[Callable[[], Any]]:
    """Acts ready to be done, at random, each to a matter that none was done to before."""
    standing = {stage: _standing(city, stage, chance) for stage in STAGES}
    others = {unit.organ.pk: _one_in_hand(unit) for unit in city.units}
    while True:
        stage = chance.choice([*(stage for stage in STAGES if standing[stage]), NEW])
        if stage == NEW:
            told = filing(chance)
            yield partial(register, told, by=Actor.petitioner(), organ=city.office)
            continue
        finds, steps = STAGES[stage]
        matter, unit = standing[stage].pop()
        by = {"triager": city.triager, "handler": unit.handler, "head": unit.head}[finds]
        yield partial(_done, matter, Place(city, unit, others[unit.organ.pk]), by, chance.choice(steps))


def _done(matter: Any, place: Place, by: Actor, step: Step) -> None:
    step(Matter.objects.visible_to(by.officer).get(pk=matter), place, timezone.now())


def _standing(city: City, stage: str, chance: random.Random) -> list[tuple[Any, Unit]]:
    """Matters at a stage with the unit that has them in hand; with any unit, what is still at the office."""
    units = {unit.organ.pk: unit for unit in city.units}
    leads = Assignment.objects.filter(is_lead=True, stage=stage, clocks__ended_on=None).order_by("pk")
    there = list(leads.values_list("matter", "organ").distinct())
    chosen = chance.sample(there, min(len(there), MOST))
    return [(matter, units.get(organ) or chance.choice(city.units)) for matter, organ in chosen]


def _one_in_hand(unit: Unit) -> Matter:
    return Matter.system.filter(assignments__organ=unit.organ, assignments__stage="accepted").first()


def _assign(matter: Any, place: Place, at: Any) -> None:
    due = timezone.localdate(at) + timedelta(days=40)
    told = {"to": place.unit.organ, "reason": "要结果", "report_due_on": due}
    matter.assign(by=place.city.triager, at=at, **told)


def _link(matter: Any, place: Place, at: Any) -> None:
    matter.link(by=place.city.triager, at=at, live=place.other, reason="同一个人说同一块地")


def _object(matter: Any, place: Place, at: Any) -> None:
    matter.object(by=place.unit.handler, at=at, reason="不归本单位管")


def _note(matter: Any, place: Place, at: Any) -> None:
    matter.note(by=place.unit.handler, at=at, words="打过电话，约好周三量地。")


def _supplement(matter: Any, place: Place, at: Any) -> None:
    matter.supplement(by=Actor.petitioner(), at=at, text="又补一张登记表的照片。")


def _extend(matter: Any, place: Place, at: Any) -> None:
    told = {"days": 10, "reason": "要等测量"}
    matter.extend(by=place.unit.handler, approved=place.unit.head, at=at, **told)


def _send_back(matter: Any, place: Place, at: Any) -> None:
    matter.send_back(by=place.unit.head, at=at, points="写明量地的日期")


def _attempt(matter: Any, place: Place, at: Any) -> None:
    matter.attempt_delivery(by=place.unit.handler, at=at, method="post", evidence="挂号信")


def _view(matter: Any, place: Place, at: Any) -> None:
    matter.state_view(by=place.unit.handler, at=at, words="量清楚就行。", agrees=True)


NEW = "new"
STAGES: dict[str, tuple[str, list[Step]]] = {
    "registered": ("triager", [course.triage]),
    "triage": ("triager", [course.forward, _assign, _link]),
    "forwarded": ("handler", [course.notify, _object]),
    "notified": ("handler", [course.accept]),
    "accepted": ("handler", [course.investigate, _extend, _note, _supplement]),
    "investigating": ("handler", [course.draft, _extend, _supplement]),
    "drafted": ("head", [course.sign, _send_back]),
    "replied": ("handler", [course.deliver, _attempt]),
    "delivered": ("handler", [_view, _note]),
}
"""Who finds a matter at each stage, and what is done to it then."""
