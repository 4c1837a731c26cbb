"""Who petitions, as far as this officer's organ needs to know it: names in full where it handles, masked elsewhere.

Whoever asked that the organ complained of shall not know is not shown to it at all, not even masked.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from huiyin.matters.party import Party
from huiyin.matters.petition import Petition

NAMED = ("matter_id", "is_contact", "identity_hidden", "petitioner__kind", "petitioner__name")


@dataclass(frozen=True)
class Shown:
    """One party as the page may show it."""

    name: str
    phone: str
    address: str
    is_contact: bool
    masked: bool


def shown(parties: list[Any], *, handles: bool, is_named: bool) -> list[Shown]:
    """The parties; `handles`: the actor's organ has or had the matter; `is_named`: the petition complains of it."""
    return [_shown(party, handles, is_named) for party in parties]


def fetch_for_list(matters: list[Any]) -> None:
    """Put `listed` parties and `received` petitions on many matters, in two queries, with what a list says of them."""
    parties = Party.objects.petitioners().select_related("petitioner").only(*NAMED)
    petitions = Petition.objects.only("matter_id", "people_count")
    prefetch_related_objects(
        matters,
        Prefetch("parties", parties, to_attr="listed"),
        Prefetch("petitions", petitions, to_attr="received"),
    )


def named_in_list(matter: Any) -> str:
    """One name for a list: masked, with how many more; nothing of whoever asked to be hidden."""
    parties = matter.listed
    if not parties:
        return _("没有留姓名")
    if any(party.identity_hidden for party in parties):
        return _("要求不公开身份")
    first = next((party for party in parties if party.is_contact), parties[0]).petitioner.masked_name()
    people = sum(petition.people_count for petition in matter.received[:1])
    return _("%(name)s等 %(n)d 人") % {"name": first, "n": people} if people > 1 else first


def _shown(party: Any, handles: bool, is_named: bool) -> Shown:
    person = party.petitioner
    if party.identity_hidden and is_named:
        return Shown(_("要求不公开身份"), "", "", party.is_contact, masked=True)
    if handles:
        return Shown(
            person.name or _("没有留姓名"),
            person.phone or "",
            person.address or "",
            party.is_contact,
            masked=False,
        )
    return Shown(person.masked_name(), person.masked_phone(), "", party.is_contact, masked=True)
