"""The gate: one transaction per act, the slower of two officers is told, light acts overtake nobody."""

import pytest
from django.db import DatabaseError

from huiyin.ledger import entry as ledger
from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters import gate
from huiyin.matters.clock import Clock
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.matter import Matter
from tests.matters import stages


def test_the_slower_of_two_officers_is_told(village):
    matter = stages.notified_matter(village)
    slower = Matter.system.get(pk=matter.pk)
    handler = village.actor(village.handler)
    matter.accept(by=handler, at=stages.START, seen=matter.version, handler=handler.post)
    with pytest.raises(Overtaken, match="刚才有人先办了一步"):
        slower.decline(
            by=handler,
            seen=slower.version,
            reason_code="already_accepted",
            basis="第十九条",
            where_to="水利局",
            remedy="可以反映",
        )
    assert matter.stage == "accepted"


def test_the_slower_of_two_withdrawals_is_told_rather_than_refused(village):
    matter = stages.accepted_matter(village)
    slower = Matter.system.get(pk=matter.pk)
    matter.withdraw(by=stages.PETITIONER, seen=matter.version)
    with pytest.raises(Overtaken):
        slower.withdraw(by=stages.PETITIONER, seen=slower.version)


def test_a_light_act_in_between_overtakes_nobody(village):
    matter = stages.notified_matter(village)
    seen = matter.version
    matter.ask(by=stages.PETITIONER, words="谁来修？")
    matter.note(by=village.actor(village.handler), words="去看过")
    handler = village.actor(village.handler)
    Matter.system.get(pk=matter.pk).accept(by=handler, at=stages.START, seen=seen, handler=handler.post)
    assert matter.stage == "accepted"


def test_an_overtaken_act_leaves_the_version_as_it_was(village):
    matter = stages.notified_matter(village)
    handler = village.actor(village.handler)
    seen = matter.version
    matter.accept(by=handler, at=stages.START, handler=handler.post)
    with pytest.raises(Overtaken):
        matter.accept(by=handler, at=stages.START, seen=seen, handler=handler.post)
    assert Matter.system.get(pk=matter.pk).version == seen + 1


def test_every_act_takes_the_next_number_without_a_gap(village):
    matter = stages.closed_matter(village)
    numbers = list(Entry.objects.filter(stream=matter.pk).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, matter.version + 1))


def _left_by(matter: Matter) -> tuple[int, ...]:
    return (
        Matter.system.get(pk=matter.pk).version,
        Entry.objects.count(),
        Payload.objects.count(),
        Clock.objects.count(),
        matter.clocks.running().count(),
        matter.acceptances.count(),
        matter.documents.count(),
    )


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (gate, "_move_stage"),
        (gate, "_record"),
        (Matter, "run_clocks"),
        (Matter, "issue_documents"),
        (ledger.Pending, "announce"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_an_act_that_breaks_anywhere_leaves_nothing(village, monkeypatch, place, name):
    matter = stages.notified_matter(village)
    before = _left_by(matter)
    handler = village.actor(village.handler)

    def broken(*told, **more):
        raise DatabaseError("the machine stops here")

    monkeypatch.setattr(place, name, broken)
    with pytest.raises(DatabaseError, match="stops here"):
        matter.accept(by=handler, at=stages.START, handler=handler.post)
    assert _left_by(matter) == before
    assert matter.lead.stage == "notified"
    assert matter.lead.handler is None


def test_a_refusal_after_the_verb_leaves_nothing(village):
    matter = stages.accepted_matter(village)
    before = _left_by(matter)
    with pytest.raises(NotAllowed):
        matter.extend(
            by=village.actor(village.handler),
            approved=village.actor(village.head),
            at=stages.START,
            days=10,
            reason="",
        )
    assert _left_by(matter) == before


def test_the_clock_keeps_the_rule_set_it_was_started_under(village):
    matter = stages.accepted_matter(village)
    assert set(matter.clocks.values_list("rules", flat=True)) == {matter.rules}


def test_history_written_down_is_told_to_nobody_outside(village):
    matter = stages.registered_matter(village)
    told = set(ledger.Pending.objects.filter(entry__stream=matter.pk).values_list("reader", flat=True))
    past = stages.register(
        stages.filing(), by=stages.Actor.petitioner("replay"), organ=village.city_office, at=stages.START
    )
    silent = set(ledger.Pending.objects.filter(entry__stream=past.matter.pk).values_list("reader", flat=True))
    assert silent < told
