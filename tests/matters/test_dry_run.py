"""The dry run: what the routing table would have proposed for past matters, in numbers that rank nobody."""

from datetime import timedelta

import pytest

from huiyin.matters import dry_run
from huiyin.matters.dry_run import Outcome
from huiyin.matters.matter import Matter
from huiyin.matters.routing import RoutingRule
from tests.matters import stages
from tests.matters.test_routing import rule, town_place, triaged

__all__ = ["town_place"]
pytestmark = pytest.mark.seed("S137")


def tried(village, day=None):
    return dry_run.dry_run(village.administrator, day or stages.after(200).date())


def test_the_dry_run_compares_with_the_organ_that_answered(village):
    rule(village.town, topic="水利")
    rule(village.bureau, topic="征地补偿")
    answered = stages.replied_matter(village)
    Matter.system.filter(pk=answered.pk).update(topic="水利")
    assert [one.outcome for one in tried(village)] == [Outcome.SAME]
    Matter.system.filter(pk=answered.pk).update(topic="征地补偿")
    assert [one.outcome for one in tried(village)] == [Outcome.OTHER]


def test_the_dry_run_says_apart_what_nobody_answered_yet_what_ties_and_what_no_rule_covers(village):
    rule(village.bureau, topic="征地补偿")
    rule(village.town, topic="低保")
    rule(village.county, topic="低保")
    for topic in ("征地补偿", "低保", "水利"):
        triaged(village, topic=topic)
    counts = dry_run.counts(tried(village))
    assert counts == {
        Outcome.SAME: 0,
        Outcome.OTHER: 0,
        Outcome.WAITING: 1,
        Outcome.TIED: 1,
        Outcome.NONE: 1,
    }


def test_the_gaps_are_ordered_by_topic_and_place_and_not_by_number(village, town_place):
    for topic in ("水利", "水利", "低保"):
        triaged(village, topic=topic, place=town_place)
    triaged(village, topic="水利")
    gaps = [(one.topic, one.place, one.matters) for one in dry_run.gaps(tried(village))]
    assert gaps == [("低保", "990101001", 1), ("水利", "", 1), ("水利", "990101001", 2)]


def test_the_dry_run_leaves_out_what_is_sealed_unread_or_older_than_a_year(village):
    stages.registered_matter(village, accusation=True)
    stages.registered_matter(village)
    triaged(village)
    assert len(tried(village)) == 1
    assert tried(village, stages.START.date() + timedelta(days=365)) == []


def test_the_dry_run_shows_nobody_what_is_not_theirs(village):
    triaged(village)
    assert dry_run.dry_run(village.stranger, stages.after(1).date()) == []


def test_a_rule_can_be_tried_before_the_day_on_which_it_begins(village):
    begins = stages.after(30).date()
    RoutingRule.objects.create(organ=village.bureau, reason="新三定", since_on=begins)
    triaged(village)
    assert tried(village, begins - timedelta(days=1))[0].outcome == Outcome.NONE
    assert tried(village, begins)[0].outcome == Outcome.WAITING


def test_the_dry_run_costs_the_same_for_one_matter_and_for_many(village, django_assert_max_num_queries):
    rule(village.bureau, topic="征地补偿")
    for _ in range(6):
        triaged(village, named=(village.bureau,))
    day = stages.after(1).date()
    with django_assert_max_num_queries(6):
        assert len(dry_run.dry_run(village.administrator, day)) == 6
