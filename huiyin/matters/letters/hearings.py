"""Papers of a hearing: the notice (D15) and the record (D16). Both go to the parties."""

from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.hearing_acts import Outcome
from huiyin.matters.letters.words import addressees, contact, day, what

RIGHTS = "您可以带证据和证人来，可以请代理人，可以申请主持人、听证员回避，可以当场陈述、提问和辩论，看过笔录再签字。"


@composes("D15")
def notice(deed: Deed, row: Any) -> Composed:
    """听证通知书."""
    matter = deed.subject.matter_itself
    notes = [RIGHTS, f"来不了的，请提前告诉我们：{contact(deed.by.organ)}。"]
    if row.answers_by:
        law = deed.rules.cite(deed.move.article)
        notes.append(f"按{law}，听证的时间不算在办理期限里，书面答复的日期改为{day(row.answers_by)}前。")
    return Composed(
        title="听证通知书",
        addressee=addressees(matter),
        blocks=(
            ("text", f"{what(matter)}，{deed.by.organ.name}决定举行听证（{row.get_ground_display()}）。"),
            (
                "items",
                [
                    ["时间", f"{day(row.held_on)} {row.starts_at}"],
                    ["地点", row.place],
                    ["主持人", row.host.name],
                    ["听证员", "；".join(row.panel.split("\n"))],
                    ["是否公开", f"不公开（{row.get_closed_for_display()}）" if row.closed_for else "公开"],
                ],
            ),
        ),
        notes=tuple(notes),
    )


@composes("D16")
def record(deed: Deed, row: Any) -> Composed:
    """听证笔录, or the note that it did not take place."""
    matter, hearing = deed.subject.matter_itself, row.hearing
    if row.outcome == Outcome.CANCELLED:
        said = [["没有开成的原因", row.conclusion]]
    else:
        said = [
            ["哪天开的", day(row.held_on)],
            ["主持人", hearing.host.name],
            ["听证员", "；".join(hearing.panel.split("\n"))],
            ["各方陈述", row.statements],
            ["听证员评议", row.panel_view],
            ["结论", row.conclusion],
        ]
    return Composed(
        title="听证笔录",
        addressee=addressees(matter),
        blocks=(
            ("text", f"{what(matter)}，原定{day(hearing.held_on)}听证。现记录如下："),
            ("items", said),
        ),
        notes=("认为记得不对的，可以写明哪里不对，附在笔录后面。",),
    )
