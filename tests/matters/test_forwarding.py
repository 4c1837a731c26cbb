"""Forwarding and assigning: the office's clock stops, the organ's two clocks begin, and the organ sees the matter."""

from datetime import date, timedelta

import pytest

from huiyin.matters.matter import Matter
from tests.matters import stages


def test_forwarding_stops_the_offices_clock_and_starts_the_organs_two(village, running):
    matter = stages.forwarded_matter(village)
    assert running(matter) == {"notice-forwarded", "objection"}
    assert matter.clocks.get(term="triage").ending == "stopped"


def test_the_organ_has_fifteen_days_and_five_working_days(village):
    clocks = dict(stages.forwarded_matter(village).clocks.running().values_list("term", "due_on"))
    assert clocks == {"notice-forwarded": date(2026, 3, 17), "objection": date(2026, 3, 9)}


def test_the_organ_leads_and_the_office_gives_way(village):
    matter = stages.forwarded_matter(village)
    assert (matter.lead.organ, matter.stage) == (village.town, "forwarded")
    assert matter.assignments.get(organ=village.city_office).stage == "passed_on"


def test_the_organ_sees_it_from_now_on(village):
    matter = stages.forwarded_matter(village)
    assert Matter.objects.visible_to(village.handler).get() == matter
    assert matter.grants.get(organ=village.town).reason == "forward"


def test_forwarding_issues_a_letter_and_tells_the_petitioner(village):
    papers = stages.forwarded_matter(village).documents.order_by("sequence")
    assert [(paper.kind, paper.audience) for paper in papers] == [("D03", "organ"), ("D05", "petitioner")]


def test_the_letter_names_the_day_by_which_to_object(village):
    letter = stages.forwarded_matter(village).documents.get(kind="D03")
    assert ["有异议的", "2026年3月9日前书面提出并详细说明理由"] in letter.fields["blocks"][0][1]


def test_the_letter_gives_the_local_day_of_receipt(village):
    early = stages.START.replace(hour=1)
    letter = stages.forwarded_matter(village, at=early).documents.get(kind="D03")
    assert ["收到日期", "2026年3月2日"] in letter.fields["blocks"][0][1]


def test_assigning_starts_a_clock_of_the_length_that_was_set(village):
    matter = stages.assigned_matter(village)
    report = matter.clocks.get(term="report")
    assert (report.days, report.raw_on) == (40, date(2026, 4, 11))
    assert matter.documents.filter(kind="D04").exists()


def test_a_result_cannot_be_wanted_today(village, refused):
    matter = stages.triaged_matter(village)
    with refused("今天之后") as told:
        matter.assign(
            by=village.actor(village.triager),
            at=stages.START,
            to=village.town,
            reason="急",
            report_due_on=stages.START.date(),
        )
    assert told.value.field == "report_due_on"


def test_the_office_does_not_forward_to_itself(village, refused):
    matter = stages.triaged_matter(village)
    with refused("不能转给自己"):
        matter.forward(by=village.actor(village.triager), to=village.city_office, reason="自己办")


def test_an_organ_that_has_ended_gets_nothing(village, refused):
    matter = stages.triaged_matter(village)
    village.town.ended_on = date(2026, 1, 1)
    with refused("撤并"):
        matter.forward(by=village.actor(village.triager), to=village.town, reason="归镇里")


def test_a_refused_forwarding_leaves_nothing(village, refused):
    matter = stages.triaged_matter(village)
    before = (matter.version, matter.assignments.count(), matter.clocks.count(), matter.documents.count())
    with refused("不能转给自己"):
        matter.forward(by=village.actor(village.triager), to=village.city_office, reason="自己办")
    matter.refresh_from_db()
    assert (
        matter.version,
        matter.assignments.count(),
        matter.clocks.count(),
        matter.documents.count(),
    ) == before


@pytest.mark.parametrize("part", ["registrar", "supervisor", "leader", "handler", "administrator"])
def test_nobody_else_forwards(village, refused, part):
    matter = stages.triaged_matter(village)
    with refused("分流"):
        matter.forward(by=village.actor(getattr(village, part)), to=village.town, reason="归镇里")


def test_it_is_forwarded_once(village, refused):
    matter = stages.forwarded_matter(village)
    with refused("已转送"):
        matter.forward(by=village.actor(village.triager), to=village.bureau, reason="又想起来")


def test_total_age_counts_from_registration(village):
    matter = stages.registered_matter(village)
    triager = village.actor(village.triager)
    later = stages.START + timedelta(days=10)
    matter.triage(by=triager, at=later, kind="appeal_claim", reports_wrongdoing=False)
    matter.forward(by=triager, at=later, to=village.town, reason="归镇里")
    assert Matter.system.get(pk=matter.pk).registered_at == stages.START
