"""How a petition of the files is handed in: as a filing, at its office, at its time."""

import uuid
from collections.abc import Iterator
from datetime import date

from huiyin.config.demo_city import content
from huiyin.config.demo_city.cast import Cast
from huiyin.config.demo_city.content import Row
from huiyin.matters.filing import Filing, Person
from huiyin.matters.petition import Registration
from huiyin.matters.registration import register
from huiyin.people.region import Region
from huiyin.people.region_rows import short_code

NAMESPACE = uuid.UUID("9d3c7f62-8c33-5e11-9a0c-6b1d5e0f2a47")
ID_TYPES = {"id_card": "resident"}


def hand_in(petition: Row, cast: Cast) -> Registration:
    """Register one petition as it came; a letter waits to be written out."""
    at = content.moment(petition["received"])
    by = cast.actor(petition.get("registered_by", "petitioner"), at)
    return register(_filing(petition, cast), by=by, organ=cast.organs[petition["office"]], at=at)


def _filing(petition: Row, cast: Cast) -> Filing:
    letter, place = petition.get("letter"), petition["place"]
    postmarked = letter and letter.get("postmarked_on")
    return Filing(
        title=f"来信{letter['pages']}页，待抄录" if letter else petition["title"],
        text="" if letter else petition["body"],
        wishes=() if letter else (petition["wishes"],),
        channel=petition["channel"],
        people=tuple(_people(petition)),
        place=Region.objects.get(code=short_code(place["region"])),
        place_text=place["text"],
        named=tuple(cast.organs[key] for key in _named(petition)),
        people_count=petition["people"],
        postmarked_on=date.fromisoformat(postmarked) if postmarked else None,
        hide_identity=petition.get("hide_from_organ", False),
        e_delivery=petition.get("consents_electronic", False),
        accusation="accused" in petition and not letter,  # nobody knows what a letter says before it is read
        awaits_transcript=bool(letter),
        key=uuid.uuid5(NAMESPACE, petition["key"]),
    )


def _people(petition: Row) -> Iterator[Person]:
    """The petitioner first, then those who speak or signed for the others."""
    first, contacts = petition["petitioner"], petition.get("contacts", [])
    if first["kind"] != "anonymous":
        code = first.get("credit_code", "")
        yield Person(
            name=first.get("name", ""),
            phone=first.get("phone", ""),
            address=first.get("address", ""),
            id_type="credit_code" if code else ID_TYPES.get(first.get("id_type", ""), ""),
            id_number=code or first.get("id_number", ""),
            is_organisation=first["kind"] == "organisation",
        )
    named = [*petition.get("representatives", []), *petition.get("signatories", []), *contacts]
    for name in dict.fromkeys(named):
        if name != first.get("name"):
            yield Person(name=name, is_contact=name in contacts)


def _named(petition: Row) -> dict[str, None]:
    accused = petition.get("accused", {}).get("organ")
    return dict.fromkeys([*petition["organs"], *([accused] if accused else [])])
