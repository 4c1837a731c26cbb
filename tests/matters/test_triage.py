"""Triage: the question on wrongdoing has no default, and nothing leaves the office before it is answered."""

import pytest

from huiyin.matters.matter import Matter
from huiyin.matters.search import matching
from tests.matters import stages


def test_before_triage_the_matter_cannot_be_forwarded(village, refused):
    matter = stages.registered_matter(village)
    with refused("已登记"):
        matter.forward(by=village.actor(village.triager), to=village.town, reason="归镇里")
    assert not Matter.objects.visible_to(village.handler).exists()


def test_a_matter_whose_question_is_open_goes_nowhere(village, refused):
    matter = stages.triaged_matter(village)
    Matter.system.filter(pk=matter.pk).update(reports_wrongdoing=None)
    with refused("违纪违法"):
        Matter.system.get(pk=matter.pk).forward(
            by=village.actor(village.triager), to=village.town, reason="归镇里"
        )


def test_the_answer_must_be_given(village):
    matter = stages.registered_matter(village)
    with pytest.raises(TypeError, match="reports_wrongdoing"):
        matter.triage(by=village.actor(village.triager), kind="appeal_claim")


def test_the_named_organ_finds_nothing_before_triage(village):
    stages.registered_matter(village, title="安平镇人民政府占地", named=(village.town,))
    visible = Matter.objects.visible_to(village.handler)
    assert list(matching(visible, "占地")) == []


def test_an_accusation_cannot_be_answered_with_no(village, refused):
    matter = stages.registered_matter(village)
    with refused("应回答“是”") as told:
        matter.triage(by=village.actor(village.triager), kind="accusation", reports_wrongdoing=False)
    assert told.value.field == "reports_wrongdoing"


def test_only_the_duty_of_triage_triages(village, refused):
    matter = stages.registered_matter(village)
    with refused("分流"):
        matter.triage(by=village.actor(village.registrar), kind="inquiry", reports_wrongdoing=False)


def test_the_triage_duty_of_another_office_does_not_reach_here(village, refused):
    matter = stages.registered_matter(village)
    with refused("不在您的单位"):
        matter.triage(by=village.actor(village.county_triager), kind="inquiry", reports_wrongdoing=False)


def test_the_reader_may_write_title_and_requests_in_plain_words(village):
    matter = stages.registered_matter(village, wishes=("都说不清楚",))
    triager = village.actor(village.triager)
    asked = {
        "kind": "appeal_claim",
        "reports_wrongdoing": False,
        "title": "渠坏了",
        "requests": "修渠\n\n赔种子",
    }
    matter.triage(by=triager, **asked)
    assert matter.title == "渠坏了"
    assert [request.text for request in matter.requests.all()] == ["修渠", "赔种子"]


def test_the_petition_keeps_its_own_words_whatever_title_the_reader_gives(village):
    matter = stages.registered_matter(village)
    triager = village.actor(village.triager)
    matter.triage(by=triager, kind="appeal_claim", reports_wrongdoing=False, title="渠坏了")
    assert matter.petitions.get().title == stages.TITLE


def test_triage_itself_leaves_the_offices_fifteen_days_running(village, running):
    assert running(stages.triaged_matter(village)) == {"triage"}


def test_a_matter_is_triaged_once(village, refused):
    matter = stages.triaged_matter(village)
    with refused("分流"):
        matter.triage(by=village.actor(village.triager), kind="inquiry", reports_wrongdoing=False)
