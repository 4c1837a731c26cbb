"""Small phrases that every letter shares: dates as on paper, whom it addresses, where to turn."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from huiyin.matters.clock import Clock
from huiyin.matters.party import Side


def day(on: date) -> str:
    """2026年11月23日."""
    return f"{on.year}年{on.month}月{on.day}日"


def addressees(matter: Any) -> str:
    """The contacts by name, as the letter begins."""
    return named(matter.parties.contacts())


def named(parties: Iterable[Any]) -> str:
    """The same, of parties that were read already."""
    contacts = (party for party in parties if party.side == Side.PETITIONER and party.is_contact)
    return "、".join(party.petitioner.name or "信访人" for party in contacts) or "信访人"


def what(matter: Any) -> str:
    """“案号，题目” in one phrase."""
    number = f"（{matter.number}）" if matter.number else ""
    return f"您反映的“{matter.title}”{number}"


def heading(matter: Any) -> list[list[str]]:
    """Number and title, as the first rows of a paper between organs or in the file."""
    return [["信访件编号", matter.number or "封存"], ["题目", matter.title]]


def due(deed: Any, term: str) -> date:
    """The legal date of a running clock of this matter. Raises DoesNotExist where none runs."""
    clocks = Clock.objects.running().filter(matter=deed.subject.matter_itself, term=term)
    return clocks.values_list("due_on", flat=True).latest("started_on")


def contact(organ: Any) -> str:
    """Name, phone and address of an organ in one line."""
    return "，".join(filter(None, [organ.name, organ.phone and f"电话 {organ.phone}", organ.address]))
