"""Finding what an address names, on the caller's behalf: what is not theirs to see does not exist."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from huiyin.api.bearer import Caller, caller_of
from huiyin.matters import access
from huiyin.matters.matter import Matter

PURPOSE = "接口"


def visible_to(caller: Caller) -> Any:
    """The matters that the caller's officer may see."""
    assert caller.actor.officer is not None, "only an officer's token reads and acts"  # noqa: S101
    return Matter.objects.visible_to(caller.actor.officer)


def matter_or_404(request: HttpRequest, pk: Any) -> Matter:
    """The matter, if the caller may see it."""
    matter: Matter | None = visible_to(caller_of(request)).filter(pk=pk).first()
    if matter is None:
        raise Http404
    return matter


def review_or_404(request: HttpRequest, pk: Any, review: Any) -> Any:
    """A review of a matter that the caller may see."""
    matter = matter_or_404(request, pk)
    found = matter.reviews.select_related("organ", "party").filter(pk=review).first()
    if found is None:
        raise Http404
    found.matter = matter
    return found


def looked(request: HttpRequest, matter: Matter) -> None:
    """Write down that the caller looked."""
    access.looked(caller_of(request).actor, matter, purpose=PURPOSE, at=timezone.now())
