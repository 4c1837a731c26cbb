"""三项建议 (Art. 40): what an office recommended in a year, and what became of it, read from the record by kind of act."""

from collections.abc import Iterable

from huiyin.insight.annual_numbers import told, told_in
from huiyin.insight.counted import Days
from huiyin.papers.paper import Block, Items, Paragraph
from huiyin.people.organ import Organ

KINDS = {"improve_work": "改进工作", "improve_policy": "完善政策", "accountability": "追究责任"}
ADOPTED = {"adopted": "采纳", "partly": "部分采纳", "not": "没有采纳"}


def recommended(office: Organ, days: Days) -> Iterable[Block]:
    """How many of each of the three kinds, and how many were adopted, partly or not."""
    made = told(["recommend"], office, days)
    if not made:
        yield Paragraph("没有提出建议的记录。")
        return
    answers = told_in({one["stream"] for one in made}, "answer_recommendation")
    kinds = [one.get("kind") for one in made]
    yield Paragraph(f"共提出{len(made)}项建议，收到{len(answers)}份采纳情况反馈。")
    yield Items(tuple((label, f"{kinds.count(kind)}项") for kind, label in KINDS.items()))
    said = [one.get("adopted") for one in answers]
    yield Items(tuple((label, f"{said.count(word)}项") for word, label in ADOPTED.items()))
