"""What made people petition: the organ says it at closing, the petitioner apart from it, and nobody averages."""

import json

import pytest
from django.utils import timezone

from huiyin.desk.causes import causes_of
from huiyin.matters.timeline import timeline
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, page_of
from tests.matters import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(village):
    return {"by": village.actor(village.handler), "approved": village.actor(village.head)}


def asked(village, opinion="explained"):
    matter = stages.delivered_matter(village, at=timezone.now(), opinion=opinion)
    matter.state_view(by=village.actor(village.handler), words="知道了", agrees=True)
    return matter


@pytest.mark.seed("S035")
@pytest.mark.parametrize("causes", [[], ["nonsense"], ["policy_gap", "policy_gap"]])
def test_closing_names_at_least_one_cause_that_there_is_and_none_twice(village, people, refused, causes):
    with refused("问题出在哪里") as told:
        asked(village).close(**people, causes=causes)
    assert told.value.field == "causes"


@pytest.mark.seed("S036")
def test_several_causes_stand_in_the_record(village, people):
    matter = asked(village)
    matter.close(**people, causes=["historical_entangled", "policy_gap"])
    line = timeline(matter, public=False)[0]
    assert line.fields["causes"] == ["historical_entangled", "policy_gap"]


@pytest.mark.seed("S034")
def test_a_felt_unfairness_alone_does_not_carry_a_no_without_a_comparison(village, people, refused):
    matter = asked(village, opinion="not_supported")
    with refused("同类事项比过") as told:
        matter.close(**people, causes=["perceived_imbalance"])
    assert told.value.field == "comparison"
    matter.close(**people, causes=["perceived_imbalance"], comparison="同村五户比过，标准一样。")
    assert matter.stage == "closed"


@pytest.mark.seed("S037")
@pytest.mark.seed("S038")
def test_where_organ_and_petitioner_differ_the_page_says_so(village, people):
    matter = asked(village)
    matter.rate(
        by=stages.PETITIONER,
        office="fairly",
        organ="not",
        causes=["official_mishandling", "distrust_of_unit"],
    )
    matter.close(**people, causes=["policy_gap"])
    matter.clocks.running().filter(term="rating").update(ended_on=stages.START.date(), ending="lapsed")
    rows = list(causes_of(timeline(matter, public=False)))
    assert [row["note"] for row in rows] == [
        "政策没有讲清，或者没有落实到位",
        "该办没办、拖延、程序不全或态度不好、不放心办理单位，想有第三方看",
    ]
    assert {row["says"] for row in rows} == {"两边说的不一样"}
    assert "两边说的不一样" in signed_in(village.handler).get(page_of(matter)).content.decode()


def test_no_officer_reads_a_rating_while_it_may_still_be_changed(village):
    matter = asked(village)
    matter.rate(by=stages.PETITIONER, office="fairly", organ="not", words="等了太久")
    assert "rate" not in {line.act for line in timeline(matter, public=False)}
    assert "rate" in {line.act for line in timeline(matter, public=True)}
    assert "等了太久" not in signed_in(village.handler).get(page_of(matter)).content.decode()
    matter.clocks.running().filter(term="rating").update(ended_on=stages.START.date(), ending="lapsed")
    assert "等了太久" in signed_in(village.handler).get(page_of(matter)).content.decode()


def test_the_boxes_ticked_are_read_once_more_before_anything_is_sent(village):
    matter = asked(village)
    boxes = {
        "causes": ["policy_gap", "distrust_of_unit"],
        "note": "",
        "comparison": "",
        "seen": matter.version,
    }
    page = signed_in(village.handler).post(at(matter, "closure"), boxes).content.decode()
    assert "政策没有讲清，或者没有落实到位、不放心办理单位，想有第三方看" in page
    assert page.count('name="causes"') == 2


def test_boxes_that_were_left_unsent_are_ticked_again(village):
    matter, officer = asked(village), signed_in(village.handler)
    officer.post(at(matter, "closure"), {"causes": ["policy_gap", "distrust_of_unit"], "draft": "1"})
    assert officer.get(at(matter, "closure")).content.decode().count("checked") == 2


def test_what_waits_for_approval_says_the_causes_in_words(village):
    matter, officer = asked(village), signed_in(village.handler)
    officer.post(at(matter, "closure"), {"causes": ["policy_gap"], "confirm": "1", "seen": matter.version})
    proposal = matter.proposals.get()
    page = signed_in(village.head).get(f"/desk/proposals/{proposal.pk}/").content.decode()
    assert "政策没有讲清，或者没有落实到位" in page
    assert json.dumps(proposal.asked["causes"]) not in page
