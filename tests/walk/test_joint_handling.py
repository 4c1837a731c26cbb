"""Article 24: several organs, one answer. The lead asks two, one is late, and the petitioner reads why it did not wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from huiyin.matters.tick import tick
from tests.matters import stages

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db(transaction=True)]
TASK = "查渠占的地是谁批的，附批文。"
FOUND = "2011年市里批的，批文在档案馆。"
WHY = "市里的批文已经能说明用地，不再等县里。"


def test_one_organ_answers_for_three_and_says_why_it_did_not_wait(village, seat, mobile, now) -> None:
    matter = stages.investigated_matter(village, at=now - timedelta(days=12))
    number, code = matter.number, str(matter.receipts.get().shown)
    asked = {
        "to": village.county,
        "task": "查县里有没有修渠的钱。",
        "due_on": (now - timedelta(days=1)).date(),
    }
    matter.ask_assistance(by=village.actor(village.handler), at=now - timedelta(days=11), **asked)
    tick(timezone.localdate())

    town = seat(village.handler)
    town.opens(number)
    town.does("assistance", to="明川市自然资源局", task=TASK, due_on=(now + timedelta(days=10)).date())
    mobile.looks_up(number, code)
    assert mobile.says("明川市自然资源局协办")
    assert mobile.says("到期，还没有答")

    late = seat(village.reviewer)
    late.page.goto(f"{late.url}/desk/")
    assert late.sees("协办")
    late.opens(number)
    assert late.sees("请本单位协办")

    bureau = seat(village.bureau_handler)
    bureau.opens(number)
    assert bureau.sees(TASK)
    bureau.does("assistance-answer", facts=FOUND)

    town.opens(number)
    assert town.sees(FOUND)
    refusal = town.is_refused("draft", **answer())
    assert "写明为什么不等它" in refusal
    town.opens(number)
    town.does("draft", **answer(), despite=WHY)
    second = seat(village.second)
    second.opens(number)
    second.does("reply")

    mobile.looks_up(number, code)
    assert mobile.says("安平镇人民政府不再等城南县人民政府协办。")
    assert mobile.says(WHY)
    assert not mobile.says(TASK)


def answer() -> dict[str, str]:
    """The one request explained."""
    return {
        "r1_opinion": "explained",
        "r1_facts": "2011年市里批准用地，渠去年汛期塌了。",
        "r1_reasons": "用地有批文；修渠列入今年计划。",
        "r1_basis": "《农田水利条例》第二十条",
    }
