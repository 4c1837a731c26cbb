"""From the counter's form to a filing, and from a filing to a registered matter."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from huiyin.desk.counter_form import TITLE, CounterForm
from huiyin.matters.filing import Filing, Person
from huiyin.matters.petition import Registration
from huiyin.matters.registration import register
from huiyin.people.actor import Actor
from huiyin.statute import rules

DOORS = {"visit": "counter", "letter": "letter", "phone": "phone"}
SPEAKERS = "representatives"


def registered(form: CounterForm, actor: Actor) -> Registration:
    """Register what was written down, at the officer's own organ."""
    said = form.cleaned_data
    by = Actor(actor.post, actor.officer, actor.capacity, DOORS.get(said["channel"], "counter"))  # type: ignore[arg-type]
    return register(filing_of(form), by=by, organ=actor.organ, at=_at(said["received_on"]))


def filing_of(form: CounterForm) -> Filing:
    """The plain values of one submission."""
    said = form.cleaned_data
    text = said["summary"].strip()
    named = [organ for name, organ in form.organs.items() if name in said["organs_text"]]
    return Filing(
        title=_title(text),
        text=text,
        wishes=tuple(line.strip() for line in said["wishes"].splitlines() if line.strip()),
        channel=said["channel"],
        people=people_of(said),
        place_text=said["place_text"],
        named=tuple(named),
        organs_text=said["organs_text"],
        people_count=max(said["people"], 1),
        read_back=said["read_back"],
        hide_identity=said["hide_identity"],
        e_delivery=said["e_delivery"],
        accusation=said["accusation"],
        attachments=tuple(said["files"] or ()),
        **({"key": said["key"]} if said["key"] else {}),
    )


def people_of(said: dict[str, Any]) -> tuple[Person, ...]:
    """The one at the counter and those named beside; contacts are as many as the law lets speak."""
    id_type = said["id_type"] if said["id_number"] else ""
    first = Person(said["name"], said["phone"], said["address"], id_type, said["id_number"])
    speakers = [Person(name=name, phone=phone) for name, phone in said["speakers"] if name != said["name"]]
    everybody = (
        [first, *speakers] if said["name"] or said["phone"] or said["id_number"] or not speakers else speakers
    )
    most = most_speakers()
    return tuple(
        Person(one.name, one.phone, one.address, one.id_type, one.id_number, False, place < most)
        for place, one in enumerate(everybody)
    )


def most_speakers() -> int:
    """How many may speak for a group at a visit."""
    return rules.load("cn-2022").limits[SPEAKERS].value


def _title(text: str) -> str:
    """The first sentence, as long as a list can show."""
    first = next((line for line in text.splitlines() if line.strip()), text).strip()
    for stop in "。；！？":
        first = first.partition(stop)[0]
    return first if len(first) <= TITLE else f"{first[: TITLE - 1]}…"


def _at(day: Any) -> datetime | None:
    """The moment of receipt: now, or noon of an earlier day."""
    if day is None or day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time(12)))
