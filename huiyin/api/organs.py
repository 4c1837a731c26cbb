"""GET /organs: the organs of today, whose ids other requests name."""

from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from huiyin.api.bearer import Bearer
from huiyin.api.paging import Limit, paged
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind

router = Router(tags=["organs"], auth=Bearer())


class OrganOut(Schema):
    """One organ, as the public may know it."""

    id: UUID
    name: str
    short_name: str
    kind: str
    region: str
    superior: UUID | None
    phone: str
    address: str
    office_hours: str


class Organs(Schema):
    """A page of organs; `next` is the `after` of the page behind it."""

    items: list[OrganOut]
    next: UUID | None


@router.get("/organs", response=Organs)
def organs(
    request: HttpRequest,
    kind: Literal[tuple(OrganKind.values)] | None = None,  # type: ignore[valid-type]
    region: Annotated[str | None, Field(pattern=r"^[0-9]{2,12}$")] = None,
    after: UUID | None = None,
    limit: Limit = Query(50),  # noqa: B008
) -> Any:
    """Organs that exist today, in the order in which they were entered; those of a region and within it."""
    found = Organ.objects.open_on()
    if kind:
        found = found.filter(kind=kind)
    if region:
        found = found.filter(region__code__startswith=region)
    if after:
        found = found.filter(pk__gt=after)
    return paged(found.order_by("pk"), limit, _organ)


def _organ(organ: Organ) -> dict[str, Any]:
    plain = ("id", "name", "short_name", "kind", "phone", "address", "office_hours")
    told = {name: getattr(organ, name) for name in plain}
    return told | {"region": organ.region_id, "superior": organ.superior_id}
