"""Races with real threads: exactly one wins and one is told; and the same race without its guard, which doubles."""

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from huiyin.ledger.verify import walk
from huiyin.matters import gate
from huiyin.matters.audit import audit
from huiyin.matters.document import Document
from huiyin.matters.errors import NotAllowed
from huiyin.matters.investigation import Investigation
from huiyin.matters.matter import Matter
from huiyin.matters.numbering import Series
from huiyin.matters.petition import Petition
from huiyin.matters.proposal import Proposal, propose
from huiyin.matters.registration import register
from huiyin.matters.subject import Subject
from tests.matters import stages
from tests.village import village as found_village

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def village(transactional_db):
    return found_village()


def together(count: int, work: Callable[[int], Any]) -> list[Any]:
    """What `count` threads answer that begin at the same instant, or the error that each one met."""
    line = threading.Barrier(count)

    def one(place: int) -> Any:
        line.wait(timeout=30)
        try:
            return work(place)
        except (NotAllowed, IntegrityError) as met:
            return met
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


@pytest.fixture
def accepted(village):
    return stages.accepted_matter(village)


def _investigating(village, matter: Matter) -> Callable[[int], Any]:
    handler = village.actor(village.handler)
    pages = [Matter.system.get(pk=matter.pk) for _ in range(2)]
    asked = {"plan": "去看渠", "due_on": stages.after(20).date()}
    return lambda place: pages[place].investigate(
        by=handler, at=stages.START, seen=pages[place].version, **asked
    )


def _kinds(answers: list[Any]) -> list[str]:
    return sorted(type(answer).__name__ for answer in answers)


def test_of_two_who_do_the_same_act_at_once_one_wins_and_one_is_told(village, accepted):
    done = together(2, _investigating(village, accepted))
    assert _kinds(done) == ["Investigation", "Overtaken"]
    assert (walk().breaks, audit().findings) == ([], [])


def test_of_two_who_saw_no_version_one_wins_and_one_is_refused(village, accepted):
    handler = village.actor(village.handler)
    pages = [Matter.system.get(pk=accepted.pk) for _ in range(2)]
    asked = {"by": handler, "at": stages.START, "plan": "去看渠", "due_on": stages.after(20).date()}
    done = together(2, lambda place: pages[place].investigate(**asked))
    assert _kinds(done) == ["Investigation", "NotAllowed"]


@pytest.fixture
def unlocked(accepted, monkeypatch):
    """The row's lock is gone: both look at the stage before either moves it. The chain, which would refuse, is mute."""
    looked, meeting, numbers = Matter.bearer, threading.Barrier(2), iter([101, 102])

    def advance(subject: Subject, seen: int | None) -> None:
        subject.version = next(numbers)

    def bearer(matter: Matter, *told: Any) -> Any:
        found = looked(matter, *told)
        meeting.wait(timeout=30)
        return found

    monkeypatch.setattr(Subject, "advance", advance)
    monkeypatch.setattr(Matter, "bearer", bearer)
    monkeypatch.setattr(gate, "_record", lambda *told: None)


@pytest.mark.postgresql
def test_without_the_lock_the_conditional_update_still_lets_one_through(village, accepted, unlocked):
    done = together(2, _investigating(village, accepted))
    assert _kinds(done) == ["Investigation", "Overtaken"]
    assert Investigation.objects.count() == 1


@pytest.mark.postgresql
def test_without_both_guards_the_same_act_is_done_twice(village, accepted, unlocked, monkeypatch):
    def unconditional(deed: Any) -> None:
        type(deed.bearer).objects.filter(pk=deed.bearer.pk).update(stage=deed.move.to)

    monkeypatch.setattr(gate, "_move_stage", unconditional)
    done = together(2, _investigating(village, accepted))
    assert _kinds(done) == ["Investigation", "Investigation"]
    assert Investigation.objects.count() == 2


def test_two_supplements_at_once_both_stay(village, accepted):
    pages = [Matter.system.get(pk=accepted.pk) for _ in range(2)]
    words = ["水泵也坏了。", "电费单在这里。"]
    together(2, lambda place: pages[place].supplement(by=stages.PETITIONER, text=words[place]))
    text = Matter.system.get(pk=accepted.pk).text
    assert words[0] in text and words[1] in text


def test_the_same_form_sent_by_eight_at_once_is_one_matter(village):
    told = stages.filing(key=uuid.uuid4())
    done = together(8, lambda place: register(told, by=stages.PETITIONER, organ=village.city_office))
    assert len({answer.matter_id for answer in done}) == 1
    assert (Matter.system.count(), Petition.objects.count()) == (1, 1)


@pytest.mark.postgresql
def test_without_the_key_the_same_form_makes_two_matters(village, monkeypatch):
    """The key in the form is the guard: two forms that differ in nothing but their key are two petitions."""
    same = {"title": "同一份", "text": "同一份"}
    done = together(
        2, lambda place: register(stages.filing(**same), by=stages.PETITIONER, organ=village.city_office)
    )
    assert len({answer.matter_id for answer in done}) == 2


def test_eight_who_register_at_once_get_numbers_without_a_gap(village):
    done = together(
        8,
        lambda place: register(
            stages.filing(), by=stages.PETITIONER, organ=village.city_office, at=stages.START
        ),
    )
    assert sorted(answer.matter.number for answer in done) == [f"明信2026-03-{n:04d}" for n in range(1, 9)]


def test_numbers_given_back_by_a_rollback_are_given_again(village):
    def number(place: int) -> int:
        with transaction.atomic():
            taken = Series.next(village.town, "probe")
            transaction.set_rollback(place % 2 == 0)
        return taken

    together(8, number)
    assert Series.objects.get(name="probe").last == 4
    assert Series.next(village.town, "probe") == 5


def test_papers_issued_by_eight_at_once_are_numbered_without_a_gap(village):
    matters = [stages.triaged_matter(village) for _ in range(8)]
    triager = village.actor(village.triager)
    together(
        8, lambda place: matters[place].forward(by=triager, at=stages.START, to=village.town, reason="归镇里")
    )
    sequences = Document.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, 17))
    assert audit().findings == []


def test_of_two_heads_who_approve_at_once_one_is_told(village):
    matter = stages.accepted_matter(village, at=timezone.now())
    asked = propose(matter, "extend", by=village.actor(village.handler), days=10, reason="要等检测")
    head = village.actor(village.head)
    pages = [Proposal.objects.get(pk=asked.pk) for _ in range(2)]
    done = together(2, lambda place: pages[place].approve(by=head))
    assert _kinds(done) == ["Extension", "Overtaken"]
    assert matter.clocks.get(term="handling").extensions() == (10,)


def test_sealing_while_another_forwards_never_forwards_what_is_sealed(village):
    matter = stages.triaged_matter(village)
    triager = village.actor(village.triager)
    pages = [Matter.system.get(pk=matter.pk) for _ in range(2)]
    acts = [
        lambda page: page.seal(by=triager, reason="有举报"),
        lambda page: page.forward(by=triager, seen=page.version, to=village.town, reason="归镇里"),
    ]
    together(2, lambda place: acts[place](pages[place]))
    assert not Matter.objects.visible_to(village.handler).filter(sealed=True).exists()
    assert not Matter.system.get(pk=matter.pk).grants.filter(organ__isnull=False).exists()
