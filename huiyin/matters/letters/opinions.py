"""The opinion (D17) that answers every request, and the slip that proves its delivery (D28)."""

from datetime import date
from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.delivery import Method
from huiyin.matters.draft import Opinion
from huiyin.matters.fact import Weight
from huiyin.matters.letters.words import contact, day, named, what
from huiyin.matters.party import Side

TO_OTHERS = "另外的各方对这份意见有不同看法的，可以自己提出信访，或者依法申请行政复议、提起诉讼。"


@composes("D17")
def opinion(deed: Deed, row: Any) -> Composed:
    """信访处理意见书: requests, facts, opinion, basis, plan; and the remedy, by name and number of days (Art. 32, 35)."""
    matter = deed.subject
    asked = matter.requests.select_related("party__petitioner")
    requests = {str(request.pk): request for request in asked}
    answers = [
        (
            "answer",
            {
                **answer,
                "request": _asked(requests[answer["request"]]),
                "opinion": str(Opinion(answer["opinion"]).label),
                "policies": _policies(answer),
            },
        )
        for answer in row.draft.answers
    ]
    others = _others(deed)
    reviewer = deed.organ.reviewer()
    days = deed.rules.terms["review-window"].days
    remedy = (
        f"不同意这份意见的，可以在收到之日起{days}天内，向{contact(reviewer)}申请复查。"
        if reviewer
        else ("不同意这份意见的，请联系信访部门，由联席会议指定复查机关。")
    )
    opening = f"{what(matter)}，{deed.by.organ.name}已调查清楚，现在逐项答复如下："
    return Composed(
        title="信访事项处理意见书",
        addressee="、".join([named(deed.parties), *others]),
        blocks=(("text", opening), *_facts(deed.facts), *_findings(matter), *answers),
        notes=(remedy, *([TO_OTHERS] if others else [])),
        copies=("信访部门",),
    )


def _policies(answer: dict[str, Any]) -> str:
    """The policies it cites, each with number, version and first day; or why none of those at hand applies (S082)."""
    cited = [
        f"《{one['policy']}》（{'，'.join(filter(None, (one['number'], one['label'])))}，"
        f"{day(date.fromisoformat(one['since_on']))}起施行）"
        for one in answer.get("cited") or ()
    ]
    why_none = str(answer.get("no_policy") or "").strip()
    return "；".join([*cited, *([f"这类事项的现成政策没有引用：{why_none}"] if why_none else [])])


def _facts(facts: list[Any]) -> list[tuple[str, Any]]:
    """What was found, with what each side put forward and why it was accepted or not (S056)."""
    if not facts:
        return []
    found = [("text", f"查明的事实和各方证据，共{len(facts)}项：")]
    for place, one in enumerate(facts, 1):
        on = f"{day(one.happened_on)}，" if one.happened_on else ""
        said = [[f"{Side(each['side']).label}", _weighed(each)] for each in one.sides]
        found += [("text", f"{place}. {on}{one.fact}"), ("items", said)]
    return found


def _weighed(said: dict[str, str]) -> str:
    return f"{said['evidence']}。{Weight(said['weight']).label}：{said['why']}"


def _asked(request: Any) -> str:
    """The request in its own words, and whose it is where that is not the petitioners'."""
    return f"{request.text}（{request.party.petitioner.name}提出）" if request.party else request.text


def _others(deed: Deed) -> list[str]:
    others = [party for party in deed.parties if party.side != Side.PETITIONER]
    return [party.petitioner.name or str(Side(party.side).label) for party in others]


def _findings(matter: Any) -> list[tuple[str, Any]]:
    """What the list for such matters asks and was not done (S083, S085)."""
    found = [
        f"{place}. 没有做到：{item.zh}。{said['note']}"
        for place, (item, said) in enumerate(matter.findings(), 1)
    ]
    return [("text", "核对发现："), *(("text", one) for one in found)] if found else []


@composes("D28")
def proof(deed: Deed, row: Any) -> Composed:
    """送达回证."""
    matter = deed.subject.matter_itself
    party = getattr(row, "party", None) or deed.subject.party
    return Composed(
        title="送达回证",
        addressee=party.petitioner.name,
        audience="internal",
        blocks=(
            (
                "items",
                [
                    ["事项", matter.number or "封存"],
                    ["受送达人", party.petitioner.name],
                    ["送达方式", str(Method(row.method).label)],
                    ["收到日期", day(row.received_on)],
                    ["凭据", row.evidence],
                ],
            ),
        ),
    )
