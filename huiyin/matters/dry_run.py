"""The dry run 试算: what the routing table would have proposed for past matters, and which organ answered them.

It counts matters, never people, and orders by code and name: it is a test of the table, not a ranking of places.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from huiyin.matters.acceptance import RoutingOut, SuggestionReply
from huiyin.matters.annulment import annulled
from huiyin.matters.draft import Reply
from huiyin.matters.matter import Matter
from huiyin.matters.routing import Proposed, RoutingRule, Seen, agreed, best
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ

DAYS = 365
MOST = 2000


class Outcome(models.TextChoices):
    """What became of one past matter under the table."""

    SAME = "same", _("提的就是最后答复的单位")
    OTHER = "other", _("提的是别的单位")
    WAITING = "waiting", _("提了，还没有单位答复")
    TIED = "tied", _("几条规则一样细，或承办单位已撤并，提不出")
    NONE = "none", _("没有规则管到")


@dataclass(frozen=True)
class Tried:
    """One past matter: what would have been proposed, who answered, and how the two compare."""

    matter: Matter
    seen: Seen
    proposed: Proposed | None
    answered: Organ | None
    outcome: Outcome


@dataclass(frozen=True)
class Gap:
    """A topic in a place that no rule covers, and how many matters there were of it."""

    topic: str
    place: str
    place_name: str
    matters: int


def dry_run(officer: Officer, day: date) -> list[Tried]:
    """The last year's matters that this officer may see, the newest first, under the table as it stands on a day.

    At most 2,000; without what is sealed, reports wrongdoing or is still unread (see is_open_to_routing).
    """
    rules = list(RoutingRule.objects.in_force(day))
    matters = list(_past(officer, day))
    answering: Any = Organ.objects.in_bulk({matter.answered_by for matter in matters} - {None})
    standing = {pk: organ.standing() for pk, organ in answering.items()}
    return [_tried(matter, rules, standing.get(matter.answered_by)) for matter in matters]


def counts(tried: list[Tried]) -> dict[Outcome, int]:
    """How many of each outcome, in the order in which outcomes are told."""
    found = Counter(one.outcome for one in tried)
    return {outcome: found[outcome] for outcome in Outcome}


def gaps(tried: list[Tried]) -> list[Gap]:
    """What no rule covers, by topic and then by the code of the place: never by number."""
    open_ones = [one for one in tried if one.outcome is Outcome.NONE]
    found = Counter((one.seen.topic, one.seen.place) for one in open_ones)
    names = {one.seen.place: one.matter.place.name if one.matter.place else "" for one in open_ones}
    return [Gap(topic, place, names[place], found[topic, place]) for topic, place in sorted(found)]


def _past(officer: Officer, day: date) -> Any:
    open_ones = (
        Matter.objects.visible_to(officer).filter(sealed=False, reports_wrongdoing=False).exclude(annulled())
    )
    recent = open_ones.filter(heard_on__gt=day - timedelta(days=DAYS), heard_on__lte=day)
    signers = (_signer(act) for act in (Reply, SuggestionReply, RoutingOut))
    told = recent.annotate(answered_by=Coalesce(*signers, output_field=models.UUIDField()))
    plain = told.only("number", "topic", "place__name", "heard_on").select_related("place")
    return plain.prefetch_related("mentions").order_by("-heard_on", "-pk")[:MOST]


def _signer(act: Any) -> Subquery:
    """The organ whose post did the latest act of a kind."""
    of_it = act.objects.filter(matter=OuterRef("pk")).order_by("-occurred_at")
    return Subquery(of_it.values("by_post__organ")[:1])


def _tried(matter: Matter, rules: list[RoutingRule], answered: Organ | None) -> Tried:
    seen = Seen.of(matter)
    fitting = best(rules, seen)
    proposed = agreed(fitting)
    return Tried(matter, seen, proposed, answered, _outcome(fitting, proposed, answered))


def _outcome(fitting: list[RoutingRule], proposed: Proposed | None, answered: Organ | None) -> Outcome:
    if proposed is None:
        return Outcome.TIED if fitting else Outcome.NONE
    if answered is None:
        return Outcome.WAITING
    return Outcome.SAME if proposed.organ.pk == answered.pk else Outcome.OTHER
