"""A paper as the lines a reader sees, in order; docx and PDF are both set from these and say the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from huiyin.papers import words
from huiyin.papers.paper import Answer, Block, Heading, Items, Paper, Paragraph

Role = Literal["text", "heading1", "heading2", "heading3", "item", "point", "note"]
PARTS = (
    ("facts", "查明的事实"),
    ("reasons", "理由"),
    ("basis", "依据"),
    ("policies", "政策"),
    ("plan", "落实安排"),
)


@dataclass(frozen=True)
class Line:
    """One paragraph on the page. lead: a label set apart in front of it."""

    role: Role
    text: str
    lead: str = ""


def lines(paper: Paper) -> tuple[Line, ...]:
    """The body from the first block to the last note."""
    found: list[Line] = []
    answers = sum(isinstance(block, Answer) for block in paper.blocks)
    answered = 0
    for block in paper.blocks:
        if isinstance(block, Answer):
            answered += 1
            found.extend(_answer(block, answered if answers > 1 else 0))
        else:
            found.extend(_plain(block))
    found.extend(Line("note", note) for note in paper.notes)
    return tuple(found)


def number(paper: Paper) -> str:
    """The 发文字号, or the place where it will stand."""
    return paper.number or "（签发时编号）"


def dated(paper: Paper) -> str:
    """The day of the document, or what is still to come."""
    return words.formal(paper.dated) if paper.dated else "（签发后填日期、盖章）"


def attachments(paper: Paper) -> tuple[str, ...]:
    """附件说明: numbered when there are several, no full stop at the end."""
    names = [name.rstrip("。") for name in paper.attachments]
    if len(names) == 1:
        return (f"附件：{names[0]}",)
    return tuple(
        f"{'附件：' if place == 1 else '　　　'}{place}. {name}" for place, name in enumerate(names, 1)
    )


def copies(paper: Paper) -> str:
    """抄送, in one line."""
    return f"抄送：{'，'.join(paper.copies)}。" if paper.copies else ""


def signature_indent(paper: Paper) -> float:
    """How far from the right edge the organ's name ends, in characters, so that it is centred over the date.

    The date itself ends four characters from the edge (GB/T 9704-2012 §7.3.5.1); a long name at least two.
    """
    return max(2.0, 4 + (_width(dated(paper)) - _width(paper.signed_by)) / 2)


def _plain(block: Block) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield from (Line("text", part) for part in block.text.splitlines() if part.strip())
    elif isinstance(block, Heading):
        roles: tuple[Role, ...] = ("heading1", "heading2", "heading3")
        yield Line(roles[min(block.level, 3) - 1], block.text)
    elif isinstance(block, Items):
        widest = max((len(label) for label, _ in block.rows), default=0)
        yield from (Line("item", said, lead=f"{label:　<{widest + 1}}") for label, said in block.rows)


def _answer(answer: Answer, place: int) -> Iterator[Line]:
    ordinal = f"{words.numeral(place)}、" if place else ""
    yield Line("heading1", f"{ordinal}您的请求：{answer.request}")
    yield Line("point", _sentence(answer.opinion), lead="处理意见：")
    for part, label in PARTS:
        said = getattr(answer, part)
        first, *rest = [one for one in said.splitlines() if one.strip()] or [""]
        if first:
            yield Line("point", _sentence(first), lead=f"{label}：")
            yield from (Line("text", one) for one in rest)


def _sentence(said: str) -> str:
    return said if said.endswith(("。", "！", "？", "…", "；", "”", "）")) else f"{said}。"


def _width(said: str) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else 0.5 for letter in said)
