"""The numbers of the annual report: petitions by what they are about, organs complained of, acts of the year.

Small numbers are hidden where they describe who asked for what; what organs did and owed is told in full.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from huiyin.insight.counted import Days
from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters.assignment import Assignment
from huiyin.matters.filing import Channel
from huiyin.matters.matter import Matter
from huiyin.matters.mention import Mention
from huiyin.matters.petition import Petition
from huiyin.people.organ import Organ

FEW = 5
"""Below this a number is not printed for others (DOMAIN §2.7 c)."""


@dataclass(frozen=True)
class Volume:
    """件次 petitions, of them 批次 visits by one or more people, and 人次 the people of those visits."""

    petitions: int
    visits: int
    people: int


def petitions_of(matters: QuerySet, days: Days) -> QuerySet:
    """The petitions of these matters that came on these days."""
    found = Petition.objects.filter(matter__in=matters).annotate(day=TruncDate("received_at"))
    return found.filter(day__range=(days.since, days.until)).order_by()


def volume(petitions: QuerySet) -> Volume:
    """All of them together."""
    return Volume(**petitions.aggregate(**_VOLUME))


def volumes(petitions: QuerySet, by: str) -> dict[Any, Volume]:
    """Their numbers by a column, in the order of its codes."""
    rows = petitions.annotate(by=F(by)).values("by").annotate(**_VOLUME).order_by("by")
    return {row.pop("by"): Volume(**row) for row in rows.values("by", "petitions", "visits", "people")}


_VISIT = Q(channel=Channel.VISIT)
_VOLUME: Mapping[str, Any] = {
    "petitions": Count("pk"),
    "visits": Count("pk", filter=_VISIT),
    "people": Sum("people_count", filter=_VISIT, default=0),
}


def hidden(counts: Mapping[Any, int]) -> set[Any]:
    """Which of the numbers of one table are not printed: those below five.

    Where that is one alone, which the total would give away, the smallest of the others goes with it.
    """
    few = {key for key, count in counts.items() if count < FEW}
    others = counts.keys() - few
    return few | {min(others, key=lambda key: counts[key])} if len(few) == 1 and others else few


@dataclass(frozen=True)
class Complained:
    """An organ that petitions complain of: in how many matters, and how many it handled itself in that time."""

    organ: Organ
    matters: int
    handled: int


def most_complained_of(matters: QuerySet, days: Days) -> list[Complained]:
    """The organs that many petitions name (Art. 41(1)), in the order of the codes of their places, never of their numbers.

    Many is at least five and at least as many as the average of all that are named.
    """
    registered = matters.annotate(day=TruncDate("registered_at")).filter(day__range=(days.since, days.until))
    named = dict(_each(Mention.objects.filter(matter__in=registered.values("pk"))))
    many = {
        pk: count for pk, count in named.items() if count >= FEW and count * len(named) >= sum(named.values())
    }
    work = Assignment.objects.filter(matter__in=matters, organ__in=many)
    handled = dict(_each(work.filter(received_on__range=(days.since, days.until))))
    organs = Organ.objects.filter(pk__in=many).order_by("region_id", "name")
    return [Complained(organ, many[organ.pk], handled.get(organ.pk, 0)) for organ in organs]


def _each(rows: QuerySet) -> QuerySet:
    return rows.order_by().values_list("organ").annotate(Count("matter", distinct=True))


def acts(matters: QuerySet, days: Days) -> dict[str, int]:
    """How often each act was done to these matters on these days, by its name in the rule set."""
    done = Entry.objects.filter(stream__in=matters.values("pk"), occurred_at__range=_instants(days))
    return dict(done.order_by().values_list("kind").annotate(Count("pk")))


def told(kinds: Iterable[str], organ: Organ, days: Days) -> list[dict[str, Any]]:
    """What was written down of acts of these kinds that an organ's posts did on these days: plain values by name.

    Whatever row they leave; nothing of what is sealed.
    """
    posts = list(organ.posts.values_list("pk", flat=True))
    entries = Entry.objects.filter(kind__in=list(kinds), post__in=posts, occurred_at__range=_instants(days))
    return _contents(entries.exclude(stream__in=Matter.system.filter(sealed=True).values("pk")))


def told_in(streams: Iterable[Any], kind: str) -> list[dict[str, Any]]:
    """What was written down of acts of this kind in these streams."""
    return _contents(Entry.objects.filter(stream__in=list(streams), kind=kind))


def _contents(entries: QuerySet) -> list[dict[str, Any]]:
    payloads = (
        Payload.objects.filter(entry__in=entries, section="act").select_related("entry").order_by("entry_id")
    )
    return [{"stream": one.entry.stream} | json.loads(one.content()) for one in payloads]


def _instants(days: Days) -> tuple[datetime, datetime]:
    first, last = datetime.combine(days.since, time.min), datetime.combine(days.until, time.max)
    return timezone.make_aware(first), timezone.make_aware(last)
