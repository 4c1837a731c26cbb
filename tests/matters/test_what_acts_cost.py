"""What an act asks of the database: at most eighteen questions, or thirty where it opens a case or does other acts too.

Counted is every statement but SAVEPOINT and RELEASE: those open no table, and in a test the act's own BEGIN and COMMIT
are savepoints too. An act is done as a door does it, on rows that were just read, with everything that moves.py answers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from huiyin.ledger.entry import Entry
from huiyin.matters.act import kinds
from huiyin.matters.errors import NotAllowed
from huiyin.people.actor import Actor
from huiyin.statute import rules
from tests.matters import moves, stages, ways
from tests.matters.test_handover import ends
from tests.village import CAST, Village

MOST, MOST_OF_SEVERAL = 18, 30
REGISTERING_MORE = {"split": 64, "seal": 76, "triage": 74}
"""Acts that register a second matter, whole, beside their own: petition, requests, organs, search, receipt, clocks.

Splitting after acceptance has the second carried on besides, with road, handler and limits of the first.
Sealing an extract apart does three acts in one transaction: the whole is registered as a sealed matter, that is sealed,
and the open half goes on. It moves what the petitioner brought, empties each table in which the record says that somebody
wrote, and has each room above remove its copies. It grows with the kinds of what was written, not with the rows.
"""
MEASURED_ELSEWHERE = {"annul", "recount", "remand", "take_in", "let_go", "carry_on"}
"""Of a batch and of a calendar, by the worker alone; the rest is the second half of another act, measured with it."""
LAW = rules.load("cn-2022")


@dataclass
class Cost:
    """What was asked, and how many entries it left in the record: one for each act that was done."""

    asked: list[str]
    entries: int


def measured(do: Callable[[], Any]) -> Cost:
    before = Entry.objects.count()
    with CaptureQueriesContext(connection) as seen:
        do()
    asked = [query["sql"] for query in seen if "SAVEPOINT" not in query["sql"]]
    return Cost(asked, Entry.objects.count() - before)


def allowed(act: str, cost: Cost) -> int:
    """The limit, by what the act does: it did others too, or the rule set says that it opens a case or a part."""
    if cost.entries > 1 or act == "seal":
        return REGISTERING_MORE.get(act, MOST_OF_SEVERAL)
    its_moves = [move for move in LAW.moves if move.act == act]
    case = any("new" in move.from_ or move.on for move in its_moves)
    part = any(move.opens and LAW.stage(move.opens, move.track).aside for move in its_moves)
    return MOST_OF_SEVERAL if case or part else MOST


@pytest.fixture
def cast(village: Village) -> Iterator[list[Actor]]:
    """Everybody but the stranger, on the day of all builders; 陈明 reviews and supervises too."""
    post = village.actor(village.leader).post
    post.duties = ["lead", "review", "supervise", "handle"]
    post.save()
    with travel(stages.START, tick=False):
        parts = [part for part in CAST if part != "stranger"]
        yield [Actor.petitioner(), *(village.actor(getattr(village, part)) for part in parts)]


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk) if isinstance(row, models.Model) else row


def somebody_does(village: Village, cast: list[Actor], subject: Any, act: str, choose: Any) -> Cost | str:
    """Let the first who may do it; what it cost, or why nobody could."""
    duties = {duty for move in LAW.moves if move.act == act for duty in move.duties}
    why = "nobody has the duty"
    for actor in cast:
        if not duties & set(actor.post.duties if actor.post else [actor.capacity]):
            continue
        told = moves.fields(village, fresh(subject), act, choose)
        told |= {"to": ways.court()} if act == "refer_judicial" else {}
        given = {name: fresh(value) for name, value in told.items()}
        given |= {"by": actor, "approved": moves.second(village, actor, act)}
        doing = getattr(fresh(subject), act)
        try:
            with transaction.atomic():
                return measured(lambda doing=doing, given=given: doing(**given))
        except (NotAllowed, TypeError) as no:
            why = str(getattr(no, "sentence", no))
    return why


def costs(village: Village, cast: list[Actor], act: str) -> Iterator[Cost | str]:
    """What it costs from each stage, filled in in two ways."""
    stages.accepted_matter(village, people=(stages.FARMER,))  # another one, to link or to join to
    for stage in ways.stages_for(act, LAW):
        told = {"named": (village.bureau,), "wishes": ("修好灌溉渠", "赔损失")} | ways.FILED.get(act, {})
        told |= {} if stage != "closed" else {"wishes": ("修好灌溉渠",)}
        for last in (0, -1):
            with transaction.atomic():
                subject = ways.BUILT[stage](village, **told)
                for each in (*ways.BEFORE.get(act, ()), act):
                    cost = somebody_does(village, cast, subject, each, lambda options, at=last: options[at])
                yield cost
                transaction.set_rollback(True)


@pytest.mark.parametrize("act", sorted(set(kinds) - moves.DONE_BY_OTHERS))
def test_an_act_asks_no_more_than_its_limit(village, cast, act):
    met = list(costs(village, cast, act))
    done = [cost for cost in met if isinstance(cost, Cost)]
    assert done, f"nobody could do it; tests/matters/ways.py says what goes before: {met}"
    over = [(len(cost.asked), allowed(act, cost)) for cost in done if len(cost.asked) > allowed(act, cost)]
    assert over == [], "asked, and allowed"


def _registered(village, subject):
    two = (stages.ELDER, stages.FARMER)
    return lambda: stages.registration(village, people=two, wishes=("修渠", "赔钱"), named=(village.bureau,))


def _lapsed(village, matter):
    clock = matter.clocks.running().get(term="handling")
    return lambda: fresh(matter).lapse(by=Actor.system(), at=stages.after(90), clock=clock)


def _settled(village, matter):
    clock = matter.clocks.running().get(term="review-window")
    return lambda: fresh(matter).settle(by=Actor.system(), at=stages.after(31), clock=clock)


def _handed_over(village, matter):
    succession = ends(village, on=stages.START + timedelta(days=1))
    return lambda: fresh(matter).succeed(by=Actor.system(), at=stages.after(1), succession=succession)


BY_ITSELF = {
    "register": ("registered", _registered),
    "lapse": ("investigating", _lapsed),
    "settle": ("delivered", _settled),
    "succeed": ("investigating", _handed_over),
}


@pytest.mark.parametrize("act", sorted(BY_ITSELF))
def test_an_act_that_nobody_fills_in_asks_no_more_than_its_limit(village, cast, act):
    stage, brought = BY_ITSELF[act]
    cost = measured(brought(village, ways.BUILT[stage](village)))
    assert len(cost.asked) <= allowed(act, cost)


def test_no_act_goes_unmeasured():
    assert set(BY_ITSELF) | MEASURED_ELSEWHERE == moves.DONE_BY_OTHERS
