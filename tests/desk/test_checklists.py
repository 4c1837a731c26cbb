"""The page of a checklist: item by item, as far as one got, and read again on the page of the matter."""

import pytest

from tests.desk.signed_in import signed_in
from tests.desk.walking import answers, at, done, page_of, refusal
from tests.matters import stages

pytestmark = pytest.mark.django_db
TALK = {"consulted_state": "met", "consulted_held_on": "2026-01-05", "consulted_with_whom": "三组村民",
        "consulted_note": "要求先丈量"}  # fmt: skip
REST = {"objections-answered_state": "met", "objections-answered_note": "会议记录 2 页",
        "livelihood_state": "not_met", "livelihood_note": "没有安排"}  # fmt: skip


@pytest.fixture
def matter(village):
    found = stages.investigated_matter(village)
    type(found).system.filter(pk=found.pk).update(topic="土地承包经营")
    found.refresh_from_db()
    return found


@pytest.mark.seed("S085")
def test_items_are_checked_on_their_page_and_read_on_the_matters(village, matter):
    officer = signed_in(village.handler)
    assert "动地以前的商量：动地以前和群众商量过" in officer.get(at(matter, "checklist")).content.decode()
    done(village.handler, matter, "checklist", **TALK)
    shown = officer.get(page_of(matter)).content.decode()
    for words in ("做到了", "2026-01-05　三组村民　要求先丈量", "还没有核对"):
        assert words in shown
    assert "要求先丈量" in officer.get(at(matter, "checklist")).content.decode()


def test_a_draft_names_the_items_that_nobody_looked_at(village, matter):
    done(village.handler, matter, "checklist", **TALK)
    said = answers(matter) | {"seen": matter.version}
    page = signed_in(village.handler).post(at(matter, "draft"), said)
    assert "这类事项还要逐项核对：群众当时提的不同意见" in page.content.decode()
    done(village.handler, matter, "checklist", **TALK, **REST)
    done(village.handler, matter, "draft", **answers(matter))
    checked = signed_in(village.second).post(at(matter, "reply"), {"seen": matter.version})
    assert "没有做到：想过群众耕种和今后生活的问题" in checked.content.decode(), refusal(checked)


def test_a_talk_without_its_day_is_refused_on_the_page(village, matter):
    said = TALK | {"consulted_held_on": "", "seen": matter.version}
    page = signed_in(village.handler).post(at(matter, "checklist"), said)
    assert page.status_code == 422
    assert "要写明哪天、和谁、说了什么" in page.content.decode()


def test_a_matter_of_another_topic_shows_no_list(village):
    matter = stages.investigated_matter(village)
    assert "逐项核对" not in signed_in(village.handler).get(page_of(matter)).content.decode()
