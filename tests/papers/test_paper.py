"""Blocks as a record keeps them, and the lines a reader sees."""

from dataclasses import replace
from typing import Any

import pytest

from huiyin.papers import flow
from huiyin.papers.paper import Answer, Heading, Items, Paragraph, blocks
from huiyin.papers.words import numeral
from tests.papers.samples import LATER, OPINION


def test_blocks_are_read_back_from_a_record() -> None:
    written: list[list[Any]] = [
        ["text", "文。"],
        ["heading", ["（一）", 2]],
        ["items", [["收到", "今天"]]],
        ["answer", {"request": "补发"}],
    ]

    assert blocks(written) == (
        Paragraph("文。"),
        Heading("（一）", 2),
        Items((("收到", "今天"),)),
        Answer("补发", "", "", "", ""),
    )


def test_a_block_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="picture"):
        blocks([("picture", "x")])


def test_a_single_answer_is_not_numbered() -> None:
    one = replace(OPINION, blocks=(Answer("补发", "少算", "支持", "应补", "第二条"),))

    assert flow.lines(one)[0].text == "您的请求：补发"


def test_an_empty_part_of_an_answer_is_not_printed() -> None:
    leads = [line.lead for line in flow.lines(OPINION) if line.lead]

    assert leads.count("落实安排：") == 1
    assert leads.count("依据：") == 3


def test_several_lines_of_prose_are_several_paragraphs() -> None:
    assert [line.text for line in flow.lines(replace(LATER, blocks=(Paragraph("一。\n\n二。"),)))] == [
        "一。",
        "二。",
    ]


def test_labels_of_items_are_as_wide_as_the_widest() -> None:
    rows = flow.lines(replace(LATER, blocks=(Items((("收到日期", "今天"), ("理由", "远"))),)))

    assert [line.lead for line in rows] == ["收到日期　", "理由　　　"]


def test_a_long_signature_comes_no_nearer_than_two_characters() -> None:
    assert flow.signature_indent(replace(LATER, signature="局" * 30)) == 2
    assert flow.signature_indent(replace(LATER, signature="局" * 8)) == pytest.approx(3.5, abs=0.51)


@pytest.mark.parametrize(
    ("number", "said"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (32, "三十二")]
)
def test_headings_are_counted_in_chinese(number: int, said: str) -> None:
    assert numeral(number) == said
