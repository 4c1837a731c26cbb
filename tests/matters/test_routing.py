"""The routing table: the rule that says most proposes the organ that is competent, and where it must not, nobody is proposed."""

from datetime import date

import pytest

from huiyin.matters.matter import Matter
from huiyin.matters.routing import RoutingRule, proposal_for, tied
from huiyin.people.region import Region
from tests.matters import stages
from tests.village import SINCE

pytestmark = pytest.mark.seed("S137")


def rule(organ, **told):
    return RoutingRule.objects.create(organ=organ, reason="三定规定第四条", since_on=SINCE, **told)


@pytest.fixture
def town_place(village):
    return Region.objects.get(code="990101001")


@pytest.fixture
def matter(village, town_place):
    """About compensation by the mu, in 安平镇, naming the bureau; read, and no report of wrongdoing."""
    return triaged(village, place=town_place, named=(village.bureau,))


def triaged(village, *, topic="征地补偿 › 亩数", **told):
    found = stages.registered_matter(village, title="亩数不对", text="少算了三亩。", **told)
    asked = {"kind": "appeal_claim", "reports_wrongdoing": False, "topic": topic}
    found.triage(by=village.actor(village.triager), at=stages.START, **asked)
    return found


def test_an_empty_table_proposes_nobody(matter):
    assert proposal_for(matter) is None


def test_a_topic_covers_the_topics_below_it(village, matter):
    rule(village.bureau, topic="征地补偿")
    assert proposal_for(matter).organ == village.bureau


def test_a_topic_does_not_cover_another_that_only_begins_like_it(village, matter):
    rule(village.bureau, topic="征地")
    assert proposal_for(matter) is None


def test_a_code_covers_the_codes_that_begin_with_it(village):
    rule(village.bureau, topic="0102")
    assert proposal_for(triaged(village, topic="010203")).organ == village.bureau


def test_a_place_covers_what_lies_below_it(village, matter):
    rule(village.county, place_id="990101")
    assert proposal_for(matter).organ == village.county


def test_a_matter_without_a_place_is_covered_by_no_place(village):
    rule(village.county, place_id="990101")
    assert proposal_for(triaged(village)) is None


def test_the_narrower_region_beats_the_wider(village, matter):
    rule(village.county, place_id="990101")
    rule(village.town, place_id="990101001")
    assert proposal_for(matter).organ == village.town


def test_the_longer_topic_beats_the_shorter(village, matter):
    rule(village.county, topic="征地补偿")
    rule(village.bureau, topic="征地补偿 › 亩数")
    assert proposal_for(matter).organ == village.bureau


def test_a_topic_beats_a_place(village, matter):
    rule(village.town, place_id="990101001")
    rule(village.bureau, topic="征地补偿")
    assert proposal_for(matter).organ == village.bureau


def test_a_respondent_beats_topic_and_place_together(village, matter):
    rule(village.town, topic="征地补偿 › 亩数", place_id="990101001")
    rule(village.city, respondent=village.bureau)
    assert proposal_for(matter).organ == village.city


def test_a_rule_against_another_organ_says_nothing(village, matter):
    rule(village.city, respondent=village.town)
    assert proposal_for(matter) is None


def test_the_proposal_says_which_rule_and_why(village, matter):
    rule(village.bureau, topic="征地补偿", place_id="990101")
    assert proposal_for(matter).why == "按分工表：征地补偿，城南县，归市自然资源局。三定规定第四条"


def test_two_rules_of_equal_weight_that_name_different_organs_propose_nobody(village, matter):
    one, other = rule(village.bureau, topic="征地补偿"), rule(village.town, topic="征地补偿")
    assert proposal_for(matter) is None
    assert tied([one, other]) == {one.pk, other.pk}


def test_rules_that_follow_each_other_are_no_tie(village, matter):
    old = rule(village.town, topic="征地补偿", until_on=date(2025, 12, 31))
    new = RoutingRule.objects.create(
        organ=village.bureau, topic="征地补偿", reason="新三定", since_on=date(2026, 1, 1)
    )
    assert tied([old, new]) == set()
    assert proposal_for(matter, date(2025, 6, 1)).organ == village.town
    assert proposal_for(matter, date(2026, 6, 1)).organ == village.bureau


def test_the_successor_of_an_organ_that_is_gone_is_proposed(village, matter):
    rule(village.town, topic="征地补偿")
    village.town.ended_on, village.town.successor = date(2026, 1, 1), village.county
    village.town.save()
    assert proposal_for(matter).organ == village.county


def test_an_organ_that_is_gone_without_successor_is_not_proposed(village, matter):
    rule(village.town, topic="征地补偿")
    village.town.ended_on = date(2026, 1, 1)
    village.town.save()
    assert proposal_for(matter) is None


def test_before_triage_nobody_is_proposed(village):
    rule(village.town)
    untold = stages.registered_matter(village, named=(village.town,))
    assert proposal_for(untold) is None


def test_where_wrongdoing_is_reported_nobody_is_proposed(village):
    rule(village.town, respondent=village.town)
    rule(village.bureau)
    told = stages.registered_matter(village, named=(village.town,))
    Matter.system.filter(pk=told.pk).update(reports_wrongdoing=True)
    assert proposal_for(Matter.system.get(pk=told.pk)) is None


def test_for_what_is_sealed_nobody_is_proposed(village):
    rule(village.town)
    sealed = stages.registered_matter(village, accusation=True)
    sealed.refresh_from_db()
    Matter.system.filter(pk=sealed.pk).update(reports_wrongdoing=False)
    sealed = Matter.system.get(pk=sealed.pk)
    assert sealed.sealed
    assert proposal_for(sealed) is None


def test_the_open_half_of_a_report_does_not_propose_whom_the_report_is_about(village):
    rule(village.town, respondent=village.town)
    matter = stages.registered_matter(village, named=(village.town,))
    asked = {"kind": "accusation", "reports_wrongdoing": True, "extract": "请修渠。"}
    matter.triage(by=village.actor(village.triager), at=stages.START, **asked)
    assert proposal_for(Matter.system.get(pk=matter.pk)) is None
