"""Papers that organs send each other: the letter of transfer (D03) and of assignment (D04)."""

from typing import Any

from django.utils import timezone

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.informing import Informing
from huiyin.matters.letters.words import day, heading
from huiyin.matters.referral import Referral
from huiyin.matters.relaying import Relay


@composes("D03")
def transfer(deed: Deed, row: Any) -> Composed:
    """转送函: what it is, why it goes there, until when to tell and to object (Art. 22–23)."""
    if isinstance(row, Informing):
        return _information(row)
    if deed.move.act == "relay":
        return _letter(
            deed, row, "信访事项转送函", "请按《信访工作条例》第二十二条分流，并告知信访人由谁办理。"
        )
    demand = "请按《信访工作条例》第二十三条办理，并在期限内书面告知信访人。"
    if isinstance(row, Referral):
        demand = "请按管理权限和法定程序办理，并由你单位告知信访人。"
    return _letter(deed, row, "信访事项转送函", demand)


@composes("D04")
def assignment(deed: Deed, row: Any) -> Composed:
    """交办函: as the transfer, with the day by which the result is reported."""
    demand = f"请依法办理，并于{day(row.report_due_on)}前报送办结报告。"
    return _letter(deed, row, "信访事项交办函", demand)


def _information(row: Informing) -> Composed:
    """反映干部问题信访情况通报 (Art. 30.2): without number, title or anybody's name."""
    demand = "请按干部选拔任用监督的有关规定办理，不得透露或者转给被反映的人员和单位。"
    told = [["反映的情况", row.situation], *([["同时报送", row.reported_to]] if row.reported_to else [])]
    return Composed(
        title="反映干部问题信访情况通报",
        addressee=row.to.name,
        audience="organ",
        blocks=(("items", told), ("text", demand)),
    )


def _duties_of_receiver(deed: Deed, row: Any) -> list[list[str]]:
    """By when to tell and to object; an organ that follows a law of its own owes neither here (Art. 23)."""
    if isinstance(row, Referral):
        return []
    if isinstance(row, Relay):
        return [["分流期限", f"{day(row.due_on)}前（从最初收到之日起算）"]]
    return [
        ["书面告知信访人", f"{day(deed.rules.due('notice-forwarded', deed.on).due)}前"],
        ["有异议的", f"{day(deed.rules.due('objection', deed.on).due)}前书面提出并详细说明理由"],
    ]


def _letter(deed: Deed, row: Any, title: str, demand: str) -> Composed:
    matter = deed.subject
    return Composed(
        title=title,
        addressee=row.to.name,
        audience="organ",
        blocks=(
            (
                "items",
                [
                    *heading(matter),
                    ["收到日期", day(timezone.localdate(matter.registered_at))],
                    ["转送理由", row.reason],
                    *_duties_of_receiver(deed, row),
                ],
            ),
            ("text", demand),
        ),
    )


@composes("D09")
def objection(deed: Deed, row: Any) -> Composed:
    """异议函: why it is not this organ's to answer, and whose it is (Art. 23)."""
    matter = deed.subject
    sender = deed.bearer.senders[-1] if deed.bearer.senders else None
    suggested = [["建议承办单位", row.suggested.name]] if row.suggested else []
    return _note(
        matter, "信访事项异议函", sender.organ.name if sender else "", ["详细理由", row.reason], *suggested
    )


@composes("D10")
def decision_on_objection(deed: Deed, row: Any) -> Composed:
    """异议处理意见: agreed, and where it goes; or refused, and the days that still run (Art. 23)."""
    objecting = row.objection.by_post.organ
    told = (
        [["处理意见", "同意异议，收回材料"], ["改由", row.to.name]]
        if row.to
        else [["处理意见", "不同意异议，由你单位办理"]]
    )
    return _note(deed.subject, "信访事项异议处理意见", objecting.name, *told, ["核实情况和理由", row.reason])


def _note(matter: Any, title: str, to: str, *told: list[str]) -> Composed:
    blocks = (("items", [*heading(matter), *told]),)
    return Composed(title=title, addressee=to, audience="organ", blocks=blocks)


@composes("D24")
def supervision(deed: Deed, row: Any) -> Composed:
    """督办函: what was found, what is demanded, by when to answer (Art. 40)."""
    return _note(
        deed.subject,
        "信访事项督办函",
        deed.bearer.organ.name,
        ["问题", row.get_failing_display()],
        ["查到的事实", row.facts],
        ["要求", row.demand],
        ["回复期限", f"{day(row.answer_by)}前书面回复"],
        ["依据", deed.rules.cite(deed.move.article)],
    )
