"""The answer 反馈: what another system handed in, with what became of it here. No names, nothing that is sealed."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from huiyin.mailroom.exchange.mapping import Mapping
from huiyin.matters.annulment import annulled
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.delivery import Delivery
from huiyin.matters.matter import Matter
from huiyin.matters.milestones import accepted_on, delivered_on
from huiyin.matters.petition import Petition

Cell = str | int | date | None
BATCH = 500


def handed_in_between(source: str, since: date, until: date, visible: QuerySet) -> QuerySet[Petition]:
    """The petitions of a source that we received on these days, both included, of the matters that the reader may see."""
    first = timezone.make_aware(datetime.combine(since, time.min))
    last = timezone.make_aware(datetime.combine(until, time.max))
    open_ones = visible.filter(sealed=False).exclude(annulled())
    found = Petition.objects.filter(source=source, received_at__range=(first, last), matter__in=open_ones)
    return found.exclude(source_number="").order_by("received_at", "pk")


def headings(by: Mapping) -> list[str]:
    """The columns as the other system calls them."""
    return list(by.back)


def rows(by: Mapping, petitions: QuerySet[Petition]) -> Iterator[list[Cell]]:
    """A row for each, in their order; a constant number of queries for every 500."""
    handling = Clock.objects.filter(term__in=("handling", "simplified-decide")).order_by("pk")
    matters = Matter.system.prefetch_related(
        "acceptances", "simplified_acceptances", "replies", "suggestion_replies", "documents",
        Prefetch("assignments", Assignment.objects.filter(is_lead=True).select_related("organ"), to_attr="leads"),
        Prefetch("clocks", handling, to_attr="handling"),
        Prefetch("deliveries", Delivery.objects.filter(review=None), to_attr="owed"),
    )  # fmt: skip
    told = petitions.prefetch_related(Prefetch("matter", matters))
    for petition in told.iterator(chunk_size=BATCH):
        yield [COLUMNS[what](petition) for what in by.back.values()]


def _status(petition: Petition) -> str:
    matter: Any = petition.matter
    return str(matter.law.stage(matter.leads[0].stage).public)


def _due(petition: Petition) -> date | None:
    matter: Any = petition.matter
    return matter.handling[-1].due_on if matter.handling else None


def _answered(petition: Petition) -> date | None:
    matter: Any = petition.matter
    return max((act.on for act in (*matter.replies.all(), *matter.suggestion_replies.all())), default=None)


def _documents(petition: Petition) -> str:
    matter: Any = petition.matter
    papers = sorted(matter.documents.all(), key=lambda paper: paper.pk)
    valid = [paper for paper in papers if paper.audience == "petitioner" and not paper.voided_on]
    return "、".join(paper.number for paper in valid)


def _organ(petition: Petition) -> str:
    matter: Any = petition.matter
    return str(matter.leads[0].organ.name)


COLUMNS: dict[str, Callable[[Petition], Cell]] = {
    "source_number": lambda petition: petition.source_number,
    "exchanged_on": lambda petition: petition.exchanged_on,
    "number": lambda petition: petition.number,
    "organ": _organ,
    "status": _status,
    "received_on": lambda petition: timezone.localdate(petition.received_at),
    "accepted_on": lambda petition: accepted_on(petition.matter),
    "due_on": _due,
    "answered_on": _answered,
    "delivered_on": lambda petition: delivered_on(petition.matter),
    "documents": _documents,
}
"""What a column of the file that goes back may say; the mappings name them."""
