"""Papers that organs send each other: the letter of transfer (D03) and of assignment (D04)."""

from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.letters.words import day


@composes("D03")
def transfer(deed: Deed, row: Any) -> Composed:
    """转送函: what it is, why it goes there, until when to tell and to object (Art. 22–23)."""
    return _letter(
        deed, row, "信访事项转送函", "请按《信访工作条例》第二十三条办理，并在期限内书面告知信访人。"
    )


@composes("D04")
def assignment(deed: Deed, row: Any) -> Composed:
    """交办函: as the transfer, with the day by which the result is reported."""
    demand = f"请依法办理，并于{day(row.report_due_on)}前报送办结报告。"
    return _letter(deed, row, "信访事项交办函", demand)


def _letter(deed: Deed, row: Any, title: str, demand: str) -> Composed:
    matter, rules = deed.subject, deed.rules
    objection = rules.due("objection", deed.on).due
    tell = rules.due("notice-forwarded", deed.on).due
    return Composed(
        title=title,
        addressee=row.to.name,
        audience="organ",
        blocks=(
            (
                "items",
                [
                    ["信访件编号", matter.number or "封存"],
                    ["题目", matter.title],
                    ["收到日期", day(matter.registered_at.date())],
                    ["转送理由", row.reason],
                    ["书面告知信访人", f"{day(tell)}前"],
                    ["有异议的", f"{day(objection)}前书面提出并详细说明理由"],
                ],
            ),
            ("text", demand),
        ),
    )
