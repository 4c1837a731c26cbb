"""The petition office that what arrives in bulk is registered at; in a home with no organs yet, a first one is founded."""

from django.db.models.functions import Length

from huiyin.config import wrong_use
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind
from huiyin.people.region import Region

NAME = "信访局"
LETTERS = "信"
PLACE = ("00", "本地")  # no division has this code; the administrator writes the real one


def petition_office(name: str = "") -> Organ:
    """The open petition office of that name; without one the widest region's. Raises WrongUse where it is unknown."""
    offices = Organ.objects.open_on().petition_offices()
    if name:
        found = offices.filter(name=name).first() or offices.filter(short_name=name).first()
        if found is None and Organ.objects.exists():
            known = "、".join(offices.values_list("name", flat=True)) or "none"
            raise wrong_use.WrongUse(f"There is no petition office {name!r} here; there are: {known}.")
        return found or _founded(name)
    first = offices.order_by(Length("region_id"), "opened_on", "pk").first()
    if first is None and Organ.objects.exists():
        raise wrong_use.WrongUse("There is no petition office here yet; an administrator adds one at /desk/.")
    return first or _founded(NAME)


def _founded(name: str) -> Organ:
    code, called = PLACE
    region = Region.objects.order_by(Length("code"), "code").first() or Region.objects.create(
        code=code, name=called
    )
    return Organ.objects.create(name=name, letters=LETTERS, kind=OrganKind.PETITION_OFFICE, region=region)
