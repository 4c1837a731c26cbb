"""Nobody is labelled: the words are refused in what officers write."""

import pytest

from huiyin.people.labels import LABELS, LabelWrong, refuse_labels


@pytest.mark.seed("S042")
@pytest.mark.parametrize("word", ["难缠户", "缠访户", "老上访户", "重点人员", "刁民"])
def test_an_officer_cannot_call_someone_who_petitions_a_nuisance(word):
    with pytest.raises(LabelWrong, match="请改写成谁在什么时候做了什么") as caught:
        refuse_labels(f"该人系{word}，多次来访。")
    assert caught.value.word in word


@pytest.mark.seed("S043")
@pytest.mark.parametrize("word", ["钉子户", "闹访"])
def test_an_officer_cannot_call_someone_who_is_loud_a_nail(word):
    with pytest.raises(LabelWrong):
        refuse_labels(f"{word}，不予理会")


@pytest.mark.parametrize("word", LABELS)
def test_every_label_is_refused(word):
    with pytest.raises(LabelWrong):
        refuse_labels(word)


@pytest.mark.parametrize(
    "typed", ["钉 子 户", "钉-子-户", "“钉子”户", "钉\u200b子户", "重点　人员", "钉*子*户"]
)
def test_signs_between_the_characters_hide_nothing(typed):
    with pytest.raises(LabelWrong):
        refuse_labels(typed)


@pytest.mark.parametrize(
    "text",
    [
        "廖秀英第 3 次来访，反映承包地丈量问题。",
        "重点人群疫苗接种",
        "重点项目人员安置",
        "土地是工作重点。人员由镇里安排。",
        "重点、人员和经费",
        "",
    ],
)
def test_what_somebody_did_may_be_written(text):
    assert refuse_labels(text) == text
