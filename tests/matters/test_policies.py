"""The policy library: an answer cites the version that was in force, and a cited version stays as it was."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from huiyin.ledger.entry import Entry
from huiyin.matters import timeline
from huiyin.matters.errors import NotAllowed
from huiyin.matters.policy import Policy, PolicyVersion
from huiyin.people.actor import Actor
from tests.matters import stages

pytestmark = pytest.mark.django_db
TOPIC = "水库移民 › 亩数"


@pytest.fixture
def policy(db):
    return Policy.objects.create(
        title="明川市水库移民补偿办法", organ="明川市人民政府", number="明政〔2019〕5号", topic="水库"
    )


@pytest.fixture
def old(policy):
    return PolicyVersion.objects.create(
        policy=policy,
        label="2019年版",
        since_on=date(2019, 7, 1),
        until_on=date(2026, 3, 9),
        text="第八条　按实际丈量的亩数补偿。",
    )


@pytest.fixture
def new(policy):
    return PolicyVersion.objects.create(
        policy=policy, label="2026年修订", since_on=date(2026, 3, 10), text="第八条　按证载亩数补偿。"
    )


@pytest.fixture
def matter(village):
    """About land under a reservoir, heard on 2 March 2026."""
    found = stages.investigated_matter(village)
    type(found).system.filter(pk=found.pk).update(topic=TOPIC)
    found.refresh_from_db()
    return found


def drafted(village, matter, *, days=0, by=None, **told):
    answers = [answer | told for answer in stages.answers(matter)]
    actor = by or village.actor(village.handler)
    return matter.draft(by=actor, at=stages.after(days), answers=answers)


@pytest.mark.seed("S082")
@pytest.mark.seed("S143")
def test_the_opinion_and_the_record_cite_policy_number_version_and_its_day(village, matter, old):
    drafted(village, matter, policies=[str(old.pk)])
    matter.sign(by=village.actor(village.second), at=stages.START)
    paper = matter.documents.get(kind="D17").fields
    assert "《明川市水库移民补偿办法》（明政〔2019〕5号，2019年版，2019年7月1日起施行）" in str(paper)
    kept = next(line for line in timeline.timeline(matter, public=False) if line.act == "draft")
    assert kept.fields["answers"][0]["cited"] == [
        {
            "version": str(old.pk),
            "policy": "明川市水库移民补偿办法",
            "organ": "明川市人民政府",
            "number": "明政〔2019〕5号",
            "label": "2019年版",
            "since_on": "2019-07-01",
        }
    ]


@pytest.mark.seed("S143")
def test_where_the_library_has_a_policy_an_answer_cites_it_or_says_why_not(village, matter, old, refused):
    with refused("这类事项有现成的政策：《明川市水库移民补偿办法》明政〔2019〕5号") as told:
        drafted(village, matter)
    assert told.value.field == "answers"
    with refused("或写明为什么不适用"):
        drafted(village, matter, no_policy="　")
    drafted(village, matter, no_policy="地是 2001 年淹的，那时还没有这个办法")
    matter.sign(by=village.actor(village.second), at=stages.START)
    assert "那时还没有这个办法" in str(matter.documents.get(kind="D17").fields)


def test_a_policy_for_other_matters_is_asked_of_nobody(village, old):
    matter = stages.investigated_matter(village)
    drafted(village, matter)
    assert "cited" not in matter.drafts.get().answers[0]


def test_a_policy_for_all_matters_may_be_cited_and_is_asked_of_nobody(village, matter, policy, old):
    Policy.objects.filter(pk=policy.pk).update(topic="")
    drafted(village, matter)


def test_a_basis_is_still_written_in_words(village, matter, old, refused):
    with refused("还缺意见、事实、理由或依据"):
        drafted(village, matter, policies=[str(old.pk)], basis="")


@pytest.mark.parametrize("which", ["old", "new"])
def test_what_held_when_it_was_heard_and_what_holds_today_may_be_cited(village, matter, old, new, which):
    version = {"old": old, "new": new}[which]
    drafted(village, matter, days=10, policies=[str(version.pk)])
    version.refresh_from_db()
    assert version.cited_on == stages.after(10).date()


def test_a_version_that_held_on_neither_day_is_refused_by_name(village, matter, old, new, refused):
    with refused("2026年修订（2026-03-10 起施行）在提出信访那天和今天都不在施行"):
        drafted(village, matter, days=5, policies=[str(new.pk)])
    with refused("没有这一版政策"):
        drafted(village, matter, policies=[str(matter.pk)])


def test_history_is_written_down_without_a_policy(village, matter, old):
    handler = village.actor(village.handler)
    drafted(village, matter, by=Actor(handler.post, handler.officer, handler.capacity, channel="import"))
    assert Entry.objects.filter(stream=matter.pk, kind="draft").exists()


@pytest.mark.seed("S082")
def test_a_cited_version_stays_and_only_its_end_is_still_said(village, matter, old):
    old.rewrite(text="第八条　按实际亩数补偿。")
    drafted(village, matter, policies=[str(old.pk)])
    with pytest.raises(NotAllowed, match="请添一个新版本"):
        old.rewrite(text="第八条　不补。")
    old.end(date(2026, 3, 31))
    old.refresh_from_db()
    assert (old.text, old.until_on) == ("第八条　按实际亩数补偿。", date(2026, 3, 31))


@pytest.mark.engine
def test_the_database_itself_refuses_to_change_a_cited_version(village, matter, old):
    drafted(village, matter, policies=[str(old.pk)])
    with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
        PolicyVersion.objects.filter(pk=old.pk).update(text="第八条　不补。")
