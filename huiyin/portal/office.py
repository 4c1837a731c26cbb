"""The office whose pages these are: the petition office that stands highest in this installation."""

from dataclasses import dataclass

from django.db.models.functions import Length
from django.utils.translation import gettext as _

from huiyin.people.organ import Organ

HOTLINE = "12345"  # the one number for government services everywhere in the country


@dataclass(frozen=True)
class Office:
    """What a page says about it. `organ` is None in an installation that has no office yet."""

    organ: Organ | None
    name: str
    address: str
    hours: str
    hotline: str
    region: str


def office() -> Office:
    """The petition office of the widest region; the oldest where there are several."""
    offices = Organ.objects.open_on().petition_offices().annotate(depth=Length("region_id"))
    organ = offices.order_by("depth", "region_id", "opened_on", "id").first()
    if organ is None:
        return Office(None, _("回音"), "", "", HOTLINE, "")
    return Office(
        organ=organ,
        name=organ.name,
        address=organ.address,
        hours=organ.office_hours,
        hotline=organ.phone or HOTLINE,
        region=organ.region_id,
    )
