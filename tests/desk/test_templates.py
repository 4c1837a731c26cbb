"""An administrator writes what stands around the lawful part of a paper; the lawful part stays, and so do old papers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from huiyin.matters.template import Template
from tests.desk.signed_in import signed_in
from tests.matters import stages

pytestmark = pytest.mark.django_db
AT = "/desk/admin/templates/D06/"
SAID = {"effective_on": "2026-01-01", "opening": "{题目}一事，{单位}已收到。", "closing": "有事打{电话}。"}


def written(village, **more):
    return signed_in(village.administrator).post(AT, SAID | more)


def blocks(matter):
    return [said for kind, said in matter.documents.get(kind="D06").fields["blocks"] if kind == "text"]


def test_a_paper_begins_and_ends_with_the_offices_own_words(village):
    written(village)
    said = blocks(stages.notified_matter(village))
    assert said[0] == f"{stages.TITLE}一事，{village.town.name}已收到。"
    assert said[-1] == f"有事打{village.town.phone}。"


def test_the_lawful_part_cannot_be_edited_away(village):
    plain = stages.notified_matter(village).documents.get(kind="D06").fields
    written(village)
    dressed = stages.notified_matter(village).documents.get(kind="D06").fields
    assert all(block in dressed["blocks"] for block in plain["blocks"] if block[0] == "items")
    assert dressed["notes"] == plain["notes"]


def test_it_holds_from_its_day_and_a_change_is_a_further_version(village):
    written(village, closing="旧的结尾")
    written(village, closing="新的结尾", effective_on=str(timezone.localdate() + timedelta(days=900)))
    paper = stages.notified_matter(village).documents.get(kind="D06")
    assert paper.template_version == 1
    assert paper.fields["blocks"][-1] == ["text", "旧的结尾"]
    assert [one.version for one in Template.objects.order_by("version")] == [1, 2]


def test_a_paper_keeps_the_words_that_it_was_issued_with(village):
    matter = stages.notified_matter(village)
    before = matter.documents.get(kind="D06").fields
    written(village)
    assert matter.documents.get(kind="D06").fields == before


@pytest.mark.parametrize("wrong", ["{身份证}", "{0.__class__}", "{{题目}}", "只有一半{题目"])
def test_a_blank_that_nobody_fills_is_named_with_those_that_can(village, wrong):
    answer = written(village, opening=wrong)
    assert answer.status_code == 422
    assert "能用的是：{案号}" in answer.content.decode()
    assert not Template.objects.exists()


def test_it_is_looked_at_on_real_papers_before_it_holds(village):
    stages.notified_matter(village)
    post = village.actor(village.handler).post
    post.duties = [*post.duties, "administer"]
    post.save()
    shown = signed_in(village.handler).post(AT, SAID | {"look": "1"})
    assert f"{stages.TITLE}一事，{village.town.name}已收到。" in shown.content.decode()
    assert not Template.objects.exists()


def test_an_administrator_sees_no_paper_that_is_not_theirs_to_see(village):
    stages.notified_matter(village)
    post = village.actor(village.stranger).post
    post.duties = ["administer"]
    post.save()
    shown = signed_in(village.stranger).post(AT, SAID | {"look": "1"})
    assert stages.TITLE not in shown.content.decode()


def test_what_is_no_paper_of_the_house_does_not_exist(village):
    assert signed_in(village.administrator).get("/desk/admin/templates/D99/").status_code == 404
