"""Answers, what they promise, and ratings: counted by their own days, and never while they can still change."""

from datetime import date

import pytest

from huiyin.insight.figures import figure, rows
from huiyin.insight.indicators import INDICATORS, NAMED
from huiyin.matters.tick import tick
from tests.insight.asking import asked_by, rates, told
from tests.matters import stages

pytestmark = pytest.mark.django_db


def test_execution_is_counted_by_the_day_that_the_opinion_names(village):
    done, waiting = stages.closed_matter(village), stages.closed_matter(village)
    handler = village.actor(village.handler)
    done.finish_execution(by=handler, at=stages.after(30), execution=done.executions.get(), evidence="验收单")
    assert told("executed", asked_by(village.triager)) == {"done": 1, "not_due": 1}
    autumn = asked_by(village.triager, today=date(2026, 9, 1))
    assert told("executed", autumn) == {"done": 1, "undone": 1}
    assert rates("executed", autumn) == {"执行率": 50.0}
    assert [row.of for row in rows(NAMED["executed"], autumn, ["undone"])] == [waiting.pk]


def test_a_promise_reported_kept_and_found_unkept_is_broken(village):
    matter, handler = stages.closed_matter(village), village.actor(village.handler)
    matter.finish_execution(
        by=handler, at=stages.after(30), execution=matter.executions.get(), evidence="验收单"
    )
    matter.reopen(by=handler, at=stages.after(40), facts="渠又塌了，没有修到位")
    asked = asked_by(village.triager, today=date(2026, 9, 1))
    assert told("promises", asked) == {"broken": 1}
    assert told("executed", asked) == {"done": 1}


def rated(village, organ="not"):
    matter = stages.delivered_matter(village)
    matter.rate(by=stages.PETITIONER, at=stages.after(2), office="satisfied", organ=organ)
    return matter


def test_nobody_can_tell_from_a_figure_how_or_whether_somebody_rates_who_still_can(village):
    before = stages.delivered_matter(village)
    asked = asked_by(village.triager)
    as_it_was = [figure(indicator, asked).counts for indicator in INDICATORS]
    before.rate(by=stages.PETITIONER, at=stages.after(2), office="not", organ="not")
    assert [figure(indicator, asked).counts for indicator in INDICATORS] == as_it_was
    assert told("participation_unit", asked) == {"can_still": 1}
    assert told("satisfaction_unit", asked) == {}


def test_satisfied_and_fairly_stand_apart_once_the_time_to_rate_is_over(village):
    for grade in ("satisfied", "fairly", "not"):
        rated(village, organ=grade)
    stages.delivered_matter(village)
    tick(date(2026, 5, 20))
    asked = asked_by(village.triager)
    assert told("satisfaction_unit", asked) == {"satisfied": 1, "fairly": 1, "dissatisfied": 1}
    assert rates("satisfaction_unit", asked) == {"群众满意率(满意)": 33.3, "群众满意率(满意和基本满意)": 66.7}
    assert rates("satisfaction_office", asked) == {
        "群众满意率(满意)": 100.0,
        "群众满意率(满意和基本满意)": 100.0,
    }
    assert told("participation_unit", asked) == {"rated": 3, "unrated": 1}


def test_only_the_last_rating_within_the_time_counts(village):
    rated(village, organ="not").rate(
        by=stages.PETITIONER, at=stages.after(5), office="fairly", organ="satisfied"
    )
    tick(date(2026, 5, 20))
    assert told("satisfaction_unit", asked_by(village.triager)) == {"satisfied": 1}


def test_what_staff_typed_in_is_a_column_of_its_own(village):
    matter = rated(village, organ="satisfied")
    matter.ratings.update(by_post=village.actor(village.registrar).post)
    tick(date(2026, 5, 20))
    asked = asked_by(village.triager)
    assert told("satisfaction_unit", asked) == {"by_staff": 1}
    assert told("participation_unit", asked) == {"by_staff": 1}
    assert rates("satisfaction_unit", asked) == {"群众满意率(满意)": None, "群众满意率(满意和基本满意)": None}


def test_solved_once_counts_half_a_year_after_closing(village):
    quiet, back = stages.closed_matter(village), stages.closed_matter(village)
    back.reopen(by=village.actor(village.handler), at=stages.after(40), facts="没有修到位")
    assert told("solved_once", asked_by(village.triager)) == {}
    winter = asked_by(village.triager, today=date(2026, 12, 1))
    assert told("solved_once", winter) == {"solved": 1, "came_back": 1}
    assert [row.of for row in rows(NAMED["solved_once"], winter, ["solved"])] == [quiet.pk]


@pytest.mark.seed("S132")
def test_every_matter_has_an_answer_or_is_an_exception_that_can_be_opened(village):
    stages.delivered_matter(village)
    missed = stages.accepted_matter(village)
    stages.accepted_matter(village, at=stages.after(80))
    asked = asked_by(village.triager)
    assert told("answered", asked) == {"answered": 1, "unanswered": 1, "still_time": 1}
    assert rates("answered", asked) == {"有回音的占比": 50.0}
    assert [row.of for row in rows(NAMED["answered"], asked, ["unanswered"])] == [missed.pk]


@pytest.mark.seed("S132")
def test_everything_supported_is_being_carried_out_or_is_an_exception(village):
    stages.delivered_matter(village, opinion="explained")
    not_begun = stages.delivered_matter(village)
    stages.closed_matter(village)
    done = stages.closed_matter(village)
    done.finish_execution(
        by=village.actor(village.handler), at=stages.after(3), execution=done.executions.get(), evidence="单"
    )
    asked = asked_by(village.triager)
    assert told("carried_out", asked) == {"nothing_owed": 1, "not_begun": 1, "under_way": 1, "carried_out": 1}
    assert [row.of for row in rows(NAMED["carried_out"], asked, ["not_begun"])] == [not_begun.pk]
    autumn = asked_by(village.triager, today=date(2026, 9, 1))
    assert told("carried_out", autumn)["behind"] == 1


def test_an_answer_that_was_sent_back_is_no_answer_any_more(village):
    review = stages.requested_review(village)
    review.decide_review(
        by=village.actor(village.reviewer), at=stages.after(5), **stages.DECISION | {"result": "remanded"}
    )
    assert told("answered", asked_by(village.triager)) == {"unanswered": 1}
    assert told("answered", asked_by(village.triager, today=date(2026, 3, 20))) == {"still_time": 1}
