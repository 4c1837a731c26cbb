"""A file is one batch: on record, undone as a whole while nobody touched it, and nothing else is ever undone."""

import json
from datetime import date

import pytest
from django.utils import timezone

from huiyin.ledger.entry import Entry
from huiyin.ledger.verify import walk
from huiyin.mailroom.incoming import petitions, undoing
from huiyin.mailroom.notice import Notice
from huiyin.matters import audit, book, inbox, tick
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from huiyin.matters.search import matching
from tests.api.client import program_of
from tests.desk.signed_in import signed_in
from tests.mailroom.batches import begun, imported, planned
from tests.matters import stages

pytestmark = pytest.mark.django_db
WHY = "选错了文件"


def undone(village, batch, reason=WHY):
    batch.begin_undoing(village.actor(village.registrar), reason=reason, at=timezone.now())
    return undoing.undo(batch)


def matter_of(batch, title="路灯不亮"):
    return next(m for m in Matter.system.filter(petitions__batch=batch) if m.title == title)


def kept(village, batch):
    mine = Matter.objects.visible_to(village.registrar)
    return {one.matter.number: one.why for one in undoing.kept(batch, mine)}


def test_a_batch_says_who_brought_which_file_when_from_whom_and_why(village):
    batch = imported(village)
    entry = Entry.objects.get(stream=batch.pk)
    said = json.loads(entry.payloads.get().content())
    assert (entry.kind, entry.officer) == ("import", village.registrar.pk)
    assert (said["purpose"], said["rows"], said["file_hash"]) == ("旧台账", 2, batch.file_hash)
    assert batch.petitions.count() == 2


def test_undone_it_is_out_of_inbox_search_and_book_and_stays_with_its_number_and_reason(village):
    batch = imported(village)
    number = matter_of(batch).number
    assert undone(village, batch) == 2
    mine = Matter.objects.visible_to(village.triager)
    today = timezone.localdate()
    assert inbox.inbox(village.triager, today, view="all") == []
    assert inbox.counts(village.triager, today)["all"] == 0
    assert list(matching(mine, "路灯")) == []
    assert list(book.registered_between(mine, date(2026, 1, 1), today)) == []
    page = signed_in(village.triager).get(f"/desk/matters/{number}/").content.decode()
    assert "导入已撤销" in page and WHY in page


def test_each_matter_has_an_entry_of_its_own_and_the_record_holds(village):
    batch = imported(village)
    undone(village, batch)
    for matter in Matter.system.filter(petitions__batch=batch):
        kinds = list(Entry.objects.filter(stream=matter.pk).order_by("number").values_list("kind", flat=True))
        assert kinds == ["register", "annul"]
        assert not matter.clocks.running().exists()
    assert audit.audit().findings == []
    assert walk().breaks == []


@pytest.mark.parametrize(
    "touch",
    [
        lambda village, matter: matter.note(by=village.actor(village.triager), words="去看看"),
        lambda village, matter: matter.ask(by=stages.PETITIONER, words="谁来修？"),
        lambda village, matter: matter.triage(
            by=village.actor(village.triager), kind="appeal_claim", reports_wrongdoing=False
        ),
        lambda village, matter: matter.reissue(by=village.actor(village.registrar), identified_by="身份证"),
        lambda village, matter: Notice.objects.enter(
            [
                Notice.made(
                    matter.pk, about="x", recipient=matter.pk, recipient_kind="petitioner",
                    channel="letter", matter=matter,
                )
            ]
        ),
    ],
    ids=["note", "question", "triage", "receipt", "mail"],
)  # fmt: skip
def test_what_somebody_touched_is_kept_and_named(village, touch):
    batch = imported(village)
    touched = matter_of(batch)
    touch(village, touched)
    assert undone(village, batch) == 1
    assert list(kept(village, batch)) == [touched.number] and kept(village, batch)[touched.number]
    assert Petition.objects.get(matter=touched).key is not None


def test_that_days_went_by_touches_nothing(village):
    batch = imported(village)
    tick.tick(timezone.localdate())
    assert matter_of(batch).lapses.exists()
    assert undone(village, batch) == 2


def test_after_an_undo_the_same_file_can_be_imported_again(village):
    undone(village, imported(village))
    assert len(planned().new) == 2
    imported(village)
    assert Matter.system.count() == 4
    assert planned().already == 2


def test_an_import_that_crashed_is_finished_by_running_it_again(village, monkeypatch):
    monkeypatch.setattr(petitions, "AT_ONCE", 1)

    def crash(rows):
        yield next(rows)
        raise KeyboardInterrupt

    made, batch = planned(), begun(village)
    with pytest.raises(KeyboardInterrupt):
        petitions.register_all(made, batch, village.actor(village.registrar), each=crash)
    assert Petition.objects.count() == 1
    again = imported(village)
    assert (again, Petition.objects.count(), batch.petitions.count()) == (batch, 2, 2)
    batch.refresh_from_db()
    assert batch.finished_at is not None


def test_an_undo_that_crashed_is_finished_by_doing_it_again(village):
    batch = imported(village)
    batch.begin_undoing(village.actor(village.registrar), reason=WHY, at=timezone.now())
    matter_of(batch).annul(by=batch.undoer, reason=WHY)
    assert undoing.undo_decided() == 1
    batch.refresh_from_db()
    assert batch.settled_at is not None and undoing.how_many_annulled(batch) == 2


def test_a_batch_that_is_undone_takes_no_more_rows(village):
    made, batch = planned(), begun(village)
    batch.begin_undoing(village.actor(village.registrar), reason=WHY, at=timezone.now())
    with pytest.raises(Overtaken):
        petitions.register_all(made, batch, village.actor(village.registrar))
    assert not Petition.objects.exists()


@pytest.mark.parametrize("part", ["administrator", "supervisor", "county_triager", "stranger", "handler"])
def test_only_who_registers_at_the_office_that_imported_may_undo(village, part):
    batch = imported(village)
    with pytest.raises(NotAllowed, match="导入这一批的单位"):
        batch.begin_undoing(village.actor(getattr(village, part)), reason=WHY, at=timezone.now())
    assert batch.undone_at is None


def test_an_undo_without_a_reason_is_refused(village):
    with pytest.raises(NotAllowed, match="为什么"):
        undone(village, imported(village), reason="  ")


def test_no_verb_annuls_what_did_not_come_by_a_batch(village):
    matter = stages.registered_matter(village)
    with pytest.raises(NotAllowed, match="登记不能取消"):
        matter.annul(by=village.actor(village.registrar), reason=WHY)
    assert matter.stage == "registered"


def test_no_verb_annuls_one_matter_out_of_a_batch_that_stands_or_is_settled(village):
    batch = imported(village)
    matter = matter_of(batch)
    with pytest.raises(NotAllowed, match="登记不能取消"):
        matter.annul(by=village.actor(village.registrar), reason=WHY)
    matter.note(by=village.actor(village.triager), words="去看看")
    undone(village, batch)
    with pytest.raises(NotAllowed, match="登记不能取消"):
        matter.annul(by=village.actor(village.registrar), reason=WHY)


def test_no_page_annuls_anything(village):
    matter = matter_of(imported(village))
    office = signed_in(village.registrar)
    assert "撤销导入登记" not in office.get(f"/desk/matters/{matter.number}/").content.decode()
    posted = office.post(f"/desk/matters/{matter.number}/annulment/", {"reason": WHY})
    assert (posted.status_code, Matter.system.get(pk=matter.pk).stage) == (404, "registered")


def test_no_program_annuls_anything(village):
    matter = matter_of(imported(village))
    answer = program_of(village.registrar).post(f"/matters/{matter.pk}/annulment", {"reason": WHY})
    assert (answer.status_code, Matter.system.get(pk=matter.pk).stage) == (404, "registered")
    listed = program_of(village.registrar).get(f"/matters/{matter.pk}/acts").json()
    assert "annul" not in str(listed)
