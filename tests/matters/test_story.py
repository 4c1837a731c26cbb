"""Random stories: whatever anybody may do, in any order and on any day, what must always hold holds."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from huiyin.ledger.verify import walk
from huiyin.matters import evidence
from huiyin.matters.act import kinds
from huiyin.matters.audit import audit
from huiyin.matters.errors import NotAllowed
from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.matters.tick import tick
from huiyin.people.actor import Actor
from tests.matters import moves, stages

OFFICE = ["registrar", "triager", "triager", "supervisor", "leader", "keeper"]
UNITS = [
    "handler",
    "handler",
    "handler",
    "head",
    "second",
    "second",
    "bureau_handler",
    "reviewer",
    "stranger",
]
WRITTEN_STAGES = {"replied", "delivered", "closed"}
NEED_AN_OBJECT = {"answer_question", "clarify", "void_document", "end_agency", "finish_execution"}
told_once = (Phase.generate,)  # to shrink a story takes longer than to read it
quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def _cast(village: Any) -> list[Actor]:
    """Those who act; the leader reviews too, so that stories can reach their end."""
    post = village.actor(village.leader).post
    post.duties = ["lead", "review", "supervise"]
    post.save()
    return [
        Actor.petitioner(),
        Actor.petitioner(),
        *(village.actor(getattr(village, part)) for part in OFFICE + UNITS),
    ]


def _step(village: Any, matter: Matter, cast: list[Actor], data: st.DataObject) -> str:
    """Let one of the cast do one thing that is open, and try one that is not; returns what was done."""
    choose = lambda options: data.draw(st.sampled_from(options))  # noqa: E731
    actor, subject = choose(cast), choose([matter, matter, *matter.reviews.order_by("level")])
    offered = {move.act: move for move in acts_open_to(subject, actor)}
    shut = choose(sorted(set(kinds) - set(offered) - {"register"}))
    _refuses(
        subject, actor, shut, moves.fields(village, subject, shut, choose) if hasattr(subject, shut) else {}
    )
    moving = [act for act, move in offered.items() if move.to and act != "withdraw"]
    lightly = data.draw(st.integers(0, 3)) == 0 or not moving
    act = choose(sorted(offered if lightly else moving) or [""])
    if not act:
        return ""
    asked = moves.fields(village, subject, act, choose)
    try:
        getattr(subject, act)(by=actor, approved=moves.second(village, actor, act), **asked)
    except NotAllowed as no:
        assert not any(
            words in no.sentence for words in ("这一步办不了", "没有“", "不在您的单位", "已经回避，请由")
        )
        return ""
    except TypeError:
        assert not asked  # nothing to fill in: this act needs something that is not there yet
        return ""
    return act


def _refuses(subject: Any, actor: Actor, act: str, asked: dict[str, Any]) -> None:
    """What is not offered is refused; an act whose object is not there has nothing that could be filled in."""
    if hasattr(subject, act) and act not in NEED_AN_OBJECT:
        with pytest.raises(NotAllowed):
            getattr(subject, act)(by=actor, approved=actor, **asked)


def _holds(village: Any, matter: Matter) -> None:
    """The invariants of DOMAIN §8.3 that a matter alone can break."""
    matter.refresh_from_db()
    lead = matter.lead
    assert matter.assignments.filter(is_lead=True).count() == 1  # I1
    assert not matter.assignments.open().exclude(pk=lead.pk).exists()  # I1: nobody else has it in hand
    assert matter.registered_at == stages.START  # I2
    assert lead.stage not in WRITTEN_STAGES or matter.sealed or _answered(matter)  # I3
    assert not matter.clocks.filter(delivery__completed_on=None, delivery__isnull=False).exists()  # I4
    assert sum(matter.extensions.filter(clock__ended_on=None).values_list("days", flat=True)) <= 30  # I5
    assert not (matter.sealed and matter.grants.filter(organ__isnull=False).exists())  # I7
    assert not Matter.objects.visible_to(village.second).filter(sealed=True).exists()  # I7
    assert lead.stage != "closed" or all(
        evidence.found(gate.name, matter)
        for gate in matter.law.gates_for("close")
        if gate.name != "delivery_proven"
    )  # I8
    assert not matter.clocks.exclude(rules=matter.rules).exists()  # I12
    assert matter.law.stage(lead.stage).says_zh  # I14


def _answered(matter: Matter) -> bool:
    papers = Matter.system.get(pk=matter.pk).documents.filter(kind="D17")
    return papers.exists() or Matter.system.filter(sealed_from=matter, documents__kind="D17").exists()


def _tell(village: Any, data: st.DataObject, steps: int) -> None:
    with transaction.atomic():
        cast, moment = _cast(village), stages.START
        with time_machine.travel(moment, tick=False) as clock:
            stages.accepted_matter(village)  # something live, to be linked to
            matter = stages.registered_matter(village, accusation=data.draw(st.integers(0, 9)) == 0)
            for _ in range(steps):
                moment += timedelta(hours=data.draw(st.sampled_from([1, 1, 1, 8, 30, 200, 900])))
                clock.move_to(moment)
                _step(village, matter, cast, data)
                _holds(village, matter)
            tick(moment.date())
            _holds(village, matter)
            assert audit().findings == []
            assert walk().breaks == []  # I13
        transaction.set_rollback(True)


@settings(max_examples=12, deadline=None, suppress_health_check=quiet, phases=told_once, derandomize=True)
@given(data=st.data())
def test_no_story_breaks_what_must_hold(village, data):
    _tell(village, data, steps=30)


@pytest.mark.long
@pytest.mark.engine
@settings(max_examples=100, deadline=None, suppress_health_check=quiet, phases=told_once)
@given(data=st.data())
def test_no_long_story_breaks_what_must_hold(village, data):
    _tell(village, data, steps=60)


def test_the_random_stories_know_every_act():
    asks_nothing = {"sign", "close", "withdraw", "register", "lapse", "settle", "remand"}
    needs_what_is_there = {
        "answer_question",
        "confirm_transcript",
        "void_document",
        "decline",
        "decline_final",
    }
    missing = set(kinds) - set(moves.ASKED) - asks_nothing - needs_what_is_there - {"refer_judicial"}
    assert missing == set()
