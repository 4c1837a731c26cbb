"""Looking up: number and code open one matter. Unknown number, wrong code and too many tries cost the same work.

A mistyped code fails its own check digit before anything is asked, and is not counted.
"""

import unicodedata
from dataclasses import dataclass

from huiyin.matters import code
from huiyin.matters.receipt import Receipt
from huiyin.portal import tries

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣"), "-")


@dataclass(frozen=True)
class Answer:
    """The receipt that was opened, or none; `too_fast`: ten minutes have to pass first."""

    receipt: Receipt | None
    too_fast: bool = False


def normal_number(raw: str) -> str:
    """A petition number as it is kept, however it was typed."""
    return "".join(unicodedata.normalize("NFKC", raw).translate(DASHES).split()).upper()


def normal_code(raw: str) -> str:
    """The digits of a code without spaces and dashes."""
    return normal_number(raw).replace("-", "")


def mistyped(digits: str, has_number: bool) -> bool:
    """The code cannot be right as it stands: 16 digits beside a number, 20 alone, the last checks the others."""
    length = code.ORDINARY if has_number else code.ACCUSATION
    return len(digits) != length or not code.well_formed(digits)


def opened(number: str, digits: str, came_from: str) -> Answer:
    """The receipt that number (or nothing) and digits open. Every refusal does the same queries and hashes."""
    under = tries.keys(number or digits, came_from)
    too_fast = tries.too_many(under)
    receipt = Receipt.opening(number or None, digits)
    if receipt is not None and not too_fast:
        return Answer(receipt)
    tries.count(under)
    return Answer(None, too_fast)
