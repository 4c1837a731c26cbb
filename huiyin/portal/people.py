"""The people of a filing: who filled it in, the list that was pasted, and who among them is a contact."""

import re
from typing import Any

from huiyin.matters.filing import Person
from huiyin.portal.draft import Draft
from huiyin.statute import rules

ROW = re.compile(r"^\s*(?:\d{1,4}\s*[.、)）\t]\s*)?(.*?)[\s,，;；:：]*(\+?\d[\d \-]{4,})?\s*$")


def names_on(draft: Draft | None) -> list[str]:
    """Everybody's name: the one who fills it in first, then the list."""
    if draft is None:
        return []
    who = draft.said("who")
    return [who.get("name", "").strip(), *(name for name, _ in listed(who.get("names", "")))]


def listed(text: str) -> list[tuple[str, str]]:
    """The rows of a pasted list: (name, telephone or nothing). Two columns of a sheet come with a tab."""
    rows = (ROW.match(line) for line in text.splitlines() if line.strip())
    return [(row[1].strip(), (row[2] or "").strip()) for row in rows if row and (row[1].strip() or row[2])]


def most_contacts() -> int:
    """How many may speak for many (Art. 20.3)."""
    return int(rules.load("cn-2022").limits["representatives"].value)


def contacts_of(draft: Draft) -> list[int]:
    """The places of the first five ticked; the one who fills it in where nobody is."""
    ticked = [int(place) for place in draft.said("contacts").getlist("contacts") if place.isdecimal()]
    return ticked[: most_contacts()] or [0]


def people_of(draft: Draft, who: dict[str, Any]) -> tuple[Person, ...]:
    """Everybody as registration takes them; contacts first, for the first is always one."""
    chosen = set(contacts_of(draft))
    first = Person(
        name=who.get("name", ""),
        phone=who.get("phone", ""),
        address=who.get("address", ""),
        id_number=who.get("id_number", ""),
        is_contact=0 in chosen,
    )
    rest = [
        Person(name=name, phone=phone, is_contact=place in chosen)
        for place, (name, phone) in enumerate(listed(who.get("names", "")), 1)
    ]
    return tuple(sorted((first, *rest), key=lambda person: not person.is_contact))
