"""件次 件 批次 人次 by their six rules."""

from datetime import date

import pytest

from huiyin.insight.counting import Counts, counts, counts_by
from huiyin.matters.filing import Channel, Person
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from huiyin.people.region import Region
from tests.matters import stages

pytestmark = pytest.mark.django_db
MONTH = (date(2026, 3, 1), date(2026, 3, 31))


def counted(village, *days, officer="triager", **by) -> Counts:
    return counts(Matter.objects.visible_to(getattr(village, officer)), *(days or MONTH), **by)


def visit(village, *, day=0, people=1, **told):
    return stages.triaged_matter(
        village, at=stages.after(day), channel=Channel.VISIT, people_count=people, **told
    )


def linked(village, live, *, day=0, people=1, **told):
    again = visit(village, day=day, people=people, **told)
    again.link(by=village.actor(village.triager), at=stages.after(day), live=live, reason="同一批人")
    return again


def about(topic, matter):
    Matter.system.filter(pk=matter.pk).update(topic=topic)
    return matter


@pytest.mark.seed("S001")
def test_thirty_five_batches_and_a_hundred_and_seventy_one_people_in_three_days(village):
    heads = [5] * 31 + [4] * 4
    for place, people in enumerate(heads):
        stages.registered_matter(
            village, at=stages.after(place % 3), channel=Channel.VISIT, people_count=people
        )
    found = counted(village)
    assert (found.batches, found.people, found.groups) == (35, 171, 31)
    assert (found.submissions, found.matters) == (35, 35)


def test_a_visit_received_by_three_offices_together_is_one(village):
    live = stages.accepted_matter(village, channel=Channel.VISIT, people_count=12)
    for people in (12, 11):
        linked(village, live, people=people)
    found = counted(village)
    assert (found.submissions, found.matters, found.batches, found.people) == (1, 1, 1, 12)


def test_three_days_are_three_batches_of_one_matter(village):
    live = stages.accepted_matter(village, channel=Channel.VISIT, people_count=6)
    linked(village, live, day=1, people=7)
    linked(village, live, day=2, people=5)
    found = counted(village)
    assert (found.submissions, found.matters, found.batches, found.people) == (3, 1, 3, 18)
    assert found.repeats == 2


def test_letters_are_submissions_and_no_batches(village):
    stages.registered_matter(village, channel=Channel.LETTER, people_count=30)
    found = counted(village)
    assert (found.submissions, found.matters, found.batches, found.people) == (1, 1, 0, 0)


def test_heads_are_counted_and_not_signers(village):
    signers = tuple(Person(name=f"村民{n}") for n in range(8))
    stages.registered_matter(village, channel=Channel.VISIT, people_count=3, people=signers)
    assert counted(village).people == 3


def test_a_visit_of_five_is_a_groups(village):
    visit(village, people=4)
    visit(village, people=5)
    assert counted(village).groups == 1


@pytest.mark.parametrize("people", [0, 10_000])
def test_a_number_that_cannot_be_right_counts_no_people(village, people):
    matter = visit(village, people=2)
    Petition.objects.filter(matter=matter).update(people_count=people)
    found = counted(village)
    assert (found.batches, found.people, found.unclear) == (1, 0, 1)


def test_a_letter_counts_on_the_day_of_its_postmark_or_of_its_arrival_and_says_which(village):
    stages.registered_matter(village, channel=Channel.LETTER, postmarked_on=date(2026, 2, 27))
    by_post, by_arrival = counted(village), counted(village, by="received_on")
    assert (by_post.submissions, by_arrival.submissions) == (0, 1)
    assert (by_post.day_used, by_arrival.day_used) == ("按信访日期（来信按邮戳）", "按收到日期")


def test_the_first_and_the_last_day_count(village):
    day = stages.START.date()
    stages.registered_matter(village)
    assert counted(village, day, day).submissions == 1
    assert counted(village, date(2026, 3, 3), date(2026, 3, 31)).submissions == 0


def test_what_was_split_is_two_matters_of_one_submission(village):
    matter = visit(village, people=6, wishes=("修渠", "补低保"))
    told = {"title": "低保", "text": "停发了。", "reason": "两件事"}
    matter.split(by=village.actor(village.triager), at=stages.after(1), positions="2", **told)
    found = counted(village)
    assert (found.submissions, found.matters, found.batches, found.people) == (1, 2, 1, 6)


def test_a_half_whose_other_half_one_may_not_see_is_the_submission(village):
    matter = visit(village, people=6, wishes=("修渠", "补低保"))
    told = {"title": "低保", "text": "停发了。", "reason": "两件事"}
    matter.split(by=village.actor(village.triager), at=stages.after(1), positions="2", **told)
    found = counts(Matter.system.exclude(pk=matter.pk), *MONTH)
    assert (found.submissions, found.matters, found.batches, found.people) == (1, 1, 1, 6)


def test_what_timeliness_leaves_out_is_told(village):
    stages.triaged_matter(village, kind="judicial")
    assert counted(village).judicial == 1


def test_what_is_sealed_is_not_counted(village):
    stages.registered_matter(village, accusation=True)
    assert counted(village, officer="keeper").submissions == 0
    assert counted(village).submissions == 0


def test_only_what_one_may_see_is_counted(village):
    stages.registered_matter(village)
    assert counted(village, officer="stranger").submissions == 0


def test_an_unlinked_one_is_a_matter_again(village):
    live = stages.accepted_matter(village)
    again = linked(village, live)
    assert counted(village).matters == 1
    again.unlink(by=stages.PETITIONER, at=stages.after(1), reason="不是一件")
    assert counted(village).matters == 2


def test_the_groups_of_a_column_stand_by_their_codes_and_make_up_the_whole(village):
    for channel, topic in (("web", "0502"), ("visit", "0301"), ("letter", ""), ("visit", "0502")):
        about(topic, stages.triaged_matter(village, channel=channel))
    matters = Matter.objects.visible_to(village.triager)
    by_topic, by_channel = (counts_by(matters, *MONTH, each) for each in ("matter__topic", "channel"))
    assert [(code, one.submissions) for code, one in by_topic.items()] == [("", 1), ("0301", 1), ("0502", 2)]
    assert [(code, one.batches) for code, one in by_channel.items()] == [
        ("letter", 0),
        ("visit", 2),
        ("web", 0),
    ]


def test_a_visit_received_together_stands_in_one_group_where_the_first_office_put_it(village):
    live = about("0301", stages.accepted_matter(village, channel=Channel.VISIT, people_count=12))
    about("0502", linked(village, live, people=13))
    found = counts_by(Matter.objects.visible_to(village.triager), *MONTH, "matter__topic")
    assert [(code, one.batches, one.people) for code, one in found.items()] == [
        ("0301", 1, 13),
        ("0502", 0, 0),
    ]


def test_the_queries_do_not_grow(village, django_assert_num_queries):
    for day in range(3):
        visit(village, day=day, place=Region.objects.filter(code__startswith="9901")[day])
    matters = Matter.objects.visible_to(village.triager)
    with django_assert_num_queries(2):
        counts(matters, *MONTH)
    with django_assert_num_queries(3):
        counts_by(matters, *MONTH, "matter__place")
