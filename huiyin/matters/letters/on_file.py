"""Papers that stay in the file: the approval of an extension (D13), a recusal (D35), the contents of the file (D36)."""

from typing import Any

from huiyin.matters.composing import Composed, composes
from huiyin.matters.deed import Deed
from huiyin.matters.letters.words import day, heading


@composes("D13")
def approval(deed: Deed, row: Any) -> Composed:
    """延期审批表: who asked, why, and who decided (Art. 34)."""
    return _filed(
        deed,
        "信访事项延期审批表",
        ["申请人", _who(deed.by)],
        ["理由", row.reason],
        ["延长", f"{row.days}天，由{day(row.due_before)}改为{day(row.due_after)}"],
        ["批准人", _who(deed.approved)],
        ["批准日期", day(deed.on)],
    )


@composes("D35")
def recusal(deed: Deed, row: Any) -> Composed:
    """回避决定书: who steps back, and why (Art. 28)."""
    return _filed(
        deed, "回避决定书", ["回避人", row.officer.name], ["理由", row.reason], ["决定日期", day(deed.on)]
    )


@composes("D36")
def contents(deed: Deed, row: Any) -> Composed:
    """卷内目录: every paper of the file in its order, the void ones too, with the fingerprint of its bytes."""
    papers = deed.subject.documents.order_by("issued_on", "pk")
    rows = [[f"{place}. {paper.number}", _listed(paper)] for place, paper in enumerate(papers, 1)]
    return _filed(deed, "信访档案卷内目录", ["保管期限", row.get_keeping_display()], *rows)


def _listed(paper: Any) -> str:
    void = "，已作废" if paper.voided_on else ""
    mark = f"，印证 {paper.digest[:16]}" if paper.digest else ""
    return f"{paper.fields['title']}，{day(paper.issued_on)}{void}{mark}"


def _who(actor: Any) -> str:
    return f"{actor.post.title} {actor.officer.name}" if actor and actor.officer else ""


def _filed(deed: Deed, title: str, *told: list[str]) -> Composed:
    blocks = (("items", [*heading(deed.subject.matter_itself), *told]),)
    return Composed(title=title, addressee="", audience="internal", blocks=blocks)
