"""Likeness of two texts: rare pairs of characters weigh more, and what both say is quoted."""

import pytest

from huiyin.insight.likeness import Rarity, likeness, phrases, tokens_of

CANAL = "石桥村的灌溉渠去年汛期塌了，三十亩地浇不上水，希望有关部门尽快修好。"
REWORDED = "我们村（石桥村）灌溉渠塌了一年没人管，三十亩地没有水浇，请尽快修好。"
PENSION = "石桥村低保去年十月停发，没有人说过原因，希望有关部门尽快恢复发放。"
ROAD = "环镇路修好以后占了水田，补偿一直没有发，希望有关部门尽快答复。"
RARITY = Rarity.among([tokens_of(text) for text in (REWORDED, PENSION, ROAD)])


def like(one: str, other: str) -> float:
    return likeness(tokens_of(one), tokens_of(other), RARITY)


def test_the_same_words_are_wholly_alike_and_others_not_at_all():
    assert like(CANAL, CANAL) == pytest.approx(1)
    assert like(CANAL, "今天天气不错") == 0
    assert like("", CANAL) == 0


def test_the_same_matter_in_other_words_is_liker_than_another_of_the_same_village():
    assert like(CANAL, REWORDED) > like(CANAL, PENSION) > 0


def test_it_is_the_same_both_ways():
    assert like(CANAL, REWORDED) == like(REWORDED, CANAL)


def test_what_everybody_writes_weighs_less_than_what_few_do():
    everywhere, once = next(iter(tokens_of("尽快"))), next(iter(tokens_of("渠塌")))
    assert RARITY.weight(everywhere) < RARITY.weight(once)
    assert RARITY.rarest({everywhere, once}, 1) == [once]


def test_the_reason_is_what_both_say_word_for_word_the_rarest_first():
    said = phrases(CANAL, REWORDED, RARITY)
    assert set(said) <= {"灌溉渠塌了", "三十亩地", "尽快修好"}
    assert "三十亩地" in said


def test_no_phrase_reaches_across_punctuation_of_either_text():
    assert phrases("石桥村，灌溉渠", "石桥村灌溉渠", RARITY) == []


def test_shorter_than_four_characters_says_nothing():
    assert phrases("低保没发", "低保没了", RARITY) == []
