"""The receipt 收件回执: 案号 above the tear, 查询码 below, the seal across; black only, one page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from huiyin.papers import qr, seal, typeset, words
from huiyin.papers.ruler.path import Step, level

LENGTHS = (100, 40, 14)
"""How many characters of each free text are printed; words are cut before type is made smaller."""
SLIP_HEIGHTS = (160, 190, 240, 320, 480, 720)
"""Lengths of a slip in mm, tried in turn."""
RULER_PX = 472
INK = "<style>line,path{stroke:#000;fill:none}.ruler-tick{stroke:#444;stroke-width:.7}</style>"


@dataclass(frozen=True)
class Receipt:
    """What is printed for the person who came. Texts are plain; times are local.

    channel: where it was handed in (2 号窗口). steps: what comes next, the first one today; the ruler of the
    page is drawn from the same. heard_by, handled_by, helped_by: who listened, who will handle it, who helps.
    url: the address the QR code opens. fingerprint: the 印证码 of what was sealed.
    """

    organ: str
    number: str
    code: str
    received_at: datetime
    summary: str
    steps: tuple[Step, ...]
    url: str
    phone: str
    channel: str = ""
    petitioner: str = ""
    people: int = 1
    materials: tuple[str, ...] = ()
    fingerprint: str = ""
    heard_by: str = ""
    handled_by: str = ""
    helped_by: str = ""
    address: str = ""
    hours: str = ""


def receipt_pdf(receipt: Receipt) -> bytes:
    """One A5 page. Raises PdfMissing where libpango is not installed."""
    return typeset.first_on_one_page(
        typeset.fill("receipt.html", **_values(receipt, length), drawing=drawing)
        for drawing in (_drawing(receipt.steps), "")
        for length in LENGTHS
    )


def slip_pdf(receipt: Receipt) -> bytes:
    """The same on a roll of 80 mm, as long as it needs to be."""
    return typeset.first_on_one_page(
        typeset.fill("slip.html", **_values(receipt, LENGTHS[0]), height=height) for height in SLIP_HEIGHTS
    )


def plain_pdf(code: str, phone: str) -> bytes:
    """The receipt of an accusation: twenty digits and a telephone number on an empty A5 page."""
    return typeset.pdf(typeset.fill("plain.html", code=words.grouped(code), phone=phone))


def _values(receipt: Receipt, length: int) -> dict[str, object]:
    digits = words.grouped(receipt.code).split(" ")
    half = (len(digits) + 1) // 2
    return {
        "receipt": receipt,
        "received": words.moment(receipt.received_at),
        "code_lines": [" ".join(part) for part in (digits[:half], digits[half:]) if part],
        "rows": [(label, cut(said, length)) for label, said in _rows(receipt) if said],
        "fingerprint": receipt.fingerprint,
        "answers": [(label, cut(said, min(length, 40))) for label, said in _answers(receipt) if said],
        "steps": [(step.title, cut(step.note, min(length, 40))) for step in receipt.steps],
        "widths": _widths(receipt.steps),
        "place": [cut(part, length) for part in (receipt.address, receipt.hours) if part],
        "host": receipt.url.split("//")[-1].split("/")[0],
        "seal": seal.seal(74),
        "qr": qr.svg(receipt.url, scale=3),
    }


def cut(said: str, length: int) -> str:
    """The text if it is short enough, else its beginning and ……"""
    said = " ".join(said.split())
    return said if len(said) <= length else f"{said[: length - 2].rstrip('，、；')}……"


def _rows(receipt: Receipt) -> Iterator[tuple[str, str]]:
    people = f"（{receipt.people} 人）" if receipt.people > 1 and receipt.petitioner else ""
    yield "反映人", f"{receipt.petitioner}{people}" or (f"{receipt.people} 人" if receipt.people > 1 else "")
    yield "事由", receipt.summary
    count = len(receipt.materials)
    named = "、".join(receipt.materials)
    yield "材料", f"{count} 份：{named}" if count else ""


def _answers(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    return ("谁听的", receipt.heard_by), ("谁来办", receipt.handled_by), ("谁帮您", receipt.helped_by)


def _widths(steps: Sequence[Step]) -> list[int]:
    """Column widths in percent under the ruler, each step below its mark; empty where they would not fit."""
    if len(steps) != 3 or not steps[-1].days:
        return []
    first = round(100 * steps[1].days / steps[-1].days)
    return [first, 100 - first] if 17 <= first <= 60 else []


def _drawing(steps: Sequence[Step]) -> str:
    if len(steps) < 2 or not steps[-1].days:
        return ""
    head, mark, body = level(steps, RULER_PX, band=10).partition(">")
    return f"{head}{mark}{INK}{body}"
