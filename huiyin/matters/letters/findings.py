"""What an organ writes of its own work: interviews and the report on the facts (D14), the report to the assigner (D23)."""

from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.draft import Draft, Opinion
from huiyin.matters.fact import Weight
from huiyin.matters.letters.words import day, heading
from huiyin.matters.party import Side


@composes("D14")
def findings(deed: Deed, row: Any) -> Composed:
    """调查笔录 of one interview; with the draft of the answer, 核查报告 of them all."""
    return _report(deed) if isinstance(row, Draft) else _interview(deed, row)


def _interview(deed: Deed, row: Any) -> Composed:
    return _filed(
        deed.subject,
        "调查笔录",
        ["被询问人", f"{row.name}（{row.get_standing_display()}）"],
        ["时间、地点", f"{day(row.held_on)}，{row.place}"],
        ["询问人", f"{deed.by.post.title} {deed.by.officer.name}" if deed.by.officer else ""],
        ["笔录", row.words],
        ["核对", row.get_read_back_display()],
    )


def _report(deed: Deed) -> Composed:
    """Whom one asked, what was found, and what became of each side's evidence (Art. 31(6))."""
    matter = deed.subject
    asked = [
        [f"询问 {place}", f"{day(one.held_on)}，{one.name}（{one.get_standing_display()}），{one.place}"]
        for place, one in enumerate(matter.inquiries.order_by("number"), 1)
    ]
    found = [row for place, one in enumerate(deed.facts, 1) for row in _fact(place, one)]
    return _filed(matter, "核查报告", *(asked or [["询问", "没有单独作笔录"]]), *found)


def _fact(place: int, fact: Any) -> list[list[str]]:
    on = f"{day(fact.happened_on)}，" if fact.happened_on else ""
    return [
        [f"事实 {place}", f"{on}{fact.fact}"],
        *(
            [
                str(Side(said["side"]).label),
                f"{said['evidence']}。{Weight(said['weight']).label}：{said['why']}",
            ]
            for said in fact.sides
        ),
    ]


@composes("D23")
def concluded(deed: Deed, row: Any) -> Composed | None:
    """办结报告: owed only where the matter was assigned and the result asked for (Art. 22)."""
    matter = deed.subject
    asked = matter.forwardings.exclude(report_due_on=None).order_by("number").last()
    if asked is None:
        return None
    opinions = "；".join(f"{place}. {Opinion(one['opinion']).label}" for place, one in _answers(matter))
    delivered = (
        matter.deliveries.filter(review=None).exclude(completed_on=None).order_by("completed_on").last()
    )
    view = matter.stated_views.order_by("number").last()
    owed = matter.executions.filter(done_on=None).count()
    report = _filed(
        matter,
        "信访事项办结报告",
        ["交办日期", day(asked.on)],
        ["要求报结果", f"{day(asked.report_due_on)}前"],
        ["查明的事实", "；".join(fact.fact for fact in matter.facts_found()) or "见处理意见书"],
        ["处理意见", opinions or deed.move.zh],
        ["送达", day(delivered.completed_on) if delivered else "无书面答复"],
        ["信访人的原话", view.words if view else "没有表态"],
        ["后续落实", f"还有{owed}项按期落实" if owed else "没有未落实的事项"],
    )
    return Composed(report.title, asked.by_post.organ.name if asked.by_post else "", report.blocks, "organ")


def _answers(matter: Any) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(matter.signed_answers(), 1))


def _filed(matter: Any, title: str, *told: list[str]) -> Composed:
    blocks = (("items", [*heading(matter), *told]),)
    return Composed(title=title, addressee="", audience="internal", blocks=blocks)
