"""Mediation: by the will of both sides, without gaining a day, ended by a signed paper or by either side."""

from datetime import timedelta

import pytest

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.possible import acts_open_to
from tests.matters import moves, stages

THIRD = stages.after(3)
SIGNED = {"signed_on": THIRD.date(), "perform_by": stages.after(20).date()}


@pytest.fixture
def talking(village):
    """A matter whose sides began to talk on the first day."""
    matter = stages.investigated_matter(village)
    matter.open_mediation(by=village.actor(village.handler), at=stages.START, **moves.TALKS)
    return matter


def sign(village, matter, *, at=THIRD, **told):
    return matter.sign_agreement(by=village.actor(village.handler), at=at, **moves.AGREED | SIGNED | told)


def test_the_limit_runs_on_while_they_talk(village, talking):
    clock = Clock.objects.running().get(matter=talking, term="handling")
    assert clock.due_on == clock.computed().due
    sign(village, talking)
    assert Clock.objects.running().get(matter=talking, term="handling").due_on == clock.due_on


def test_the_agreement_says_who_does_what_until_when(village, talking):
    sign(village, talking)
    said = str(talking.documents.get(kind="D22").fields)
    for words in (
        "施工队修好三十米渠",
        "2026年3月22日",
        "按一百元赔",
        "安平镇人民调解委员会",
        "施工队负责人",
    ):
        assert words in said


def test_what_an_organisation_mediated_may_go_to_court_within_thirty_days(village, talking):
    sign(village, talking)
    notes = talking.documents.get(kind="D22").fields["notes"]
    last = SIGNED["signed_on"] + timedelta(days=30)
    assert f"{last.month}月{last.day}日前一起向人民法院申请确认" in notes[-1]


@pytest.mark.parametrize("mediator", ["organ", "parties"])
def test_what_no_organisation_mediated_does_not(village, mediator):
    matter = stages.investigated_matter(village)
    told = moves.TALKS | {"mediator": mediator}
    matter.open_mediation(by=village.actor(village.handler), at=stages.START, **told)
    sign(village, matter)
    assert "法院" not in str(matter.documents.get(kind="D22").fields["notes"])


def test_who_mediates_has_a_name(village, refused):
    matter = stages.investigated_matter(village)
    with refused("请写明调解组织"):
        matter.open_mediation(by=village.actor(village.handler), **moves.TALKS | {"mediator_name": " "})


def test_no_answer_is_written_while_they_talk_and_one_is_owed_when_they_stop(village, talking, refused):
    handler = village.actor(village.handler)
    with refused("正在调解"):
        talking.draft(by=handler, answers=stages.answers(talking, "explained"))
    talking.end_mediation(by=handler, at=stages.after(5), reason="对方没有来")
    talking.draft(by=handler, at=stages.after(6), answers=stages.answers(talking, "explained"))
    assert talking.lead.stage == "drafted"


def test_they_may_talk_again(village, talking):
    handler = village.actor(village.handler)
    talking.end_mediation(by=handler, at=stages.after(5), reason="对方没有来")
    talking.open_mediation(by=handler, at=stages.after(6), **moves.TALKS)
    sign(village, talking, at=stages.after(7), signed_on=stages.after(7).date())
    assert audit().findings == [] and walk().breaks == []


@pytest.mark.parametrize(("told", "said"), [
    ({"signed_on": stages.after(-1).date()}, "签字的日期"),
    ({"signed_on": stages.after(4).date()}, "签字的日期"),
    ({"perform_by": stages.after(2).date()}, "不能早于签字的日期"),
])  # fmt: skip
def test_the_days_of_an_agreement_fit(village, talking, refused, told, said):
    with refused(said):
        sign(village, talking, **told)


def test_only_what_can_be_done_is_offered(village, talking):
    offered = {move.act for move in acts_open_to(talking, village.actor(village.handler))}
    assert {"sign_agreement", "end_mediation"} <= offered and "open_mediation" not in offered
    sign(village, talking)
    offered = {move.act for move in acts_open_to(talking, village.actor(village.handler))}
    assert "open_mediation" in offered and not {"sign_agreement", "end_mediation"} & offered
