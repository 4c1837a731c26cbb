"""Topic lists: land and old matters are checked item by item before they are answered; what was not done is told."""

import pytest

from huiyin.ledger.entry import Entry
from huiyin.matters.possible import acts_open_to
from huiyin.matters.topic_list import ListWrong, lists_for, read
from huiyin.people.actor import Actor
from tests.matters import stages

pytestmark = pytest.mark.django_db
TALK = {"held_on": "2026-01-05", "with_whom": "石桥村三组 28 户代表"}
DEMOLITION = ["legal-basis", "compensation-first", "agreement-or-court", "no-violence"]
CONSULTATION = ["consulted", "objections-answered", "livelihood"]


@pytest.fixture
def about(village):
    """A matter under investigation, about a topic."""

    def made(topic):
        matter = stages.investigated_matter(village)
        type(matter).system.filter(pk=matter.pk).update(topic=topic)
        matter.refresh_from_db()
        return matter

    return made


def looked(village, matter, *, at=stages.START, **states):
    """Every item of the matter's lists met, but for what the test says (hyphens as underscores)."""
    told = {name.replace("_", "-"): state for name, state in states.items()}
    items = [
        {"item": item.id, "state": told.get(item.id, "met"), "note": "看过材料"} | (TALK if item.log else {})
        for item in matter.items_to_check()
    ]
    return matter.check_list(by=village.actor(village.handler), at=at, items=items)


def drafted(village, matter, by=None):
    return matter.draft(
        by=by or village.actor(village.handler), at=stages.START, answers=stages.answers(matter, "explained")
    )


@pytest.mark.seed("S083")
def test_a_demolition_is_not_answered_before_every_item_was_checked(village, about, refused):
    matter = about("城乡建设 › 集体土地上房屋拆迁与补偿")
    assert [item.id for item in matter.items_to_check()] == DEMOLITION + CONSULTATION
    with refused("这类事项还要逐项核对：有征收决定或批准文件，公告过；先补偿、后搬迁") as told:
        drafted(village, matter)
    assert told.value.field == "answers"
    handler = village.actor(village.handler)
    matter.check_list(
        by=handler, at=stages.START, items=[{"item": "legal-basis", "state": "met", "note": "见卷 3 页"}]
    )
    with refused("还要逐项核对：先补偿、后搬迁"):
        drafted(village, matter)
    looked(village, matter)
    drafted(village, matter)


@pytest.mark.seed("S085")
def test_land_used_without_talking_to_people_is_a_finding_in_the_answer(village, about):
    matter = about("土地承包经营")
    looked(village, matter, consulted="not_met")
    drafted(village, matter)
    matter.sign(by=village.actor(village.second), at=stages.START)
    paper = str(matter.documents.get(kind="D17").fields)
    assert "核对发现：" in paper
    assert "1. 没有做到：动地以前和群众商量过。看过材料" in paper
    assert "livelihood" not in paper


@pytest.mark.seed("S085")
@pytest.mark.parametrize("lacking", ["held_on", "with_whom"])
def test_a_consultation_has_its_day_and_with_whom_it_was_held(village, about, refused, lacking):
    matter = about("土地征收")
    said = {"item": "consulted", "state": "met", "note": "村民要求先丈量"} | TALK | {lacking: ""}
    with refused("要写明哪天、和谁、说了什么"):
        matter.check_list(by=village.actor(village.handler), at=stages.START, items=[said])


def test_no_talk_was_held_tomorrow(village, about, refused):
    said = {"item": "consulted", "state": "met", "note": "谈过"} | TALK | {"held_on": "2026-03-03"}
    with refused("不能在今天之后"):
        about("土地征收").check_list(by=village.actor(village.handler), at=stages.START, items=[said])


@pytest.mark.seed("S086")
def test_whether_people_can_still_farm_and_live_is_one_of_the_items(village, about):
    matter = about("土地征收")
    looked(village, matter, livelihood="not_met")
    assert [item.zh for item, _said in matter.findings()] == ["想过群众耕种和今后生活的问题，有安排"]


@pytest.mark.seed("S050")
def test_a_matter_left_over_from_the_past_has_a_list_of_its_own(village, about, refused):
    matter = about("其他 › 历史遗留问题")
    with refused("按当时的政策对照过"):
        drafted(village, matter)
    looked(village, matter, old_papers="not_met", old_promises="does_not_apply")
    assert matter.findings() == []
    drafted(village, matter)


@pytest.mark.parametrize("lacking", ["state", "note"])
def test_each_item_says_how_it_stands_and_what_was_seen(village, about, refused, lacking):
    said = {"item": "no-violence", "state": "met", "note": "问过五户"} | {lacking: ""}
    with refused("要选做到没有，并写明看到了什么") as told:
        about("拆迁").check_list(by=village.actor(village.handler), at=stages.START, items=[said])
    assert told.value.field == "items"


@pytest.mark.parametrize("ids", [[], ["no-violence", "no-violence"], ["old-papers"]])
def test_only_items_of_the_list_are_checked_each_once(village, about, refused, ids):
    items = [{"item": id, "state": "met", "note": "看过"} for id in ids]
    with refused("至少核对一项"):
        about("拆迁").check_list(by=village.actor(village.handler), at=stages.START, items=items)


def test_a_later_look_stands_and_the_earlier_one_stays_on_record(village, about):
    matter = about("拆迁")
    looked(village, matter, no_violence="not_met")
    looked(village, matter)
    assert matter.findings() == []
    assert Entry.objects.filter(stream=matter.pk, kind="check_list").count() == 2


@pytest.mark.parametrize("topic", ["", "水利水电", "税费征收"])
def test_matters_of_other_topics_are_asked_nothing(village, about, refused, topic):
    matter, handler = about(topic), village.actor(village.handler)
    assert "check_list" not in {move.act for move in acts_open_to(matter, handler)}
    with refused("没有要逐项核对的清单"):
        matter.check_list(by=handler, items=[{"item": "no-violence", "state": "met", "note": "看过"}])
    drafted(village, matter)


def test_history_is_written_down_unchecked(village, about):
    seat = village.actor(village.handler)
    drafted(village, about("拆迁"), by=Actor(seat.post, seat.officer, seat.capacity, channel="import"))


def test_every_list_is_met_by_a_topic_in_use():
    found = {one.id for topic in ("征地拆迁", "土地承包", "历史遗留") for one in lists_for(topic)}
    assert found == {"demolition", "consultation", "historical"}


ITEM = '[[list.item]]\nid = "a"\nzh = "甲"\nen = "A"\n'
LIST = '[[list]]\nid = "land"\nzh = "地"\nen = "Land"\ntopics = ["地"]\n'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (LIST, "at least one item"),
        (LIST.replace('["地"]', "[]") + ITEM, "topics names at least one word"),
        (LIST + ITEM + ITEM, "an id stands only once"),
        (LIST + ITEM.replace("甲", ""), "zh is missing"),
        (LIST + ITEM.replace("甲", "甲" * 91), "longer than 90"),
        (LIST + ITEM.replace('"a"', '"A 1"'), "small letters and hyphens"),
        (LIST + ITEM + 'finding = "yes"\n', "true or false"),
        (LIST + ITEM + "weight = 3\n", "weight is not known"),
    ],
)
def test_a_faulty_list_is_refused_when_it_is_read(text, fault):
    with pytest.raises(ListWrong, match=fault):
        read(text)
