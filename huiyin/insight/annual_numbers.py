"""What the annual report tells beside the petitions: organs complained of, acts of the year, what acts wrote down."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from huiyin.insight.counted import Days
from huiyin.insight.counting import matters_by
from huiyin.insight.few import FEW
from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters.assignment import Assignment
from huiyin.matters.matter import Matter
from huiyin.matters.mention import Mention
from huiyin.people.organ import Organ


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
    mentions = Mention.objects.filter(matter__in=registered.values("pk"))
    named = matters_by(mentions.order_by().values_list("organ", "matter"))
    many = {
        pk: count for pk, count in named.items() if count >= FEW and count * len(named) >= sum(named.values())
    }
    work = Assignment.objects.filter(matter__in=matters, organ__in=many)
    found = work.filter(received_on__range=(days.since, days.until)).order_by().values_list("organ")
    handled = dict(found.annotate(Count("matter", distinct=True)))
    organs = Organ.objects.filter(pk__in=many).order_by("region_id", "name")
    return [Complained(organ, many[organ.pk], handled.get(organ.pk, 0)) for organ in organs]


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
