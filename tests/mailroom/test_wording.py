"""Short messages: one message, plain words, a number, a day and where to look."""

from datetime import date

import pytest

from huiyin.mailroom import wording
from huiyin.mailroom.wording import Telling
from huiyin.statute import rules

TOLD = [move for move in rules.load("cn-2022").moves if "petitioner" in move.tells and not move.internal]
REASONS = ("检举", "控告", "举报", "信访", "纪委", "监委", "纪检", "监察", "密封", "封存")


def telling(template, **more):
    blanks = {"organ": "市信访局", "to": "安平镇", "due": "12月8日", "days": "15", "others": "2"}
    asked = {
        "sender": "明川市信访局",
        "number": "明信2026-11-0417",
        "site": "xf.example.gov.cn",
        "phone": "12345",
    }
    return Telling(template, blanks, **(asked | more))


def test_a_message_says_who_what_which_number_and_where_to_look():
    text = wording.short_message(telling("您的材料已收到，{due}前告诉您由谁办理。"))
    assert text == (
        "【明川市信访局】您的材料已收到，12月8日前告诉您由谁办理。案号明信2026-11-0417。查询打12345。"
    )


@pytest.mark.parametrize("move", TOLD, ids=lambda move: move.id)
def test_what_the_statute_tells_fits_into_one_message_with_its_number(move):
    text = wording.short_message(telling(move.says_zh))
    assert len(text) <= 70 and "明信2026-11-0417" in text and "{" not in text


@pytest.mark.parametrize("move", TOLD, ids=lambda move: move.id)
def test_no_message_falls_back_while_an_organ_has_an_ordinary_name(move):
    assert wording.NEWS not in wording.short_message(telling(move.says_zh))


def test_a_very_long_sender_still_leaves_one_message():
    text = wording.short_message(telling("您的材料已收到。", sender="某某" * 25))
    assert len(text) <= 70


def test_a_blank_that_nothing_fills_is_never_shown():
    text = wording.short_message(
        Telling("{organ}在{due}前答复您。", {"organ": "安平镇"}, number="明信2026-11-0417")
    )
    assert text == "您反映的事项有新进展。案号明信2026-11-0417。"


@pytest.mark.parametrize("received", [True, False])
def test_about_an_accusation_no_reason_and_no_organ_is_named(received):
    text = wording.sealed(received=received)
    assert not [word for word in REASONS if word in text] and len(text) <= 70


def test_a_letter_says_it_in_full():
    text = wording.letter(telling("您的材料已收到。"))
    assert "网上查询：xf.example.gov.cn。" in text and "电话：12345。" in text


def test_a_day_of_another_year_is_written_with_its_year():
    assert wording.day("2027-01-08", date(2026, 12, 1)) == "2027年1月8日"
