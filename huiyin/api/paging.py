"""Pages by cursor: a page ends with the id that the next one begins behind, so rows that come in meanwhile shift nothing."""

from collections.abc import Callable
from typing import Annotated, Any

from django.db.models import QuerySet
from pydantic import Field

MOST = 100
Limit = Annotated[int, Field(ge=1, le=MOST)]


def paged(rows: QuerySet, limit: int, told: Callable[[Any], Any]) -> dict[str, Any]:
    """The first `limit` rows as told, and the id of the last one where more follow."""
    found = list(rows[: limit + 1])
    items = found[:limit]
    return {"items": [told(row) for row in items], "next": items[-1].pk if len(found) > limit else None}
