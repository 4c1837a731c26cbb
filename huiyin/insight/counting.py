"""件次 件 批次 人次: what came in between two days, as the offices count it (DOMAIN: a visit counts once, heads not signers).

Matters and visits are counted, never persons; sealed matters are not among them. Groups stand in the order of their
codes, whatever their numbers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy as _

from huiyin.matters.filing import Channel
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition

By = Literal["petitioned_on", "received_on"]
GROUP = 5
"""From so many people on a visit is a group's (集体访); another five than the representatives of Art. 20."""
MOST_PEOPLE = 9999
"""More is a slip of the pen: the visit counts, its people do not."""
DAYS = {"petitioned_on": _("按信访日期（来信按邮戳）"), "received_on": _("按收到日期")}
"""Which day decides, to be printed beside the figures."""


@dataclass(frozen=True)
class Counts:
    """`submissions` 件次, `matters` 件, `batches` 批次, `people` 人次, `groups` 集体访批次; and what to know of them.

    `unclear` are visits whose number of people cannot be right; `repeats` and `judicial` are how many of the
    submissions an indicator of timeliness leaves out.
    """

    by: By
    since: date
    until: date
    submissions: int
    matters: int
    batches: int
    people: int
    groups: int
    unclear: int
    repeats: int
    judicial: int

    @property
    def day_used(self) -> str:
        """Which day decides, to be printed beside the figures."""
        return str(DAYS[self.by])


def counts(matters: QuerySet, since: date, until: date, by: By = "petitioned_on") -> Counts:
    """Count the petitions of these matters from one day to the other, both included. Two queries."""
    rows, live = list(_petitions(matters, since, until, by)), _links()
    return _counted(rows, _once_each(rows, live), live, by=by, since=since, until=until)


def counts_by(
    matters: QuerySet, since: date, until: date, column: str, by: By = "petitioned_on"
) -> dict[str, Counts]:
    """The same petitions by a column of theirs, in the order of its codes; "" where none is written. Three queries.

    A visit that several offices received together stands where the first of them put it.
    """
    found = _petitions(matters, since, until, by).annotate(by=Coalesce(column, Value("")))
    rows, live = list(found), _links()
    codes = found.order_by("by").values_list("by", flat=True).distinct()
    groups: dict[str, tuple[list[Any], list[Any]]] = {code: ([], []) for code in codes}
    for place, kind in enumerate((rows, _once_each(rows, live))):
        for row in kind:
            groups[row["by"]][place].append(row)
    asked: dict[str, Any] = {"by": by, "since": since, "until": until}
    return {code: _counted(of_code, came, live, **asked) for code, (of_code, came) in groups.items()}


def matters_by(named: Iterable[tuple[Any, Any]]) -> Counter[Any]:
    """件 for each of the keys of these (key, matter): a matter that repeats another is one with it. One query."""
    live = _links()
    return Counter(key for key, _matter in {(key, _end(matter, live)) for key, matter in named})


def _counted(
    rows: list[dict[str, Any]], came: list[dict[str, Any]], live: Mapping[Any, Any], **asked: Any
) -> Counts:
    visits = [row["people_count"] for row in came if row["channel"] == Channel.VISIT]
    heads = [people for people in visits if 1 <= people <= MOST_PEOPLE]
    return Counts(
        **asked,
        submissions=len(came),
        matters=len({_end(row["matter"], live) for row in rows}),
        batches=len(visits),
        people=sum(heads),
        groups=sum(people >= GROUP for people in heads),
        unclear=len(visits) - len(heads),
        repeats=sum(row["matter"] in live for row in came),
        judicial=sum(row["kind"] == "judicial" for row in came),
    )


def _petitions(matters: QuerySet, since: date, until: date, by: By) -> QuerySet:
    received = TruncDate("received_at")
    days = {
        "petitioned_on": Coalesce("postmarked_on", received, output_field=DateField()),
        "received_on": received,
    }
    within = Petition.objects.filter(matter__in=matters.filter(sealed=False).order_by().values("pk"))
    dated = within.annotate(day=days[by]).filter(day__gte=since, day__lte=until)
    told = {"kind": F("matter__kind"), "split_from": F("matter__split_from")}
    columns = ("pk", "matter", "channel", "people_count", "day")
    return dated.order_by("received_at", "pk").values(*columns, **told)


def _once_each(rows: list[dict[str, Any]], live: Mapping[Any, Any]) -> list[dict[str, Any]]:
    """Each submission once. What was split off came with the other half; a visit is one matter on one day.

    So a visit that three offices received together, and linked, is one; and three days are three. Of its people the
    largest number that an office saw is taken. A half alone, where the other is not counted, is the submission.
    """
    came: dict[Any, dict[str, Any]] = {}
    firsts = {row["matter"] for row in rows}
    for row in rows:
        if row["split_from"] in firsts:
            continue
        firsts |= {row["split_from"]} - {None}
        is_visit = row["channel"] == Channel.VISIT
        first = came.setdefault((_end(row["matter"], live), row["day"]) if is_visit else row["pk"], row)
        first["people_count"] = max(first["people_count"], row["people_count"])
    return list(came.values())


def _links() -> dict[Any, Any]:
    return dict(Matter.system.exclude(linked_to=None).values_list("pk", "linked_to"))


def _end(matter: Any, live: Mapping[Any, Any]) -> Any:
    while matter in live:
        matter = live[matter]
    return matter
