"""Asking for a clarification at the desk, seeing that it is open, and writing down an answer given by word of mouth."""

import pytest

from tests.desk.signed_in import signed_in
from tests.desk.walking import at, done, page_of, to_accepted

pytestmark = pytest.mark.seed("S045")
UNCLEAR = "停发的是哪几个月？"


def shown(officer, address):
    return signed_in(officer).get(address).content.decode()


@pytest.fixture
def unclear(village, matter):
    to_accepted(village, matter)
    done(village.handler, matter, "clarification", words=UNCLEAR)
    return matter


def test_an_open_clarification_stands_on_the_matters_page(village, unclear):
    page = shown(village.handler, page_of(unclear))
    assert f"请信访人说明，还没有答：{UNCLEAR}" in page


def test_it_stays_open_for_other_acts(village, unclear):
    done(village.handler, unclear, "investigation", plan="到村里核实", due_on=str(unclear.heard_on))
    assert unclear.stage == "investigating"


def test_the_officer_writes_down_an_answer_given_by_word_of_mouth(village, unclear):
    form = signed_in(village.handler).get(at(unclear, "clarification-answer")).context["form"]
    waiting = unclear.open_clarification()
    assert form["clarification"].initial == waiting.pk
    done(village.handler, unclear, "clarification-answer", clarification=waiting.pk, words="十月到十二月。")
    assert "还没有答" not in shown(village.handler, page_of(unclear))
    assert "十月到十二月。" in unclear.text


def test_without_an_open_one_there_is_nothing_to_write_down(village, matter):
    to_accepted(village, matter)
    assert signed_in(village.handler).get(at(matter, "clarification-answer")).status_code == 422


def test_a_second_question_waits_for_the_first_answer(village, unclear):
    assert signed_in(village.handler).get(at(unclear, "clarification")).status_code == 422
