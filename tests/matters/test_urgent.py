"""An emergency is told upwards at once; it is about danger to people, and the organs told see the matter from then on."""

from datetime import timedelta

import pytest

from huiyin.desk.story import entries
from huiyin.ledger.entry import Entry
from huiyin.mailroom import audience, reader
from huiyin.mailroom.notice import Notice
from huiyin.mailroom.occasion import Occasion
from huiyin.matters.matter import Matter
from huiyin.matters.timeline import timeline
from huiyin.matters.urgent import Sign
from tests.matters import stages

SEEN = stages.after(1)


def told(village, **more):
    return {
        "signs": [Sign.LIFE],
        "facts": "渠边三户的房子开裂，还住着人。",
        "noticed_at": SEEN - timedelta(minutes=25),
        "measures": "已经请三户先搬到村委会。",
        "to": village.county,
    } | more


def test_it_reaches_the_government_above_and_moves_nothing(village, running):
    matter = stages.accepted_matter(village)
    before = (matter.stage, running(matter))
    row = matter.report_urgent(by=village.actor(village.handler), at=SEEN, **told(village))
    assert (matter.stage, running(matter)) == before
    assert row.minutes == 25
    assert matter.grants.filter(organ=village.county, reason="report_urgent").exists()


def test_a_petition_office_tells_the_office_above_it_too(village):
    matter = stages.registered_matter(village, organ=village.county_office)
    office = village.actor(village.county_triager)
    matter.report_urgent(by=office, at=SEEN, **told(village))
    told_to = {grant.organ for grant in matter.grants.filter(reason="report_urgent")}
    assert told_to == {village.county, village.city_office}


def test_who_was_told_hears_of_it_now_and_not_tomorrow(village):
    matter = stages.accepted_matter(village)
    matter.report_urgent(by=village.actor(village.handler), at=SEEN, **told(village, to=village.city))
    occasion = Occasion.of(Entry.objects.get(stream=matter.pk, kind="report_urgent"))
    assert audience.at_once(occasion) == [village.leader]


def test_an_e_mail_goes_out_at_once_with_the_number_and_nobody_in_it(village, settings):
    settings.SMTP_URL = "smtp://127.0.0.1:2525"
    village.leader.email = "chen@example.gov.cn"
    village.leader.save()
    matter = stages.accepted_matter(village)
    matter.report_urgent(by=village.actor(village.handler), at=SEEN, **told(village, to=village.city))
    while reader.read():
        pass
    notice = Notice.objects.get(about="report_urgent")
    assert (notice.recipient, notice.address) == (village.leader.pk, "chen@example.gov.cn")
    assert matter.number in notice.text and stages.ELDER.name not in notice.text


def test_officers_read_how_long_it_took(village):
    matter = stages.accepted_matter(village)
    matter.report_urgent(by=village.actor(village.handler), at=SEEN, **told(village))
    latest = entries(timeline(matter, public=False)[:1], matter, village.actor(village.handler))[0]
    assert "知道后 25 分钟报告" in latest.says


@pytest.mark.parametrize("organ", ["bureau", "elsewhere", "town"])
def test_it_goes_upwards_only(village, refused, organ):
    matter = stages.accepted_matter(village)
    with refused("上面的党委、政府") as why:
        matter.report_urgent(
            by=village.actor(village.handler), at=SEEN, **told(village, to=getattr(village, organ))
        )
    assert why.value.field == "to"


def test_nobody_learns_of_it_tomorrow(village, refused):
    matter = stages.accepted_matter(village)
    with refused("在现在之后"):
        matter.report_urgent(
            by=village.actor(village.handler),
            at=SEEN,
            **told(village, noticed_at=SEEN + timedelta(hours=1)),
        )


def test_what_is_sealed_reaches_no_organ_by_it(village):
    matter = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    keeper.post.duties = ["seal_keeper", "triage", "handle"]
    keeper.post.save()
    matter.report_urgent(by=keeper, at=SEEN, **told(village, to=village.city))
    assert not matter.grants.filter(organ__isnull=False).exists()
    assert not Matter.objects.visible_to(village.leader).filter(pk=matter.pk).exists()


def test_no_sign_is_about_where_people_go():
    forbidden = ("进京", "越级", "上访", "聚集", "人数", "扬言")
    assert not [sign for sign in Sign if any(word in str(sign.label) for word in forbidden)]


def test_the_petitioner_does_not_read_it(village):
    matter = stages.accepted_matter(village)
    matter.report_urgent(by=village.actor(village.handler), at=SEEN, **told(village))
    assert "report_urgent" not in {line.act for line in timeline(matter, public=True)}
