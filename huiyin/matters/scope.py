"""The choke point: matters are asked for on somebody's behalf, or not at all."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from huiyin.matters.errors import UnscopedQuery
from huiyin.matters.grant import Grant
from huiyin.matters.mention import Mention
from huiyin.people.holding import Holding

if TYPE_CHECKING:
    from huiyin.people.officer import Officer


class MatterQuerySet(models.QuerySet):
    """Answers about matters that somebody may see."""

    def in_hand(self) -> "MatterQuerySet":
        """Those that still have an open assignment."""
        return self.filter(assignments__ended_on=None).distinct()


def naming(officer: Any, matter: Any) -> models.QuerySet:
    """Mentions in a matter of organs, or what they were merged into, where the officer sits or sat since it was heard."""
    since = Q(until_on=None) | Q(until_on__gte=OuterRef("matter__heard_on"))
    organs = Holding.objects.filter(since, officer=officer).values("post__organ")
    return Mention.objects.filter(Q(organ__in=organs) | Q(organ__successor__in=organs), matter=matter)


class ScopedManager(models.Manager.from_queryset(MatterQuerySet)):  # type: ignore[misc]
    """The default manager of Matter: it answers only after visible_to or held_by."""

    def get_queryset(self) -> models.QuerySet:
        raise UnscopedQuery("ask for Matter.objects.visible_to(officer) or .held_by(receipt)")

    def visible_to(self, officer: "Officer") -> MatterQuerySet:
        """The matters granted to the organs of an officer's posts, and those granted to the posts themselves.

        A sealed matter (检举控告) is seen through a grant to the post alone: no organ and no administrator inherits it.
        Nor does whoever comes to such a post from an organ that it names.
        """
        today = timezone.localdate()
        posts = {seat.post_id for seat in officer.seats}
        organs = {seat.post.organ_id for seat in officer.seats}
        granted = Grant.objects.filter(matter=OuterRef("pk")).filter(
            Q(until_on=None) | Q(until_on__gte=today)
        )
        by_post = Exists(granted.filter(post__in=posts))
        by_organ = Exists(granted.filter(organ__in=organs))
        apart = Q(sealed=False) | ~Exists(naming(officer, OuterRef("pk")))
        return self._all().filter((by_post & apart) | (Q(sealed=False) & by_organ))

    def held_by(self, receipt: Any) -> MatterQuerySet:
        """The matter a receipt was given for, and what was sealed apart from it."""
        return self._all().filter(Q(pk=receipt.matter_id) | Q(sealed_from=receipt.matter_id))

    def _all(self) -> MatterQuerySet:
        return MatterQuerySet(self.model, using=self._db)
