"""A canary: words of an accusation stand nowhere that anybody but its keepers can reach."""

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.ledger.pending import Pending
from huiyin.matters.inbox import counts, inbox
from huiyin.matters.matter import Matter
from huiyin.matters.search import matching, tokenize
from huiyin.matters.timeline import timeline
from tests.matters import stages
from tests.village import CAST

CANARY = "金丝雀收受四万"
KEEPERS = {"keeper", "other_keeper"}
OTHERS = sorted(set(CAST) - KEEPERS)
OPENED = {"title": "砂石场扬尘", "extract": "请治理砂石场扬尘。"}


@pytest.fixture
def accusation(village):
    """Filed as an accusation from the beginning."""
    return stages.registered_matter(village, title=CANARY, text=CANARY, wishes=(CANARY,), accusation=True)


@pytest.fixture
def open_half(village):
    """An ordinary claim that went its way, said more and more, and was sealed in the middle of handling."""
    told = {"title": CANARY, "text": CANARY, "wishes": (CANARY, CANARY), "organs_text": CANARY}
    matter = stages.replied_matter(village, at=timezone.now(), **told)
    matter.supplement(by=stages.PETITIONER, text=CANARY)
    question = matter.ask(by=stages.PETITIONER, words=CANARY)
    matter.answer_question(by=village.actor(village.handler), question=question, words=CANARY)
    handler = village.actor(village.handler)
    unclear = matter.ask_clarification(by=handler, words=CANARY)
    matter.clarify(by=stages.PETITIONER, clarification=unclear, words=CANARY)
    matter.ask_clarification(by=handler, words=CANARY)
    matter.note(by=village.actor(village.handler), words=CANARY)
    matter.state_view(by=stages.PETITIONER, words=CANARY)
    matter.correct(by=village.actor(village.registrar), title=CANARY, text=CANARY, reason=CANARY)
    matter.seal(by=village.actor(village.triager), reason=CANARY, **OPENED)
    matter.refresh_from_db()
    return matter


def _texts(row) -> str:
    """Every value of a row, opened."""
    return " ".join(str(getattr(row, field.attname)) for field in row._meta.concrete_fields)


def _rows_of(matter: Matter) -> str:
    """What stands in every table that points at the matter."""
    models = [model for model in apps.get_models() if any(f.name == "matter" for f in model._meta.fields)]
    rows = [row for model in models for row in model._default_manager.filter(matter=matter)]
    return " ".join(map(_texts, [matter, *rows]))


def _payloads_of(matter: Matter) -> str:
    payloads = Payload.objects.select_related("entry").filter(entry__stream=matter.pk)
    return " ".join(payload.content().decode() for payload in payloads)


@pytest.mark.parametrize("part", OTHERS)
def test_nobody_but_the_keepers_sees_an_accusation(village, accusation, part):
    officer = getattr(village, part)
    visible = Matter.objects.visible_to(officer)
    assert not visible.filter(sealed=True).exists()
    assert not matching(visible, "金丝雀").exists()
    assert set(counts(officer, timezone.localdate()).values()) == {0}
    assert inbox(officer, timezone.localdate(), view="all") == []


def test_a_keeper_finds_it_in_the_inbox_wherever_the_keeper_sits(village, accusation):
    rows = inbox(village.keeper, timezone.localdate(), view="all")
    assert [row.matter for row in rows] == [accusation]


def test_not_even_a_keeper_finds_it_by_searching(village, accusation):
    assert not matching(Matter.objects.visible_to(village.keeper), "金丝雀").exists()


@pytest.mark.parametrize("part", OTHERS)
def test_after_sealing_nobody_but_the_keepers_reaches_the_words(village, open_half, part):
    visible = Matter.objects.visible_to(getattr(village, part))
    assert not visible.filter(sealed=True).exists()
    assert not matching(visible, "金丝雀").exists()
    assert CANARY not in " ".join(f"{matter.title}{matter.text}" for matter in visible)


def test_no_row_of_the_open_half_says_it(open_half):
    assert CANARY not in _rows_of(open_half)


def test_no_payload_of_the_open_half_says_it(open_half):
    assert CANARY not in _payloads_of(open_half)


def test_no_line_of_the_open_halfs_story_says_it_or_that_it_was_sealed(open_half):
    lines = timeline(open_half, public=False)
    assert CANARY not in repr(lines)
    assert "seal" not in {line.act for line in lines}


def test_the_open_half_keeps_its_story(open_half):
    acts = [line.act for line in timeline(open_half, public=True)]
    assert {"register", "forward", "notify", "accept", "sign", "supplement", "ask"} <= set(acts)


def test_no_paper_of_the_open_half_says_it(open_half):
    assert CANARY not in repr([paper.fields for paper in open_half.documents.all()])


def test_no_token_of_the_words_is_left(open_half):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tokens FROM matters_tokens")
        left = " ".join(tokens for (tokens,) in cursor.fetchall())
    assert not set(tokenize("金丝雀")) & set(left.split())


def test_nothing_of_before_the_sealing_waits_to_be_read(open_half):
    waiting = Pending.objects.filter(entry__stream=open_half.pk)
    assert set(waiting.values_list("entry__kind", flat=True)) <= {"seal"}


def test_the_keepers_have_all_of_it(village, open_half):
    sealed = Matter.objects.visible_to(village.keeper).get(sealed=True)
    assert CANARY in sealed.text and CANARY in sealed.title
    assert sealed.requests.first().text == CANARY


def test_the_sealed_half_has_no_number_that_leaves_a_gap(village, open_half):
    following = stages.registered_matter(village, at=timezone.now())
    assert int(following.number[-4:]) == int(open_half.number[-4:]) + 1


def test_the_sealed_papers_are_numbered_in_a_series_of_their_own(village, accusation):
    keeper = village.actor(village.keeper)
    accusation.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    accusation.refer_discipline(by=keeper, to=village.discipline, reason="线索")
    assert set(accusation.documents.values_list("series", flat=True)) == {"sealed"}


def test_an_entry_shows_nothing_of_the_words_in_clear(accusation):
    entry = Entry.objects.get(stream=accusation.pk)
    assert CANARY not in repr(entry.__dict__)
