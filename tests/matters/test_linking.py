"""A repeat is linked and never lost: the link is seen by whom it concerns, and undone as if it had never been."""

import pytest
from django.db import OperationalError

from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.matters.timeline import timeline
from tests.matters import stages
from tests.matters.test_race import _kinds, together
from tests.village import village as found_village

pytestmark = pytest.mark.seed("S046")
NOT_THE_SAME = "我说的是村西的渠，不是这一条。"


def linked(village, *, live=None, **told):
    live = live or stages.accepted_matter(village)
    again = stages.triaged_matter(village, **told)
    again.link(by=village.actor(village.triager), at=stages.after(3), live=live, reason="同一条渠")
    return again


def undone(village, matter, *, by=None, days=5):
    by = by or village.actor(village.triager)
    return matter.unlink(by=by, at=stages.after(days), reason=NOT_THE_SAME)


def open_to(matter, actor):
    return {move.act for move in acts_open_to(matter, actor)}


@pytest.mark.parametrize("whose", ["office", "petitioner"])
def test_the_office_or_the_petitioner_alone_undoes_it(village, whose):
    again = linked(village)
    by = village.actor(village.triager) if whose == "office" else stages.PETITIONER
    assert "unlink" in open_to(again, by)
    undone(village, again, by=by)
    again.refresh_from_db()
    assert (again.stage, again.linked_to) == ("triage", None)


def test_the_organ_that_has_the_live_one_does_not_undo_it(village, refused):
    again = linked(village)
    with refused("职责"):
        undone(village, again, by=village.actor(village.handler))


def test_triage_is_counted_from_receipt_as_if_nothing_had_been_linked(village, running):
    again = linked(village)
    due = again.clocks.get(term="triage").due_on
    undone(village, again, days=12)
    clock = again.clocks.get(term="triage")
    assert (clock.started_on, clock.due_on, running(again)) == (stages.START.date(), due, {"triage"})
    assert again.lead.next_due_on == due


def test_a_clock_that_ran_out_meanwhile_is_overdue_at_once(village):
    again = linked(village)
    undone(village, again, days=40)
    assert again.clocks.overdue(stages.after(40).date()).exists()


def test_the_notice_that_it_was_a_repeat_is_void(village):
    again = linked(village)
    undone(village, again)
    assert again.documents.get(kind="D07").voided_on == stages.after(5).date()


def test_both_stories_tell_link_and_undoing_with_the_day_ahead(village):
    again = linked(village)
    undone(village, again)
    for public in (True, False):
        said = {line.act: line.says for line in timeline(again, public=public)}
        assert "安平镇人民政府正在办" in said["link"]
        assert "5月6日前" in said["link"]
        assert "3月17日前告诉您由谁办" in said["unlink"]


def test_what_has_ended_since_is_no_obstacle(village):
    again = linked(village)
    again.archive(by=village.actor(village.triager), at=stages.after(4), keeping="ten_years")
    undone(village, again)
    assert again.stage == "triage"


def test_what_was_never_linked_has_nothing_to_undo(village, refused):
    matter = stages.triaged_matter(village)
    matter.withdraw(by=stages.PETITIONER, at=stages.after(1))
    matter.archive(by=village.actor(village.triager), at=stages.after(2), keeping="ten_years")
    assert "unlink" not in open_to(matter, stages.PETITIONER)
    with refused("没有关联"):
        undone(village, matter)


def test_it_may_be_linked_again(village):
    again = linked(village)
    undone(village, again)
    live = stages.accepted_matter(village)
    again.link(by=village.actor(village.triager), at=stages.after(6), live=live, reason="是这一条")
    assert again.live() == live
    assert again.documents.filter(kind="D07", voided_on=None).count() == 1


def test_the_organ_of_the_live_one_sees_what_was_sent_now_while_it_is_linked(village):
    again = linked(village)
    seen = Matter.objects.visible_to(village.handler).filter(pk=again.pk)
    assert seen.exists()
    undone(village, again)
    assert not seen.exists()


def test_where_the_live_one_was_linked_on_the_last_one_counts(village):
    middle = stages.triaged_matter(village)
    again = linked(village, live=middle)
    last = stages.accepted_matter(village)
    middle.link(by=village.actor(village.triager), at=stages.after(4), live=last, reason="同一条渠")
    assert Matter.system.get(pk=again.pk).live() == last


def test_a_live_one_that_was_sealed_since_is_not_named(village):
    live = stages.accepted_matter(village)
    again = linked(village, live=live)
    live.seal(by=village.actor(village.registrar), at=stages.after(4), reason="有举报")
    again = Matter.system.get(pk=again.pk)
    assert again.live() is None
    undone(village, again)
    assert (
        next(line for line in timeline(again, public=True) if line.act == "unlink").fields.get("live") is None
    )


def test_nothing_is_linked_to_what_was_answered(village, refused):
    answered = stages.delivered_matter(village)
    again = stages.triaged_matter(village)
    with refused("已经答复") as told:
        again.link(by=village.actor(village.triager), at=stages.START, live=answered, reason="同一条渠")
    assert told.value.field == "live"


def test_what_is_sealed_is_linked_to_nothing(village, refused):
    live = stages.accepted_matter(village)
    sealed = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    sealed.triage(by=keeper, at=stages.START, kind="accusation", reports_wrongdoing=True)
    with refused("正在办理的那一件"):
        sealed.link(by=keeper, at=stages.START, live=live, reason="同一条渠")


def test_sealing_takes_the_petitioners_words_about_it(village):
    again = linked(village)
    undone(village, again)
    again.seal(by=village.actor(village.registrar), at=stages.after(6), title="渠坏了", extract="请修渠。")
    assert again.unlinkings.get().reason == ""


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Two at the same instant."""

    @pytest.fixture
    def village(self, transactional_db):
        return found_village()

    def test_of_two_who_undo_it_one_wins_and_one_is_told(self, village):
        again = linked(village)
        pages = [Matter.system.get(pk=again.pk) for _ in range(2)]
        by = [village.actor(village.triager), stages.PETITIONER]
        done = together(2, lambda place: undone(village, pages[place], by=by[place]))
        assert _kinds(done) == ["NotAllowed", "Unlinking"]

    def test_of_two_who_link_it_elsewhere_one_wins(self, village):
        again = stages.triaged_matter(village)
        lives = [stages.accepted_matter(village) for _ in range(2)]
        pages = [Matter.system.get(pk=again.pk) for _ in range(2)]
        triager = village.actor(village.triager)
        done = together(
            2,
            lambda place: pages[place].link(
                by=triager, at=stages.after(1), live=lives[place], reason="同一条渠"
            ),
        )
        assert _kinds(done) == ["Linking", "NotAllowed"]

    def test_two_are_never_linked_to_each_other(self, village):
        both = [stages.triaged_matter(village) for _ in range(2)]
        triager = village.actor(village.triager)

        def link(place: int):
            try:
                return both[place].link(
                    by=triager, at=stages.after(1), live=both[1 - place], reason="同一条渠"
                )
            except OperationalError as deadlock:  # PostgreSQL turns one of them back
                return deadlock

        together(2, link)
        assert Matter.system.filter(linked_to__isnull=False).count() == 1
