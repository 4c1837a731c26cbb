"""Papers of a review: the request (D18), the first opinion (D20), the final one (D21)."""

from typing import Any

from huiyin.matters.clock import Clock
from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.letters.words import contact, day


@composes("D19")
def taken(deed: Deed, row: Any) -> Composed:
    """复查（复核）受理告知书: it is here, who deals with it, by when it is answered, whom one may object to (Art. 35–36)."""
    case = deed.subject
    level = "复查" if case.level == 1 else "复核"
    due = Clock.objects.filter(review=case).latest("started_on").due_on
    return Composed(
        title=f"信访事项{level}受理告知书",
        addressee=case.party.petitioner.name,
        blocks=(
            ("text", f"您对“{case.matter.title}”的{level}申请，我们已于{day(case.requested_on)}收到。"),
            (
                "items",
                [
                    ["承办", f"{deed.by.organ.name} {row.handler.title}"],
                    ["书面答复", f"{day(due)}前"],
                    ["联系", contact(deed.by.organ)],
                ],
            ),
        ),
        notes=("承办的人和这件事有利害关系的，您可以申请他回避。",),
    )


@composes("D20")
def review(deed: Deed, row: Any) -> Composed:
    """信访复查意见书, with the remedy of final review (Art. 35–36)."""
    above = deed.organ.reviewer()
    days = deed.rules.terms["final-review-window"].days
    remedy = (
        f"不同意复查意见的，可以在收到之日起{days}天内，向{contact(above)}申请复核。"
        if above
        else ("没有上一级复核机关，请联系信访部门，由联席会议指定。")
    )
    return _opinion(deed, row, "信访事项复查意见书", remedy)


@composes("D21")
def final_review(deed: Deed, row: Any) -> Composed:
    """信访复核意见书: final, and what remains (Art. 36–37)."""
    remains = "这是信访程序的最终意见。以后有新的事实和理由，或者生活有困难需要帮助，仍可以来找我们。"
    return _opinion(deed, row, "信访事项复核意见书", remains)


def _opinion(deed: Deed, row: Any, title: str, remedy: str) -> Composed:
    case = deed.subject
    return Composed(
        title=title,
        addressee=case.party.petitioner.name,
        blocks=(
            (
                "text",
                f"您对“{case.matter.title}”的答复不同意，于{day(case.requested_on)}提出申请。现答复如下：",
            ),
            (
                "items",
                [
                    ["查明的事实", row.facts],
                    ["对原答复的意见和理由", row.reasons],
                    ["依据", row.basis],
                    ["结果", row.get_result_display()],
                ],
            ),
        ),
        notes=(remedy,),
    )
