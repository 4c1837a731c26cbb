"""Which rule set a petition comes under: the Regulation, or the local text over it that somebody adopted."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from huiyin.matters.governing import rules_for
from huiyin.matters.reckoning import reckonings
from huiyin.matters.registration import register
from huiyin.people.region import Region
from tests.matters import stages
from tests.matters.test_reckoning import of_term

TODAY = date(2026, 3, 2)


@pytest.fixture
def in_zhejiang(village, settings):
    """The village's city lies in Zhejiang, and whoever runs it adopted the province's regulation."""
    settings.OVERLAYS = ("zj-2016", "bj-2006")
    region = Region.objects.create(code="330100", name="杭州市")
    village.city_office.region = region
    village.city_office.save()
    return village


def test_a_region_with_a_local_text_has_the_regulation_alone_until_it_is_adopted(settings):
    assert settings.OVERLAYS == () and rules_for("330100", TODAY) == "cn-2022"


@pytest.mark.parametrize(
    ("region", "rules"), [("330100", "zj-2016"), ("110101", "bj-2006"), ("340100", "cn-2022")]
)
def test_what_is_adopted_holds_in_its_own_region(settings, region, rules):
    settings.OVERLAYS = ("zj-2016", "bj-2006")
    assert rules_for(region, TODAY) == rules


def test_what_was_received_before_the_regulation_is_entered_under_it_all_the_same(settings):
    settings.OVERLAYS = ("zj-2016",)
    assert rules_for("330100", date(2021, 3, 2)) == "cn-2022"


def test_a_petition_comes_under_the_adopted_text_of_its_office(in_zhejiang):
    matter = stages.registered_matter(in_zhejiang)
    assert matter.rules == "zj-2016"
    assert matter.clocks.get(term="triage").due_on == date(2026, 3, 9)


def test_a_matter_stays_under_its_rules_when_the_text_is_given_up(in_zhejiang, settings):
    matter = stages.registered_matter(in_zhejiang)
    settings.OVERLAYS = ()
    matter.triage(
        by=in_zhejiang.actor(in_zhejiang.triager),
        at=stages.START,
        kind="appeal_claim",
        reports_wrongdoing=False,
    )
    matter.forward(
        by=in_zhejiang.actor(in_zhejiang.triager), at=stages.START, to=in_zhejiang.town, reason="属镇里职权"
    )
    assert set(matter.clocks.values_list("rules", flat=True)) == {"zj-2016"}


def test_the_page_says_which_rule_fired(in_zhejiang):
    matter = stages.accepted_matter(in_zhejiang)
    handling, objection = of_term(matter, "办理"), of_term(matter, "提出异议")
    assert handling.law == "《浙江省信访条例》第二十三条"
    assert dict(handling.lines)["多长"].startswith("30 天")
    assert objection.law == "《信访工作条例》第二十三条第三款"


def test_the_page_says_it_in_english(in_zhejiang):
    matter = stages.accepted_matter(in_zhejiang)
    with override("en"):
        laws = {row.term: row.law for row in reckonings(matter)}
    assert laws["Handling"] == "Zhejiang Regulation on Petitions, Art. 23"


def test_a_clock_is_read_by_the_rules_that_it_was_started_under(village):
    at = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    told = {"by": stages.PETITIONER, "organ": village.city_office, "at": at, "rules": "zj-2016"}
    matter = register(stages.filing(), **told).matter
    matter.rules = "cn-2022"
    assert of_term(matter, "分流").law.startswith("《浙江省信访条例》")


def test_an_extension_goes_as_far_as_the_adopted_text_and_its_notice_cites_it(in_zhejiang):
    matter = stages.investigated_matter(in_zhejiang)
    by, head = in_zhejiang.actor(in_zhejiang.handler), in_zhejiang.actor(in_zhejiang.head)
    matter.extend(by=by, approved=head, at=stages.START, days=60, reason="要等检测")
    assert matter.clocks.get(term="handling").due_on == date(2026, 6, 1)
    notice = matter.documents.get(kind="D12")
    assert "《浙江省信访条例》第二十三条" in str(notice.fields)
