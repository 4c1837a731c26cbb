"""Asking another organ to assist at the desk: its inbox and page, the way back, and the reason for not waiting."""

import pytest

from tests.desk.signed_in import signed_in
from tests.desk.test_costs import cost
from tests.desk.walking import answers, at, day, done, page_of, to_accepted

TASK = "查停发名单是谁报的。"


def shown(officer, address):
    return signed_in(officer).get(address).content.decode()


@pytest.fixture
def helped(village, matter):
    """何大山's matter at 安平镇, with 市自然资源局 asked to assist."""
    to_accepted(village, matter)
    done(village.handler, matter, "investigation", plan="到村里核实", due_on=day(10))
    done(village.handler, matter, "assistance", to="明川市自然资源局", task=TASK, due_on=day(20))
    return matter


def test_both_organs_read_who_assists_and_what_is_asked(village, helped):
    assert TASK in shown(village.handler, page_of(helped))
    assert "请本单位协办" not in shown(village.handler, page_of(helped))
    assert f"前答复：{TASK}" in shown(village.bureau_handler, page_of(helped))


def test_it_stands_in_the_inbox_of_who_assists_with_its_own_day(village, helped):
    (row,) = signed_in(village.bureau_handler).get("/desk/").context["rows"]
    assert (row.title, row.step, row.step_note, row.days) == (helped.title, "协办", "协办中", 20)


def test_the_clocks_page_says_who_owes_it(village, helped):
    page = shown(village.handler, f"{page_of(helped)}clocks/")
    assert "明川市自然资源局" in page and "协办" in page


def test_who_assists_finds_its_own_acts_and_no_other(village, helped):
    response = signed_in(village.bureau_handler).get(page_of(helped))
    assert [one["words"] for one in response.context["acts"]] == [
        "答复协办",
        "内部备注",
        "指定承办人",
        "回避",
    ]
    assert signed_in(village.bureau_handler).get(at(helped, "draft")).status_code == 422


def test_the_part_is_answered_on_its_page(village, helped):
    done(village.bureau_handler, helped, "assistance-answer", facts="名单是镇民政办报的。")
    page = shown(village.handler, page_of(helped))
    assert "名单是镇民政办报的。" in page
    assert signed_in(village.bureau_handler).get("/desk/").context["rows"] == []


def test_the_lead_calls_it_off(village, helped):
    one = helped.open_assistances().get()
    done(village.handler, helped, "calling-off", assistance=one.pk, reason="名单已经找到")
    assert not helped.open_assistances().exists()
    assert signed_in(village.handler).get(at(helped, "calling-off")).status_code == 422


def test_the_draft_asks_why_only_while_a_part_is_open(village, helped):
    form = signed_in(village.handler).get(at(helped, "draft")).context["form"]
    assert form.groups()[-1]["legend"] == "协办还没有完：市自然资源局"
    refused = signed_in(village.handler).post(at(helped, "draft"), answers(helped))
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["despite"])
    done(village.handler, helped, "draft", **answers(helped), despite="名单已经找到")
    assert "名单已经找到" in shown(village.handler, page_of(helped))


def test_with_every_part_answered_the_draft_asks_nothing_more(village, helped):
    done(village.bureau_handler, helped, "assistance-answer", facts="名单是镇民政办报的。")
    assert "despite" not in signed_in(village.handler).get(at(helped, "draft")).context["form"].fields


def test_a_matter_with_parts_asks_at_most_twenty(village, helped):
    done(village.handler, helped, "assistance", to="城南县人民政府", task=TASK, due_on=day(20))
    assert cost(signed_in(village.handler), page_of(helped)) <= 20
    assert cost(signed_in(village.bureau_handler), page_of(helped)) <= 20
