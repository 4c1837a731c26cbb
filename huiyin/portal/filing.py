"""From a draft to a filing: what was typed, as registration takes it."""

import re
from typing import Any

from huiyin.matters.filing import Filing, Person
from huiyin.people.organ import Organ
from huiyin.people.region import Region
from huiyin.portal import people
from huiyin.portal.draft import Draft

LETTER_TITLE = "手写来信（待抄录）"  # what officers read; they work in Chinese
LONGEST_TITLE = 30
SENTENCE_END = re.compile(r"[。！？!?；;\n]")


def filing_of(draft: Draft, forms: dict[str, Any]) -> Filing:
    """The filing of a draft whose every page was judged right."""
    said = {slug: form.cleaned_data for slug, form in forms.items()}
    if "letter" in said:
        return _letter(draft, said["letter"])
    story, place, who = said["story"], said["place"], said["who"]
    text = story["text"].strip()
    listed = people.people_of(draft, who)
    return Filing(
        title=title_of(text),
        text=text,
        wishes=wishes_of(story["wishes"]),
        people=listed,
        place=Region.objects.filter(pk=place["place"]).first() if place["place"] else None,
        place_text=place["place_text"],
        named=named(place["organs_text"]),
        organs_text=place["organs_text"],
        people_count=max(who["people_count"] or 1, len(listed)),
        hide_identity=who["hide_identity"],
        e_delivery=who["e_delivery"],
        awaits_transcript=not text,
        attachments=pieces(draft),
        key=draft.key,
    )


def _letter(draft: Draft, letter: dict[str, Any]) -> Filing:
    person = Person(name=letter["name"], phone=letter["phone"])
    return Filing(
        title=LETTER_TITLE,
        text="",
        people=(person,),
        awaits_transcript=True,
        attachments=pieces(draft),
        key=draft.key,
    )


def title_of(text: str) -> str:
    """The first sentence, cut where a list has no more room."""
    first = next((part.strip() for part in SENTENCE_END.split(text) if part.strip()), "")
    if not first:
        return LETTER_TITLE
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 2].rstrip('，、,')}……"


def wishes_of(text: str) -> tuple[str, ...]:
    """One request a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def named(text: str) -> tuple[Organ, ...]:
    """The organ that was chosen from the list, where what was written is one's name."""
    return tuple(Organ.objects.open_on().filter(name=text.strip())) if text.strip() else ()


def pieces(draft: Draft) -> tuple[Any, ...]:
    """Every file of the draft."""
    return tuple(leaf.piece() for leaf in draft.leaves.all())
