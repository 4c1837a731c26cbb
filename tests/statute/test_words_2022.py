"""What the 2022 Regulation says to readers: sentences, articles, papers and tables of words."""

import re

import pytest

from huiyin.statute import rules

RULES = rules.load("cn-2022")
WORDS = (
    "已收到 已转送 已受理 不予受理 不再受理 已转其他途径 承办中 "
    "已延期 已答复 复查中/复核中 落实中/已落实 已办结 已撤回"
)
FORBIDDEN = (
    "非法 无效 错误代码 请勿 禁止 系统异常 抱歉 缠访 闹访 老户 刁民 重点人员 无理 稳控 截访 异常用户 重访户"
)
LONGEST_SENTENCE = 40


@pytest.mark.parametrize(
    "act", ["triage", "investigate", "draft", "send_back", "note", "designate", "instruct", "lapse"]
)
def test_the_petitioners_timeline_leaves_out_what_is_internal(act: str) -> None:
    assert all(found.internal for found in RULES.moves if found.act == act)


def test_the_public_words_are_the_thirteen() -> None:
    assert [word.zh for word in RULES.words.values()] == WORDS.split()


SENTENCES = [(stage.key, stage.says_zh) for stage in RULES.stages.values()]
SENTENCES += [(found.id, found.says_zh) for found in RULES.moves]


@pytest.mark.parametrize(("entry", "sentence"), SENTENCES, ids=[entry for entry, _ in SENTENCES])
def test_a_sentence_is_short_and_kind(entry: str, sentence: str) -> None:
    assert max(len(part) for part in re.split("[。；]", sentence)) <= LONGEST_SENTENCE
    assert [word for word in FORBIDDEN.split() if word in sentence] == []


def test_a_message_on_an_accusation_names_no_organ() -> None:
    found = RULES.moves_for("refer_discipline", "triage")
    assert (
        found is not None
        and found.sealed
        and "{" not in found.says_zh + RULES.stage("referred_discipline").says_zh
    )


@pytest.mark.parametrize(
    ("article", "zh", "en"),
    [
        ("34", "《信访工作条例》第三十四条", "Regulation on Petition Work, Art. 34"),
        (
            "22.1(3)",
            "《信访工作条例》第二十二条第一款第三项",
            "Regulation on Petition Work, Art. 22 para. 1 item 3",
        ),
        ("31(6)", "《信访工作条例》第三十一条第六项", "Regulation on Petition Work, Art. 31 item 6"),
        ("design", "本系统的约定，不是法条", "A convention of this system, not law"),
    ],
)
def test_an_article_is_cited_as_readers_say_it(article: str, zh: str, en: str) -> None:
    assert (RULES.cite(article), RULES.cite(article, "en")) == (zh, en)


def test_the_papers_this_release_writes() -> None:
    written = [document.id for document in RULES.documents.values() if document.implemented]
    expected = "D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 D12 D13 D15 D16 D17 D18 D20 D21 D22 D28 D34 D35 D36"
    assert written == expected.split() and len(RULES.documents) == 36


def test_only_the_petition_procedure_has_our_clock() -> None:
    assert [route.id for route in RULES.routes.values() if route.clock] == ["L6"]


@pytest.mark.parametrize("route", ["L1", "L2", "L3", "L4", "L5"])
def test_go_somewhere_else_is_never_empty(route: str) -> None:
    found = RULES.routes[route]
    assert found.needs_body and found.needs_basis and found.needs_time_bar


def test_post_is_not_delivered_by_being_sent() -> None:
    assert not RULES.deliveries["post"].complete_on_attempt
