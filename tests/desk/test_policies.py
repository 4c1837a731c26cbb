"""The pages of the policy library: kept by an administrator, chosen in a draft, read by every officer."""

from datetime import date

import pytest

from huiyin.matters.policy import Policy, PolicyVersion
from tests.desk.signed_in import signed_in
from tests.desk.walking import answers, at, done, page_of
from tests.matters import stages

pytestmark = pytest.mark.django_db
LIBRARY = "/desk/admin/policies/"
NAMED = {"title": "渠道管护办法", "organ": "明川市水利局", "number": "明水〔2020〕3号", "topic": "水利"}
FIRST = {"label": "2020年版", "since_on": "2020-01-01", "text": "第五条　村级渠道由乡镇管护。"}


@pytest.fixture
def administrator(village):
    return signed_in(village.administrator)


@pytest.fixture
def policy(administrator):
    administrator.post(f"{LIBRARY}new/", NAMED)
    return Policy.objects.get()


@pytest.fixture
def version(administrator, policy):
    assert administrator.post(f"{LIBRARY}{policy.pk}/versions/new/", FIRST).status_code == 302
    return policy.versions.get()


@pytest.fixture
def matter(village):
    found = stages.investigated_matter(village)
    type(found).system.filter(pk=found.pk).update(topic="水利水电")
    found.refresh_from_db()
    return found


def test_a_policy_and_its_version_are_added_and_stand_in_the_list(administrator, policy, version):
    shown = administrator.get(LIBRARY).content.decode()
    assert "渠道管护办法" in shown
    assert "2020年版（2020-01-01 起施行）" in shown
    assert "2020年版" in administrator.get(f"{LIBRARY}{policy.pk}/").content.decode()


def test_two_versions_do_not_hold_on_one_day(administrator, policy, version):
    told = FIRST | {"label": "2026年版", "since_on": "2026-01-01"}
    refused = administrator.post(f"{LIBRARY}{policy.pk}/versions/new/", told)
    assert refused.status_code == 422
    assert "请先给它填上施行到哪天" in refused.content.decode()
    administrator.post(f"{LIBRARY}{policy.pk}/versions/{version.pk}/", FIRST | {"until_on": "2025-12-31"})
    assert administrator.post(f"{LIBRARY}{policy.pk}/versions/new/", told).status_code == 302


def test_a_cited_version_takes_an_end_and_no_other_words(administrator, policy, version):
    PolicyVersion.objects.filter(pk=version.pk).update(cited_on=date(2026, 1, 1))
    place = f"{LIBRARY}{policy.pk}/versions/{version.pk}/"
    assert "只能写它施行到哪天" in administrator.get(place).content.decode()
    told = FIRST | {"text": "不管护。", "until_on": "2030-01-01"}
    assert administrator.post(place, told).status_code == 302
    version.refresh_from_db()
    assert (version.text, version.until_on) == (FIRST["text"], date(2030, 1, 1))
    administrator.post(f"{LIBRARY}{policy.pk}/", NAMED | {"title": "别的办法", "topic": ""})
    policy.refresh_from_db()
    assert (policy.title, policy.topic) == (NAMED["title"], "")


@pytest.mark.seed("S082")
def test_the_draft_offers_what_holds_and_the_matter_shows_what_was_cited(village, matter, version):
    offered = signed_in(village.handler).get(at(matter, "draft")).content.decode()
    assert "《渠道管护办法》明水〔2020〕3号 2020年版（2020-01-01 起施行）" in offered
    assert f"/desk/policies/{version.pk}/" in offered
    done(village.handler, matter, "draft", **answers(matter, policies=[str(version.pk)]))
    done(village.second, matter, "reply")
    shown = signed_in(village.handler).get(page_of(matter)).content.decode()
    assert "《渠道管护办法》明水〔2020〕3号 2020年版" in shown


@pytest.mark.seed("S143")
def test_a_draft_that_cites_none_is_sent_back_with_their_names(village, matter, version):
    said = answers(matter) | {"seen": matter.version}
    page = signed_in(village.handler).post(at(matter, "draft"), said)
    assert page.status_code == 422
    assert "这类事项有现成的政策：《渠道管护办法》" in page.content.decode()
    done(village.handler, matter, "draft", **answers(matter, no_policy="这条渠不在名录里"))


def test_an_empty_library_asks_nothing(village):
    matter = stages.investigated_matter(village)
    assert "引用哪些政策" not in signed_in(village.handler).get(at(matter, "draft")).content.decode()


def test_every_officer_reads_a_version_and_finds_the_others(village, policy, version):
    PolicyVersion.objects.filter(pk=version.pk).update(until_on=date(2025, 12, 31))
    later = policy.versions.create(label="2026年版", since_on=date(2026, 1, 1), text="第五条　改了。")
    shown = signed_in(village.stranger).get(f"/desk/policies/{later.pk}/").content.decode()
    for words in ("第五条　改了。", "2026-01-01 起施行", "2020年版", "2020-01-01 至 2025-12-31"):
        assert words in shown


def test_the_end_of_a_version_is_not_before_its_beginning(administrator, policy):
    told = FIRST | {"until_on": "2019-01-01"}
    assert administrator.post(f"{LIBRARY}{policy.pk}/versions/new/", told).status_code == 422
