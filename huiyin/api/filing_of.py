"""From the body of POST /petitions to a filing: what is written down is checked, what is named is found."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from huiyin.api.problem import Refused
from huiyin.matters.filing import Filing, Person
from huiyin.people import id_document, name, phone
from huiyin.people.organ import Organ
from huiyin.people.refusal import Wrong
from huiyin.people.region import Region

MOST_CONTACTS = 5  # Art. 20
TOLD = ("title", "text", "channel", "place_text", "organs_text", "people_count", "postmarked_on")
WISHED = ("addressee", "hide_identity", "e_delivery", "accusation")


def filing(sent: Any, organ: Organ, key: UUID) -> Filing:
    """The filing. Raises Refused, naming the field."""
    if sum(person.is_contact for person in sent.people) > MOST_CONTACTS:
        raise _wrong("people", _("联系人最多五位（第20条），请选出五位。"))
    return Filing(
        **{field: getattr(sent, field) for field in (*TOLD, *WISHED)},
        wishes=tuple(sent.wishes),
        people=tuple(_person(person, f"people.{position}") for position, person in enumerate(sent.people)),
        place=_region(sent.place),
        named=_organs(sent.named),
        key=key,
    )


def _person(sent: Any, where: str) -> Person:
    person = dict(sent.model_dump())
    if sent.name.strip() and not sent.is_organisation:
        person["name"] = _checked(name.check, sent.name, where=f"{where}.name")
    if sent.phone.strip():
        person["phone"] = _checked(phone.normalise, sent.phone, where=f"{where}.phone")
    if sent.id_number.strip():
        id_type = sent.id_type or "resident"
        person["id_number"] = _checked(id_document.check, id_type, sent.id_number, where=f"{where}.id_number")
    return Person(**person)


def _checked(check: Any, *written: str, where: str) -> str:
    try:
        return str(check(*written))
    except Wrong as wrong:
        raise _wrong(where, str(wrong.sentence)) from wrong


def _region(code: str | None) -> Region | None:
    if code is None:
        return None
    found = Region.objects.filter(pk=code).first()
    if found is None:
        raise _wrong("place", _("没有这个区划代码，请检查。"))
    return found


def _organs(ids: list[UUID]) -> tuple[Organ, ...]:
    found = Organ.objects.in_bulk(ids)
    if len(found) != len(set(ids)):
        raise _wrong("named", _("有的单位编号不存在，请用 GET /organs 里的编号。"))
    return tuple(found.values())


def _wrong(field: str, sentence: str) -> Refused:
    return Refused(422, "field", sentence, field=field)
