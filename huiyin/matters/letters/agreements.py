"""The agreement that both sides signed (D22)."""

from datetime import timedelta
from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.letters.words import addressees, day, what
from huiyin.matters.mediation import Mediator


@composes("D22")
def agreement(deed: Deed, row: Any) -> Composed:
    """调解（和解）协议书; the note on court confirmation only where an organisation mediated."""
    mediation = row.mediation
    notes = ["双方自愿达成，签字后照着做。没有写进来的事情，不受这份协议影响。"]
    if mediation.mediator == Mediator.ORGANISATION:
        last = row.signed_on + timedelta(days=deed.rules.limits["judicial-confirmation"].value)
        notes.append(
            f"双方认为有必要的，可以在{day(last)}前一起向人民法院申请确认；确认以后，对方不做的，可以申请强制执行。"
        )
    by = mediation.mediator_name or "双方自行和解"
    return Composed(
        title="和解协议书" if mediation.mediator == Mediator.PARTIES else "调解协议书",
        addressee=addressees(deed.subject),
        blocks=(
            ("text", f"{what(deed.subject)}，双方自愿达成协议如下："),
            (
                "items",
                [
                    ["对方", mediation.other_side],
                    ["调解", by],
                    ["协议内容", row.terms],
                    ["哪天前做到", day(row.perform_by)],
                    ["没做到怎么办", row.breach],
                    ["签字日期", day(row.signed_on)],
                ],
            ),
        ),
        notes=tuple(notes),
    )
