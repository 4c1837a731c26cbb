"""Notices to the petitioner: where it went, accepted, not accepted, not again, another way, later."""

from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.letters.words import addressees, contact, day, what
from huiyin.matters.linking import Linking
from huiyin.matters.notification import ROUTES
from huiyin.matters.referral import Referral
from huiyin.matters.relaying import Relay


@composes("D05")
def where_it_went(deed: Deed, row: Any) -> Composed:
    """去向告知书."""
    matter = deed.subject
    return _to_petitioner(
        matter,
        "信访事项去向告知书",
        f"{what(matter)}，我们已于{day(deed.on)}转给{row.to.name}。",
        f"原因：{row.reason}",
        f"{_what_it_owes(deed, row)}联系方式：{contact(row.to)}。",
    )


def _what_it_owes(deed: Deed, row: Any) -> str:
    """The day by which the organ tells; none for an organ that follows a law of its own (Art. 22, 30)."""
    if isinstance(row, Referral):
        return f"{row.to.name}按自己的法定程序办理，期限和答复方式由它告诉您。"
    if isinstance(row, Relay):
        return f"{row.to.name}应在{day(row.due_on)}前告诉您由谁办理，期限从最初收到那天算起。"
    return f"{row.to.name}应在{day(deed.rules.due('notice-forwarded', deed.on).due)}前书面告诉您是否接收、怎么办。"


@composes("D06")
def way_and_procedure(deed: Deed, row: Any) -> Composed:
    """受理告知书: received, and which way (Art. 23); once accepted, until when (Art. 34)."""
    if deed.move.act == "accept_simplified":
        return _accepted_simplified(deed)
    return _accepted(deed) if deed.move.act == "accept" else _received(deed, row)


def _accepted_simplified(deed: Deed) -> Composed:
    matter, organ = deed.subject, deed.by.organ
    short, whole = (deed.rules.due(term, deed.on).due for term in ("simplified-decide", "handling"))
    return _to_petitioner(
        matter,
        "信访事项受理告知书（简易办理）",
        f"{what(matter)}，{organ.name}决定受理，按简易办法办，{day(short)}前答复您。",
        f"办的时候发现不简单的，转为普通程序，仍在{day(whole)}前书面答复您，受理的日子不变。",
        "您要书面答复的，任何时候都可以提出。您认为承办人与这件事有利害关系的，可以申请回避。",
        f"联系方式：{contact(organ)}。",
    )


def _received(deed: Deed, row: Any) -> Composed:
    matter, organ = deed.subject, deed.by.organ
    return _to_petitioner(
        matter,
        "信访事项告知书",
        f"{what(matter)}，{organ.name}已收到。",
        f"处理途径：{dict(ROUTES)[row.route]}。",
        row.procedure,
        "您认为承办人与这件事有利害关系的，可以申请回避。",
        f"联系方式：{contact(organ)}。",
    )


def _accepted(deed: Deed) -> Composed:
    matter, organ = deed.subject, deed.by.organ
    due = deed.rules.due("handling", deed.on).due
    return _to_petitioner(
        matter,
        "信访事项受理告知书",
        f"{what(matter)}，{organ.name}决定受理，从{day(deed.on)}起计算办理期限。",
        f"我们应在{day(due)}前书面答复您；情况复杂的，经批准最多再延长{deed.rules.terms['handling'].extend_total}天，并告诉您理由。",
        "您认为承办人与这件事有利害关系的，可以申请回避。",
        f"联系方式：{contact(organ)}。",
    )


@composes("D07")
def not_accepted(deed: Deed, row: Any) -> Composed:
    """不予受理告知书: the reason, its basis, who has it, and the remedy (Art. 19)."""
    matter = deed.subject
    if isinstance(row, Linking):
        return _already_in_hand(matter, row)
    return _to_petitioner(
        matter,
        "信访事项不予受理告知书",
        f"{what(matter)}，经核对，{row.get_reason_code_display()}，我们不再另行受理。依据：{row.basis}。",
        f"现在由谁办：{row.where_to}",
        f"不同意的：{row.remedy}",
    )


def _already_in_hand(matter: Any, row: Linking) -> Composed:
    """The same matter is being answered: under which number, by whom, and by which day (Art. 19)."""
    organ, until = row.lead.organ, f"，下一个期限是{day(row.owed.due_on)}"
    return _to_petitioner(
        matter,
        "信访事项不予受理告知书",
        f"{what(matter)}，和正在办理的{row.live.number}是同一件事，我们不再另行受理（《信访工作条例》第十九条），合在那一件里办。",
        f"原因：{row.reason}",
        f"现在由{organ.name}办理{until}。联系方式：{contact(organ)}。",
        "您认为不是同一件事的，请告诉我们，我们重新核对。",
    )


@composes("D08")
def not_again(deed: Deed, row: Any) -> Composed:
    """不再受理告知书 (Art. 36–37)."""
    matter = deed.subject
    return _to_petitioner(
        matter,
        "信访事项不再受理告知书",
        f"{what(matter)}，已有复核意见（{row.prior_number}）并已送达。以同一事实和理由提出的，不再受理。",
        f"有新的事实和理由，仍可以提出：{row.new_facts}",
        f"还可以得到的帮助：{row.help_available}",
    )


@composes("D11")
def another_way(deed: Deed, row: Any) -> Composed:
    """途径引导告知书: body, basis and the citizen's own time bar, never empty (Art. 31)."""
    matter = deed.subject
    if isinstance(row, Referral):
        return _to_judicial_organ(deed, row)
    lines = [
        f"{what(matter)}，法律规定了专门的途径，请向{row.body}提出。",
        f"依据：{row.basis}。请在{day(row.act_by)}前提出，过了这一天可能就办不了。",
    ]
    if row.materials:
        lines.append(f"要带的材料：{row.materials}")
    lines.append("对方不收的，请带上他们的书面答复来找我们，我们重新办理。")
    return _to_petitioner(matter, "信访事项途径告知书", *lines)


def _to_judicial_organ(deed: Deed, row: Referral) -> Composed:
    """Litigation went to the political-legal organ, whose own law sets the way and the dates (Art. 22, 28)."""
    return _to_petitioner(
        deed.subject,
        "信访事项途径告知书",
        f"{what(deed.subject)}，涉及诉讼权利救济，我们已于{day(deed.on)}转给{row.to.name}，由它依法办理。",
        f"依据和理由：{row.reason}",
        f"怎么办、多久答复，由{row.to.name}按自己的法定程序告诉您。联系方式：{contact(row.to)}。",
    )


@composes("D12")
def later(deed: Deed, row: Any) -> Composed:
    """延期告知书: old date, new date, the reason word for word, who approved (Art. 34)."""
    matter = deed.subject
    approver = deed.approved.post.title if deed.approved and deed.approved.post else ""
    by = deed.rules.cite(deed.rules.basis(deed.move))
    return _to_petitioner(
        matter,
        "信访事项延期告知书",
        f"{what(matter)}，原定{day(row.due_before)}前答复您。因情况复杂，延长{row.days}天，改为{day(row.due_after)}前答复。",
        f"理由：{row.reason}",
        f"批准人：{deed.by.organ.name}{approver}。依据：{by}。",
    )


def _to_petitioner(matter: Any, title: str, *lines: str) -> Composed:
    return Composed(title=title, addressee=addressees(matter), blocks=tuple(("text", line) for line in lines))
