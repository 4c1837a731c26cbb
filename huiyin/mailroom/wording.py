"""The words of a notice: plain sentences, a number, a day, and where to look. Pure functions over plain values.

A short message is one message: at most seventy characters. About an accusation nothing is said but that there is
something to look at: no number, no organ, no reason (UX §10, rule 9).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from huiyin.papers import words

LONGEST = 70
NEWS = "您反映的事项有新进展。"
SEALED_RECEIVED = "您交来的材料已收到，请保管好回执。"
SEALED_NEWS = "您交来的材料有新进展，请凭回执上的查询码查看。"


@dataclass(frozen=True)
class Telling:
    """What is to be told: a sentence with blanks and what fills them, from whom, about which number, where to look."""

    template: str
    blanks: dict[str, str] = field(default_factory=dict)
    sender: str = ""
    number: str = ""
    site: str = ""
    phone: str = ""

    @property
    def sentence(self) -> str:
        """The sentence with its blanks filled; where one cannot be, only that there is news."""
        try:
            filled = self.template.format(**{name: value for name, value in self.blanks.items() if value})
        except KeyError:
            return NEWS
        return filled


def short_message(telling: Telling) -> str:
    """The richest wording that fits into one short message of 70 characters."""
    return next(text for text in _from_rich_to_plain(telling) if len(text) <= LONGEST)


def letter(telling: Telling) -> str:
    """The same in full, for a page to print and send."""
    where = [
        f"网上查询：{telling.site}。" if telling.site else "",
        f"电话：{telling.phone}。" if telling.phone else "",
    ]
    number = f"案号{telling.number}。" if telling.number else ""
    return "".join([telling.sentence, number, *where, telling.sender])


def sealed(*, received: bool) -> str:
    """All that is ever said outside about an accusation."""
    return SEALED_RECEIVED if received else SEALED_NEWS


def window_closes(name: str, due: date, today: date) -> str:
    """The reminder that a petitioner's time to ask for a review is about to end; `name` is the term's."""
    return f"{name}的时间到{day(due, today)}为止。不申请也没关系，原答复照常有效。"


def day(on: date | str, today: date) -> str:
    """A day as a person says it: 12月8日, with its year where that is another."""
    on = date.fromisoformat(on) if isinstance(on, str) else on
    return words.short(on) if on.year == today.year else words.formal(on)


def _from_rich_to_plain(telling: Telling) -> Iterator[str]:
    sender = f"【{telling.sender}】" if telling.sender else ""
    number = f"案号{telling.number}。" if telling.number else ""
    for sentence in (telling.sentence, NEWS):
        for where in _places(telling):
            yield f"{sender}{sentence}{number}{where}"
    yield f"{sender}{NEWS}"
    yield NEWS


def _places(telling: Telling) -> Iterator[str]:
    if telling.site and telling.phone:
        yield f"查询{telling.site}或打{telling.phone}。"
    if telling.phone:
        yield f"查询打{telling.phone}。"
    if telling.site:
        yield f"查询{telling.site}。"
    yield ""
