"""Where a local text was adopted, the pages before, during and after say so."""

import pytest
from django.test import Client

from huiyin.people.organ import Organ
from huiyin.people.region import Region
from tests.desk.signed_in import signed_in
from tests.matters import stages


@pytest.fixture
def in_zhejiang(village, settings):
    """The whole cast in a province whose regulation was adopted."""
    settings.OVERLAYS = ("zj-2016",)
    region = Region.objects.create(code="330100", name="杭州市")
    Organ.objects.update(region=region)
    village.city_office.refresh_from_db()
    return village


def test_an_administrator_reads_both_texts_and_what_the_system_does_not_keep(in_zhejiang):
    shown = (
        signed_in(in_zhejiang.administrator).get("/desk/admin/rules/", {"day": "2026-01-05"}).content.decode()
    )
    for words in (
        "《浙江省信访条例》第二十三条",
        "《信访工作条例》第三十五条",
        "系统不管",
        "达成协议并履行完毕",
    ):
        assert words in shown


def test_an_administrator_elsewhere_reads_the_regulation_alone(village, settings):
    settings.OVERLAYS = ("zj-2016",)
    shown = signed_in(village.administrator).get("/desk/admin/rules/").content.decode()
    assert "浙江" not in shown and "系统不管" not in shown


def test_how_the_dates_were_counted_names_the_rule_that_fired(in_zhejiang):
    matter = stages.accepted_matter(in_zhejiang)
    shown = signed_in(in_zhejiang.handler).get(f"/desk/matters/{matter.number}/clocks/").content.decode()
    assert "《浙江省信访条例》第二十三条" in shown and "zj-2016" in shown


def test_the_start_page_promises_what_the_local_text_does(in_zhejiang):
    shown = Client().get("/").content.decode()
    assert "5 个工作日内" in shown and "受理后 30 天内" in shown
