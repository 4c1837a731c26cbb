"""The light acts: notes, instructions, questions, supplements, ratings, views. They move no stage and no clock."""

from datetime import date

import pytest

from huiyin.matters.attachment import Piece
from huiyin.matters.matter import Matter
from huiyin.matters.search import matching
from huiyin.matters.timeline import timeline
from tests.matters import stages


@pytest.mark.parametrize("words", ["这是个钉子户", "难 缠 户", "老上访了", "列为重点人员"])
def test_a_note_that_labels_people_is_turned_back(village, refused, words):
    matter = stages.accepted_matter(village)
    with refused("贴标签") as told:
        matter.note(by=village.actor(village.handler), words=words)
    assert told.value.field == "words"
    assert matter.notes.count() == 0


def test_an_empty_note_is_none(village, refused):
    matter = stages.accepted_matter(village)
    with refused("写一句"):
        matter.note(by=village.actor(village.handler), words="  ")


def test_a_note_never_reaches_the_petitioner(village):
    matter = stages.accepted_matter(village)
    matter.note(by=village.actor(village.handler), words="渠长四十米")
    assert "note" in {line.act for line in timeline(matter, public=False)}
    assert "note" not in {line.act for line in timeline(matter, public=True)}


def test_an_instruction_moves_nothing(village, running):
    matter = stages.accepted_matter(village)
    before = (matter.stage, running(matter))
    matter.instruct(
        by=village.actor(village.leader), at=stages.START, words="雨季前修好", due_on=date(2026, 5, 1)
    )
    assert (matter.stage, running(matter)) == before


def test_a_leader_instructs_for_a_day_to_come(village, refused):
    matter = stages.accepted_matter(village)
    with refused("早于今天"):
        matter.instruct(
            by=village.actor(village.leader), at=stages.START, words="修", due_on=date(2026, 3, 1)
        )


@pytest.mark.parametrize("part", ["stranger", "bureau_head"])
def test_who_is_neither_above_nor_supervising_does_not_instruct(village, refused, part):
    matter = stages.accepted_matter(village)
    with refused("不在您的单位"):
        matter.instruct(
            by=village.actor(getattr(village, part)), at=stages.START, words="修", due_on=date(2026, 5, 1)
        )


def test_a_question_is_answered_once(village, refused):
    matter = stages.accepted_matter(village)
    question = matter.ask(by=stages.PETITIONER, words="谁来修？")
    matter.answer_question(by=village.actor(village.handler), question=question, words="镇里修。")
    with refused("已经有人回答"):
        matter.answer_question(by=village.actor(village.handler), question=question, words="镇里修。")


def test_a_question_of_another_matter_is_not_answered_here(village, refused):
    matter, other = stages.accepted_matter(village), stages.accepted_matter(village)
    question = other.ask(by=stages.PETITIONER, words="谁来修？")
    with refused("已经有人回答"):
        matter.answer_question(by=village.actor(village.handler), question=question, words="镇里修。")


def test_an_empty_question_is_none(village, refused):
    matter = stages.accepted_matter(village)
    with refused("写一句您想问的"):
        matter.ask(by=stages.PETITIONER, words=" ")


def test_a_supplement_joins_the_words_and_can_be_found(village):
    matter = stages.accepted_matter(village)
    matter.supplement(by=stages.PETITIONER, text="水泵也坏了。")
    found = matching(Matter.objects.visible_to(village.handler), "水泵")
    assert list(found) == [matter]
    assert matter.text == f"{stages.TEXT}\n\n水泵也坏了。"


def test_two_supplements_from_two_open_pages_both_stay(village):
    matter = stages.accepted_matter(village)
    other_page = Matter.system.get(pk=matter.pk)
    matter.supplement(by=stages.PETITIONER, text="水泵也坏了。")
    other_page.supplement(by=stages.PETITIONER, text="电费单在这里。")
    text = Matter.system.get(pk=matter.pk).text
    assert "水泵" in text and "电费单" in text


def test_supplementary_papers_are_counted_and_kept_sealed(village, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    matter = stages.accepted_matter(village)
    piece = Piece("照片.txt", "text/plain", "渠塌了四十米".encode())
    row = matter.supplement(by=stages.PETITIONER, attachments=(piece,))
    kept = matter.attachments.get()
    assert row.pieces == 1
    assert kept.content() == piece.content
    assert piece.content not in kept.path.read_bytes()


def test_an_archived_matter_still_takes_a_supplement(village):
    matter = stages.closed_matter(village)
    matter.supplement(by=stages.PETITIONER, text="又塌了。")
    assert matter.supplements.count() == 1


def test_the_petitioner_rates_within_the_window(village):
    matter = stages.delivered_matter(village)
    matter.rate(by=stages.PETITIONER, at=stages.after(10), office="satisfied", organ="not")
    assert matter.ratings.get().organ == "not"


def test_after_the_window_nobody_rates(village, refused):
    matter = stages.delivered_matter(village)
    with refused("满意度评价"):
        matter.rate(by=stages.PETITIONER, at=stages.after(31), office="satisfied", organ="not")


def test_before_the_answer_arrived_nobody_rates(village, refused):
    matter = stages.replied_matter(village)
    with refused("已答复"):
        matter.rate(by=stages.PETITIONER, office="satisfied", organ="not")


@pytest.mark.parametrize("part", ["registrar", "handler", "head", "supervisor"])
def test_staff_do_not_rate_in_the_petitioners_place(village, refused, part):
    matter = stages.delivered_matter(village)
    with refused("信访人本人"):
        matter.rate(
            by=village.actor(getattr(village, part)), at=stages.START, office="satisfied", organ="satisfied"
        )


def test_a_view_taken_down_by_staff_names_who_took_it_down(village):
    matter = stages.delivered_matter(village)
    by_staff = matter.state_view(by=village.actor(village.handler), words="行。", agrees=True)
    own = matter.state_view(by=stages.PETITIONER, words="不行。", agrees=False)
    assert (by_staff.capacity, own.capacity) == ("holder", "petitioner")
